import { FileChoicePage } from '@/components/cases/file-choice'
import { FileFrame } from '@/components/cases/file-frame'
import { CommentThread } from '@/components/comments/comment-thread'
import { GoalList } from '@/components/tasks/goal-list'
import { TaskList } from '@/components/tasks/task-list'
import { toRights } from '@/lib/cases/file.view'
import { toOpened } from '@/lib/cases/file-page.data'
import { toReceivers } from '@/lib/cases/reader.view'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'
import { readTasksPage } from '@/lib/tasks/tasks-page.data'

export default enter({
  permission: 'case:read',
  words: ['comments', 'tasks'],
  load: readTasksPage,
  audit: toOpened,
  show: (data, { actor, now }) => {
    if (data.type === 'choice') return <FileChoicePage data={data} />
    const { sheet, part } = data
    const { canEdit, canWrite } = toRights(actor, sheet)
    const colleagues = toReceivers(part.readers)
    const shared = { caseId: sheet.id, colleagues, me: actor.id }
    const context = { ...shared, tasks: part.tasks, goals: part.goals, canEdit, today: dayOf(now) }
    return (
      <FileFrame sheet={sheet} part="tasks" today={dayOf(now)}>
        <div className="grid items-start gap-8 lg:grid-cols-2">
          <div className="grid gap-8">
            <GoalList {...context} />
            <TaskList {...context} />
          </div>
          {canWrite ? <CommentThread {...shared} comments={part.comments} worker={sheet.worker.id} /> : null}
        </div>
      </FileFrame>
    )
  },
})
