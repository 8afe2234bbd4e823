import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { Fold } from '@/components/ui/fold'
import { FreeText } from '@/components/ui/free-text'
import { Tag } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import { toDue } from '@/lib/cases/case.rules'
import type { Colleague } from '@/lib/cases/reader.view'
import type { Day } from '@/lib/shared/dates'
import { tickTask } from '@/lib/tasks/task.actions'
import type { Task } from '@/lib/tasks/task.data'
import { EditTaskForm } from './task-form'

/** What every task of a file is drawn with. */
export type TaskContext = {
  readonly caseId: string
  readonly tasks: readonly Task[]
  readonly colleagues: readonly Colleague[]
  readonly canEdit: boolean
  /** Who looks at the list: a new task is theirs until they say otherwise. */
  readonly me: string
  readonly today: Day
}

/** One task or step, in a list that brings the ground: what, who, by when; done with one press, and taken back. */
export const TaskRow = ({ task, caseId, colleagues, canEdit, today }: TaskContext & { task: Task }) => {
  const t = useTranslations('tasks')
  const { id: taskId, version, text, assignedTo, dueOn, done } = task
  return (
    <li className="border-b border-hair py-3 first:pt-0 last:border-b-0 last:pb-0">
      <FreeText text={text} />
      <p className="mt-1 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm text-muted">
        {done === null ? (
          <>
            <span>{task.assignee}</span>
            <DueWords dueOn={dueOn} today={today} />
          </>
        ) : (
          <span>
            <span aria-hidden="true">✓ </span>
            {t('doneBy', { name: done.by })} <Time at={done.at} style="moment" />
          </span>
        )}
      </p>
      {canEdit ? (
        <div className="mt-2 flex flex-wrap items-start gap-x-5 gap-y-1 print:hidden">
          <ActionButton
            action={tickTask}
            input={{ caseId, taskId, version, isDone: done === null }}
            said={t(done === null ? 'ticked' : 'unticked')}
            undo={{ caseId, taskId, isDone: done !== null }}
          >
            {done === null ? t('tick') : t('untick')}
            <span className="sr-only">: {text}</span>
          </ActionButton>
          {done === null ? (
            <Fold label={t('change')} of={text}>
              <EditTaskForm
                {...{ caseId, taskId, version, text, assignedTo, colleagues }}
                dueOn={dueOn ?? ''}
              />
            </Fold>
          ) : null}
        </div>
      ) : null}
    </li>
  )
}

const DueWords = ({ dueOn, today }: { dueOn: Day | null; today: Day }) => {
  const t = useTranslations('tasks')
  if (dueOn === null) return <span>{t('noDate')}</span>
  const { state, days } = toDue(dueOn, today)
  return (
    <>
      <Time at={dueOn} style="weekday" />
      {state === 'late' ? <Tag kind="late">{t('due.late', { days })}</Tag> : null}
      {state === 'today' ? <Tag kind="late">{t('due.today')}</Tag> : null}
      {state === 'ahead' ? <span>{t('due.ahead', { days })}</span> : null}
    </>
  )
}
