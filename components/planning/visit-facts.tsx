import { useTranslations } from 'next-intl'
import { hasFacts, type VisitFacts } from '@/lib/lists/place.rules'

/** What the organisation says of a visit to this centre: when, whom to call, what to bring. Nothing where nothing is said. */
export const VisitFactLines = ({ facts }: { facts: VisitFacts }) => {
  const t = useTranslations('planning.facts')
  if (!hasFacts(facts)) return null
  return (
    <dl aria-label={t('title')} className="mb-4 grid max-w-prose gap-1">
      {(['hours', 'phone', 'bring'] as const).map((key) =>
        facts[key] === '' ? null : (
          <div key={key} className="flex flex-wrap gap-x-2">
            <dt className="text-muted">{t(key)}</dt>
            <dd dir="auto" className="wrap-anywhere whitespace-pre-line">
              {facts[key]}
            </dd>
          </div>
        ),
      )}
    </dl>
  )
}
