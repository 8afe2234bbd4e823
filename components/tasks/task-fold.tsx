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
    <details id={id} className="min-w-0 open:basis-full print:hidden">
      <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link sm:min-h-8">
        {t('add')}
      </summary>
      <section aria-label={t('add')} className="pt-2">
        <AddTaskForm {...form} />
      </section>
    </details>
  )
}
