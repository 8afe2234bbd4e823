import { FileChoicePage } from '@/components/cases/file-choice'
import { fileHref } from '@/components/cases/file-frame'
import { FOLDS } from '@/components/cases/folds'
import { PlanCard } from '@/components/tasks/plan-card'
import { TaskFold } from '@/components/tasks/task-fold'
import { TimelinePage } from '@/components/timeline/timeline-page'
import { toRights } from '@/lib/cases/file.view'
import { toOpened } from '@/lib/cases/file-page.data'
import { toColleagues } from '@/lib/cases/reader.view'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'
import { readTimelineWithPlan } from '@/lib/timeline/timeline-page.data'

export default enter({
  permission: 'case:read',
  words: ['cases', 'tasks'],
  load: readTimelineWithPlan,
  audit: ({ data }) => toOpened(data),
  show: ({ data, plan }, { actor, now }) => {
    if (data.type === 'choice') return <FileChoicePage data={data} />
    const { sheet, part } = data
    const rights = toRights(actor, sheet)
    return (
      <TimelinePage
        sheet={sheet}
        part={part}
        rights={rights}
        me={actor.id}
        today={dayOf(now)}
        beside={
          <>
            <PlanCard plan={plan} href={fileHref(sheet, 'tasks')} />
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
    )
  },
})
