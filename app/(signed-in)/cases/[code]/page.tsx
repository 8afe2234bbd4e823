import { filePage } from '@/components/cases/file-page'
import { FOLDS } from '@/components/cases/folds'
import { GapList } from '@/components/deadlines/gap-list'
import { PlanCard } from '@/components/tasks/plan-card'
import { TaskFold } from '@/components/tasks/task-fold'
import { TimelinePage } from '@/components/timeline/timeline-page'
import { fileHref } from '@/lib/cases/file-part.view'
import { toColleagues } from '@/lib/cases/reader.view'
import { readTimelineWithPlan } from '@/lib/timeline/timeline-page.data'

export default filePage('timeline', {
  messages: ['cases', 'tasks', 'warn'],
  load: readTimelineWithPlan,
  show: ({ caseHeader: sheet, part, rights, actor, today }) => (
    <TimelinePage
      caseHeader={sheet}
      part={part}
      rights={rights}
      me={actor.id}
      today={today}
      beside={
        <>
          <GapList gaps={part.gaps} file={sheet} today={today} canEdit={rights.canEdit} />
          <PlanCard plan={part.plan} href={fileHref(sheet, 'tasks')} />
          {rights.canEdit ? (
            <TaskFold
              id={FOLDS.task}
              caseId={sheet.id}
              assignedTo={actor.id}
              colleagues={toColleagues(part.sharing.readers)}
            />
          ) : null}
        </>
      }
    />
  ),
})
