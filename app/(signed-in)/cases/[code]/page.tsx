import { filePage } from '@/components/cases/file-page'
import { FOLDS } from '@/components/cases/folds'
import { GapList } from '@/components/deadlines/gap-list'
import { OwnFields } from '@/components/fields/own-fields'
import { PlanCard } from '@/components/tasks/plan-card'
import { TaskFold } from '@/components/tasks/task-fold'
import { TimelinePage } from '@/components/timeline/timeline-page'
import { alongside } from '@/lib/cases/file-page.data'
import { fileHref } from '@/lib/cases/file-part.view'
import { toColleagues } from '@/lib/cases/reader.view'
import { readOwn } from '@/lib/fields/own-part.data'
import { readTimelineWithPlan } from '@/lib/timeline/timeline-page.data'

export default filePage('timeline', {
  messages: [
    'cases.fact',
    'cases.note',
    'cases.noteKind',
    'cases.pin',
    'cases.signal',
    'cases.slash',
    'cases.step',
    'cases.template',
    'cases.write',
    'fields.answer',
    'tasks',
    'warn',
    'when',
  ],
  load: async (work, request) =>
    alongside(await readTimelineWithPlan(work, request), async (caseHeader) => ({
      own: (await readOwn(work, caseHeader)).ofFile('overview'),
    })),
  show: ({ caseHeader: sheet, part, rights, actor, today }) => (
    <TimelinePage
      caseHeader={sheet}
      part={part}
      rights={rights}
      me={actor.id}
      today={today}
      addTask={
        rights.canEdit ? (
          <TaskFold
            id={FOLDS.task}
            caseId={sheet.id}
            assignedTo={actor.id}
            colleagues={toColleagues(part.sharing.readers)}
          />
        ) : null
      }
      beside={
        <>
          <GapList gaps={part.gaps} file={sheet} today={today} canEdit={rights.canEdit} />
          <PlanCard plan={part.plan} href={fileHref(sheet, 'tasks')} />
          <OwnFields part={part.own} canEdit={rights.canEdit} />
        </>
      }
    />
  ),
})
