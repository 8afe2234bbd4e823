import { filePage } from '@/components/cases/file-page'
import { CommentThread } from '@/components/comments/comment-thread'
import { GoalList } from '@/components/tasks/goal-list'
import { TaskList } from '@/components/tasks/task-list'
import { toReceivers } from '@/lib/cases/reader.view'
import { readTasksPage } from '@/lib/tasks/tasks-page.data'

export default filePage('tasks', {
  messages: ['comments', 'tasks'],
  load: readTasksPage,
  show: ({ caseHeader: sheet, part, rights: { canEdit, canWrite }, actor, today }) => {
    const colleagues = toReceivers(part.readers)
    const shared = { caseId: sheet.id, colleagues, me: actor.id }
    const context = { ...shared, tasks: part.tasks, goals: part.goals, canEdit, today }
    return (
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <div className="grid gap-8">
          <GoalList {...context} />
          <TaskList {...context} />
        </div>
        {canWrite ? <CommentThread {...shared} comments={part.comments} worker={sheet.worker.id} /> : null}
      </div>
    )
  },
})
