import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { PageTitle } from '@/components/layout/page-title'
import { Card } from '@/components/ui/card'
import { liftClosure } from '@/lib/planning/closure.actions'
import type { Closure } from '@/lib/planning/conflict.rules'
import { BackToWeek } from './back-to-week'
import { ClosureForm } from './closure-form'
import { useClosureLabels } from './conflict-labels'

export type ClosureLine = Closure & { readonly id: string; readonly centre: string }

/** Days on which a centre lets no one in: told once, said beside every plan. */
export const ClosuresPage = ({
  closures,
  places,
}: {
  closures: readonly ClosureLine[]
  places: readonly { readonly value: string; readonly label: string }[]
}) => {
  const t = useTranslations('planning')
  const closed = useClosureLabels()
  return (
    <>
      <PageTitle title={t('closures.title')} above={<BackToWeek />}>
        <p>{t('closures.what')}</p>
      </PageTitle>
      {closures.length === 0 ? <p className="mb-6 text-muted">{t('closures.none')}</p> : null}
      <ul className="mb-6 grid gap-2.5">
        {closures.map(({ id, centre, ...closure }) => {
          const words = closed(closure, centre)
          return (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-3 rounded border border-hair bg-surface px-4 py-2"
            >
              <span className="min-w-0">{words}</span>
              <ActionButton action={liftClosure} input={{ closureId: id }}>
                {t('closures.lift')}
                <span className="sr-only"> {words}</span>
              </ActionButton>
            </li>
          )
        })}
      </ul>
      <h2>{t('closures.add')}</h2>
      <Card className="mt-3">
        {/* A new form after each closure: its fields are empty again. */}
        <ClosureForm key={closures.map(({ id }) => id).join(' ')} places={places} />
      </Card>
    </>
  )
}
