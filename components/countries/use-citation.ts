import { useLocale, useTranslations } from 'next-intl'
import { type Length, toCitation } from '@/lib/countries/citation.rules'
import { toFactCitation } from '@/lib/countries/citation.view'
import type { Profile } from '@/lib/countries/entry.data'
import type { Fact } from '@/lib/countries/fact.rules'
import type { Day } from '@/lib/shared/dates'

/** The citation of a fact in the language of the page, as read on a day. */
export const useCitation = (profile: Profile, today: Day): ((fact: Fact, length?: Length) => string) => {
  const t = useTranslations('countries')
  const locale = useLocale()
  return (fact, length) => toCitation(toFactCitation(fact, profile, today, t, locale), locale, length)
}
