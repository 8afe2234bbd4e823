import { useLocale, useTranslations } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import { type AgeClaim, minority } from '@/lib/people/age.rules'
import { countryName, languageName } from '@/lib/people/country.rules'
import { CERTAINTIES, LANGUAGE_LEVELS, toNationalityWord } from '@/lib/people/person.rules'
import { type AgeShape, toAgeShape } from '@/lib/people/person.view'
import type { Day } from '@/lib/shared/dates'

/** Ages, nationalities and languages in words, with how sure they are. */
export const usePersonWords = () => {
  const t = useTranslations('people')
  const locale = useLocale()
  const what = (shape: Extract<AgeShape, { basis: unknown }>): string => {
    switch (shape.form) {
      case 'age':
        return String(shape.age)
      case 'year':
        return t('age.bornIn', { year: shape.year })
      case 'between':
        return t('age.between', { from: shape.from, to: shape.to })
      case 'day':
        return t('age.bornOn', { day: formatTime(locale, shape.day, 'day') })
    }
  }
  /** "says 17", "document: born on 12 March 2009". */
  const age = (claim: AgeClaim): string => {
    const shape = toAgeShape(claim)
    if (!('basis' in shape)) return t(`age.${shape.form}`)
    const words = t(`age.${shape.basis}`, { what: what(shape) })
    return shape.form === 'day' && shape.isFirstOfJanuary ? `${words} (${t('age.firstOfJanuary')})` : words
  }
  /** The day an age was true, when the claim is an age. */
  const ageDay = (claim: AgeClaim): Day | null => {
    const shape = toAgeShape(claim)
    return shape.form === 'age' || shape.form === 'between' ? shape.asOf : null
  }
  const nationality = (row: { country: string; certainty: string }): string => {
    const word = toNationalityWord(row)
    if (word !== 'country') return t(`nationality.${word}`)
    const certainty = CERTAINTIES.find((one) => one === row.certainty)
    const name = countryName(row.country, locale)
    return certainty === undefined || certainty === 'not_known' || certainty === 'declined'
      ? name
      : t(`certainty.${certainty}`, { country: name })
  }
  const language = (row: { language: string; level: string }): string => {
    const level = LANGUAGE_LEVELS.find((one) => one === row.level) ?? 'fluent'
    return t(`level.${level}`, { language: languageName(row.language, locale) })
  }
  /** How the law looks at this age today, or null when nothing makes one think of a child. */
  const minor = (claims: readonly AgeClaim[], today: Day): string | null => {
    const { status, treatedAsMinor } = minority(claims, today)
    return treatedAsMinor && status !== 'no' ? t(`minor.${status}`) : null
  }
  /** For lists: "Guinea · says 17". */
  const short = (person: {
    ageClaims: readonly AgeClaim[]
    nationalities: readonly { country: string; certainty: string }[]
  }): string => {
    const nation = person.nationalities.at(-1)
    const claim = person.ageClaims.findLast(({ basis }) => basis === 'said') ?? person.ageClaims.at(-1)
    const parts = [
      nation === undefined
        ? t('nationality.notAsked')
        : toNationalityWord(nation) === 'country'
          ? countryName(nation.country, locale)
          : nationality(nation),
      claim === undefined ? t('age.notAsked') : age(claim),
    ]
    return parts.join(' · ')
  }
  return { age, ageDay, nationality, language, minor, short }
}
