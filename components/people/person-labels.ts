import { useLocale, useTranslations } from 'next-intl'
import { useWhenLabels, type whenLabels } from '@/components/ui/when-labels'
import type { AgeClaim } from '@/lib/people/age.rules'
import { countryName, FORMER_STATES, languageName } from '@/lib/people/country.rules'
import { minority } from '@/lib/people/minority.rules'
import {
  CERTAINTIES,
  LANGUAGE_LEVELS,
  LANGUAGE_SILENCES,
  PALESTINE,
  toNationalityWord,
} from '@/lib/people/person.rules'
import type { Day } from '@/lib/shared/dates'
import { isKnown, readWhenCode } from '@/lib/shared/when/when.rules'

type Country = { readonly country: string; readonly certainty: string }

type Said = { readonly ageClaims: readonly AgeClaim[]; readonly nationalities: readonly Country[] }

type Translator = ReturnType<typeof useTranslations<'people'>>

/** Ages, nationalities and languages in words, with how sure they are. */
export const personLabels = (t: Translator, when: ReturnType<typeof whenLabels>, locale: string) => {
  const born = (code: string): string => {
    const date = readWhenCode(code)
    if (!isKnown(date)) return t('age.notKnown')
    if (date.form === 'exact') return t('age.bornOn', { day: when.say(date) })
    return date.form === 'year'
      ? t('age.bornIn', { year: String(date.year) })
      : t('age.born', { date: when.say(date) })
  }
  const what = (of: NonNullable<AgeClaim['what']>): string => {
    switch (of.form) {
      case 'age':
        return of.from === of.to ? String(of.from) : t('age.between', { from: of.from, to: of.to })
      case 'tested':
        return t('age.tested', { age: of.tenths / 10, margin: of.margin / 10 })
      case 'born':
        return born(of.when)
    }
  }
  /** "self-declared: 17", "document: born on 12 March 2009", "age test: 18.7 ± 1.6 years". */
  const age = (claim: AgeClaim): string => {
    if (claim.basis === 'declined') return t('age.declined')
    if (claim.basis === 'not_known' || claim.what === null) return t('age.notKnown')
    return t(`age.${claim.basis}`, { what: what(claim.what) })
  }
  /** In the line that says who it is: "says 17". */
  const saidAge = (claim: AgeClaim): string => {
    if (claim.basis !== 'said' || claim.what === null) return age(claim)
    return claim.what.form === 'age' && claim.what.from === claim.what.to
      ? t('age.saysYears', { years: claim.what.from })
      : t('age.says', { what: what(claim.what) })
  }
  /** The same where a column says already on what it rests; an age test or an estimate stays named. */
  const bareAge = (claim: AgeClaim): string => {
    const isNamed = claim.basis === 'said' || claim.basis === 'document' || claim.basis === 'authority'
    return isNamed && claim.what !== null ? what(claim.what) : age(claim)
  }
  /** The day an age was true, when the claim is an age; a date of birth is true on every day. */
  const ageDay = (claim: AgeClaim): Day | null =>
    claim.what === null || claim.what.form === 'born' ? null : claim.asOf
  const nameOf = (code: string): string => {
    const former = FORMER_STATES.match(code)
    if (former !== null) return t(`former.${former}`)
    return code === PALESTINE ? t('nationality.PS') : countryName(code, locale)
  }
  const nationality = (row: Country): string => {
    const word = toNationalityWord(row)
    if (word !== 'country') return t(`nationality.${word}`)
    const certainty = CERTAINTIES.read(row.certainty)
    const name = nameOf(row.country)
    return certainty === 'not_known' || certainty === 'declined'
      ? name
      : t(`certainty.${certainty}`, { country: name })
  }
  /** The same with since when and until when it is held, where someone said so. */
  const heldNationality = (row: Country & { since: string | null; until: string | null }): string => {
    const words = nationality(row)
    const [since, until] = [row.since, row.until].map((code) => {
      const date = code === null ? null : readWhenCode(code)
      return isKnown(date) ? when.known(date) : null
    })
    if (since && until) return t('held.both', { nationality: words, since, until })
    if (since) return t('held.since', { nationality: words, since })
    return until ? t('held.until', { nationality: words, until }) : words
  }
  const origin = (row: Country): string => {
    const word = toNationalityWord(row)
    if (word === 'notKnown' || word === 'declined') return t(`origin.${word}`)
    return row.country === PALESTINE ? countryName(row.country, locale) : nameOf(row.country)
  }
  const language = (row: { language: string; level: string }): string => {
    const silence = LANGUAGE_SILENCES.match(row.level)
    if (silence !== null) return t(`level.${silence}`)
    const level = LANGUAGE_LEVELS.read(row.level)
    return t(`level.${level}`, { language: languageName(row.language, locale) })
  }
  /** How the law looks at this age today, or null when nothing makes one think of a child. */
  const minor = (claims: readonly AgeClaim[], today: Day): string | null => {
    const { status, treatedAsMinor } = minority(claims, today)
    return treatedAsMinor && status !== 'no' ? t(`minor.${status}`) : null
  }
  const lastSaid = ({ nationalities, ageClaims }: Said) => ({
    nation: nationalities.at(-1),
    claim: ageClaims.findLast(({ basis }) => basis === 'said') ?? ageClaims.at(-1),
  })
  const nationOf = (nation: Country | undefined): string => {
    if (nation === undefined) return t('nationality.notAsked')
    return toNationalityWord(nation) === 'country' ? nameOf(nation.country) : nationality(nation)
  }
  /** For lists: "Guinea · says 17". */
  const short = (person: Said): string => {
    const { nation, claim } = lastSaid(person)
    return [nationOf(nation), claim === undefined ? t('age.notAsked') : age(claim)].join(' · ')
  }
  /** For a line of a list: "17, Guinea"; who says so is in the file. What is cut off at its end is the country. */
  const brief = (person: Said): string => {
    const { nation, claim } = lastSaid(person)
    const said = claim?.what ? what(claim.what) : claim === undefined ? t('age.notAsked') : age(claim)
    return `${said}, ${nationOf(nation)}`
  }
  /** A nationality where a column says already on what it rests; a doubt stays named. */
  const bareNationality = (row: Country & { since: string | null; until: string | null }): string => {
    const isNamed = row.certainty === 'said' || row.certainty === 'document'
    return isNamed && row.since === null && row.until === null ? nationOf(row) : heldNationality(row)
  }
  return {
    age,
    saidAge,
    bareAge,
    bareNationality,
    ageDay,
    nationality,
    heldNationality,
    origin,
    language,
    minor,
    short,
    brief,
  }
}

export const usePersonLabels = () => personLabels(useTranslations('people'), useWhenLabels(), useLocale())
