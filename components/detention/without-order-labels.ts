import { useTranslations } from 'next-intl'
import { dayOfStay } from '@/lib/cases/case.rules'
import type { Day } from '@/lib/shared/dates'

/** The finding in a sentence: how long someone is held with no order on record. */
export const useWithoutOrder = (today: Day) => {
  const t = useTranslations('detention.episode.loose')
  return ({ since }: { readonly since: Day | null }): string =>
    since === null ? t('title') : t('held', { days: dayOfStay(since, today) })
}
