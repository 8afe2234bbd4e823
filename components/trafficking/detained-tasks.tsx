'use client'
import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import type { Day } from '@/lib/shared/dates'
import { addTask } from '@/lib/tasks/task.actions'

/** A person who is held: the centre and the unit of the Immigration Office are told, today. */
export const DetainedTasks = ({ caseId, me, today }: { caseId: string; me: string; today: Day }) => {
  const t = useTranslations('trafficking')
  return (
    <ul className="flex flex-wrap content-start gap-2">
      {(['heldCentre', 'heldOffice'] as const).map((name) => (
        <li key={name}>
          <ActionButton
            action={addTask}
            input={{ caseId, text: t(`${name}Task`), assignedTo: me, dueOn: today, goalId: '' }}
          >
            {t(name)}
          </ActionButton>
        </li>
      ))}
    </ul>
  )
}
