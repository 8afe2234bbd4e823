import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import type { Goal } from '@/lib/tasks/goal.data'
import { AddTaskForm } from './task-form'
import { type TaskContext, TaskRow } from './task-row'

type Props = TaskContext & { readonly goals: readonly Goal[] }

/** What is to be done in a file, by whom, by when; what is done can be taken back. */
export const TaskList = (props: Props) => {
  const t = useTranslations('tasks')
  // Steps stand with their goal; what is left to do of a goal that is over must not hide there.
  const planned = new Set(props.goals.filter(({ state }) => state === 'open').map(({ id }) => id))
  const own = props.tasks.filter(({ goalId }) => goalId === null || !planned.has(goalId))
  const open = own.filter(({ done }) => done === null)
  const done = own.filter((task) => task.done !== null && task.goalId === null)
  return (
    <section aria-labelledby="tasks" className="grid gap-4">
      <h2 id="tasks">{t('title')}</h2>
      {open.length > 0 ? (
        <Card>
          <ul>
            {open.map((task) => (
              <TaskRow key={task.id} task={task} {...props} />
            ))}
          </ul>
        </Card>
      ) : planned.size > 0 ? (
        <p className="text-muted">{t('besidePlan')}</p>
      ) : (
        <EmptyState title={t('empty')}>{t('emptyWhat')}</EmptyState>
      )}
      {props.canEdit ? (
        <Card as="section" label={t('add')} className="print:hidden">
          <AddTaskForm caseId={props.caseId} assignedTo={props.me} colleagues={props.colleagues} />
        </Card>
      ) : null}
      {done.length === 0 ? null : (
        <details>
          <summary className="inline-flex min-h-11 items-center font-semibold text-link underline">
            {t('done', { count: done.length })}
          </summary>
          <Card className="mt-2">
            <ul>
              {done.map((task) => (
                <TaskRow key={task.id} task={task} {...props} />
              ))}
            </ul>
          </Card>
        </details>
      )}
    </section>
  )
}
