import { useFormatter } from 'next-intl'
import type { ReactNode } from 'react'
import type { EventShown } from '@/lib/guardianship/event.view'
import { TOLD_TO } from '@/lib/guardianship/vocabulary.rules'
import { type Lists, useGuardianshipLabels } from './guardianship-labels'

/** Several who were told of one disappearance at the same time, in one line; each with its own tools when it is opened. */
export const Together = ({
  all,
  lists,
  children,
}: {
  all: readonly EventShown[]
  lists: Lists
  children: ReactNode
}) => {
  const { t, day } = useGuardianshipLabels(lists)
  const format = useFormatter()
  const [first] = all
  if (first === undefined) return null
  const whom = all
    .flatMap(({ event: { form } }) => form ?? [])
    .map((form) => t(`toldTo.${TOLD_TO.read(form)}`))
  return (
    <li className="border-b border-hair">
      <details data-print="open">
        <summary className="flex min-h-11 items-baseline py-1.5">
          <span>
            <span className="font-semibold">
              {t('named', { kind: t('kind.told'), what: format.list([...whom].reverse()) })}
            </span>{' '}
            <span className="text-sm text-muted">{day(first.event)}</span>
          </span>
        </summary>
        <ol className="ms-4 border-t border-hair">{children}</ol>
      </details>
    </li>
  )
}
