import { useTranslations } from 'next-intl'
import type { Colleague } from '@/lib/cases/reader.view'
import { AddTaskForm } from './task-form'

/** A task, added without leaving the timeline. */
export const TaskFold = ({
  id,
  ...form
}: {
  /** Under which a command in the text finds it. */
  id: string
  caseId: string
  assignedTo: string
  colleagues: readonly Colleague[]
}) => {
  const t = useTranslations('tasks')
  return (
    <section aria-label={t('add')} className="print:hidden">
      <details id={id}>
        <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link underline sm:min-h-8">
          {t('add')}
        </summary>
        <div className="pt-2">
          <AddTaskForm {...form} />
        </div>
      </details>
    </section>
  )
}
