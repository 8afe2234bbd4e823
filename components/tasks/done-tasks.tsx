import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { FreeText } from '@/components/ui/free-text'
import { Time } from '@/components/ui/time'
import { tickTask } from '@/lib/tasks/task.actions'
import type { Task } from '@/lib/tasks/task.data'

/** What is done in a file, by whom and when; it can be taken back. */
export const DoneTasks = ({
  caseId,
  tasks,
  canEdit,
}: {
  caseId: string
  tasks: readonly Task[]
  canEdit: boolean
}) => {
  const t = useTranslations('tasks')
  const over = tasks.flatMap(({ done, ...task }) => (done === null ? [] : [{ ...task, done }]))
  if (over.length === 0) return null
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center font-semibold text-link">
        {t('done', { count: over.length })}
      </summary>
      <ul>
        {over.map(({ id: taskId, version, text, done }) => (
          <li key={taskId} className="border-t border-hair py-2">
            <FreeText text={text} />
            <p className="text-sm text-muted">
              <span aria-hidden="true">✓ </span>
              {t('doneBy', { name: done.by })} <Time at={done.at} style="moment" />
            </p>
            {canEdit ? (
              <p className="print:hidden">
                <ActionButton
                  action={tickTask}
                  input={{ caseId, taskId, version, isDone: false }}
                  confirmation={t('unticked')}
                  undo={{ caseId, taskId, isDone: true }}
                >
                  {t('untick')}
                  <span className="sr-only">: {text}</span>
                </ActionButton>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  )
}
