import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { RowLink } from '@/components/ui/text-link'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import { fileHref } from '@/lib/cases/file-part.view'
import type { Colleague } from '@/lib/cases/reader.view'
import type { Moved } from '@/lib/cases/step-moved.data'
import type { Day } from '@/lib/shared/dates'
import type { Goal } from '@/lib/tasks/goal.data'
import type { Task } from '@/lib/tasks/task.data'
import { DoneTasks } from './done-tasks'
import { GoalList } from './goal-list'
import { AddTaskForm } from './task-form'
import { type TodoDay, TodoList } from './todo-list'

/** What is to be done in a file: a line for a new task, one list by date, its goals, and last what colleagues say. */
export const TodoPage = (props: {
  readonly caseHeader: CaseHeader
  readonly tasks: readonly Task[]
  readonly goals: readonly Goal[]
  readonly dated: readonly TodoDay[]
  readonly colleagues: readonly Colleague[]
  readonly stepMoved: Moved | null
  readonly canEdit: boolean
  readonly me: string
  readonly today: Day
  /** What is lacking for the steps that come, drawn by its own room. */
  readonly gaps: ReactNode
  readonly comments: ReactNode
}) => {
  const t = useTranslations('tasks')
  const { caseHeader, me, gaps, comments, ...shared } = props
  const context = { ...shared, caseId: caseHeader.id, me }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {context.canEdit ? (
        <section aria-label={t('add')} className="print:hidden">
          <AddTaskForm caseId={caseHeader.id} assignedTo={me} colleagues={context.colleagues} />
          <p className="text-sm">
            <RowLink href={`${fileHref(caseHeader, 'appointments')}#new`}>{t('appointments')}</RowLink>
          </p>
        </section>
      ) : null}
      {gaps}
      <TodoList caseHeader={caseHeader} {...shared} />
      <GoalList {...context} />
      <DoneTasks {...context} />
      {comments}
    </div>
  )
}
