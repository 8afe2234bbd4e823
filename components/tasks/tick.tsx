'use client'
import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { editNextStep } from '@/lib/cases/case.actions'
import { tickTask } from '@/lib/tasks/task.actions'

/** What a press changes: a task is done, a next step is no more. The version is that of its row or of its file. */
type Ticked =
  | { readonly kind: 'task'; readonly caseId: string; readonly taskId: string; readonly version: number }
  | {
      readonly kind: 'step'
      readonly caseId: string
      readonly version: number
      readonly on: string
    }

/** The box before something to do: done with one press, which can be taken back. */
export const Tick = ({ text, of }: { text: string; of: Ticked }) => {
  const t = useTranslations('tasks')
  const { caseId, version } = of
  const does =
    of.kind === 'task'
      ? {
          action: tickTask,
          input: { caseId, taskId: of.taskId, version, isDone: true },
          undo: { caseId, taskId: of.taskId, isDone: false },
        }
      : {
          action: editNextStep,
          input: { caseId, version, text: '', on: '' },
          undo: { caseId, text, on: of.on },
        }
  return (
    <ActionButton {...does} kind="plain" look="box" confirmation={t('ticked')}>
      <span aria-hidden="true" className="size-5 rounded-sm border border-edge bg-surface" />
      <span className="sr-only">
        {t('tick')}: {text}
      </span>
    </ActionButton>
  )
}
