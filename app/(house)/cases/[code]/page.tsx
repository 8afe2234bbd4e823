import { FileChoicePage } from '@/components/cases/file-choice'
import { FOLDS } from '@/components/cases/folds'
import { TimelinePage } from '@/components/cases/timeline-page'
import { TaskFold } from '@/components/tasks/task-fold'
import { toRights } from '@/lib/cases/file.view'
import { readTimelinePage, toOpened } from '@/lib/cases/file-page.data'
import { toColleagues } from '@/lib/cases/reader.view'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'case:read',
  words: ['cases', 'tasks'],
  load: readTimelinePage,
  audit: toOpened,
  show: (data, { actor, now }) => {
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
          rights.canEdit ? (
            <TaskFold
              id={FOLDS.task}
              caseId={sheet.id}
              assignedTo={actor.id}
              colleagues={toColleagues(part.sharing.readers)}
            />
          ) : null
        }
      />
    )
  },
})
