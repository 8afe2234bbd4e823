import { useLocale } from 'next-intl'
import type { CurrentNeeds } from '@/lib/asylum/current-needs.data'
import { toWords } from '@/lib/cases/word.view'
import { useAsylumLabels } from './asylum-labels'

/** The special needs that last, with how we know of each. */
export const NeedLines = ({ part: { needs, words } }: { part: CurrentNeeds }) => {
  const { t } = useAsylumLabels()
  const labels = toWords(words, useLocale())
  return needs.length === 0 ? (
    <p className="text-sm text-muted">{t('need.none')}</p>
  ) : (
    <ul className="grid gap-1 text-sm">
      {needs.map(({ id, need, source }) => (
        <li key={id}>
          {labels.of('vulnerability', need)} <span className="text-muted">{t(`need.source.${source}`)}</span>
        </li>
      ))}
    </ul>
  )
}
