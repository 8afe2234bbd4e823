import { isKnown } from '@/lib/shared/when/when.rules'
import { toWhen } from '@/lib/shared/when/when.schema'
import type { Said } from './cell.schema'

const SILENT = { not_known: 'notKnown', declined: 'declined' } as const

/** "zegt 16", "15 ans dit-il": whose word an age is. */
export const SAID_AGE =
  /^(?:zegt|says|dit|sagt|claims)\s(?:avoir\s)?(?=\d)|\s(?:dit[- ](?:il|elle)|zegt (?:hij|ze|zij)|(?:he|she) says|sagt (?:er|sie))$/iu

/** "mineur (17 ans déclarés)" */
export const AGE_ASIDE = /^[^\d(]+\((\d{1,2})\s?(?:ans?|jaar|j\.|years?|jahre?)(?![\p{L}])[^()]*\)$/iu

/** An age as tables write it: "17 ans", "±25", "25-30", "env. 40". Null when it is none. */
const yearsOf = (text: string): { readonly ageYears: string; readonly ageTo: string } | null => {
  const [, aside] = AGE_ASIDE.exec(text) ?? []
  if (aside !== undefined) return { ageYears: aside, ageTo: '' }
  const bare = text
    .replace(SAID_AGE, ' ')
    .trim()
    .replace(/^(?:age|[âa]gée?(?:\sde)?|leeftijd|lft\.?|alter)\s*:?\s*(?=\D{0,10}\d)/iu, '')
    .replace(
      /^(?:±|~|\+\/-|ca?\.?|circa|env(?:iron)?\.?|vers|rond(?:\sde)?|ongeveer|about|around|etwa|rund)\s*/iu,
      '',
    )
    .replace(/\s*(?:env(?:iron)?\.?|ongeveer|ungefähr)$/iu, '')
    .replace(/^(?:tussen|entre|between|zwischen)\s(\d{1,2})\s(?:en|et|and|und)\s/iu, '$1-')
    .replace(/\s*\??$/u, '')
  const [, from, to] = /^(\d{1,3})\s?(?:[-–/]|à|to|tot|bis)\s?(\d{1,3})\s?(?:\p{L}+\.?)?$/u.exec(bare) ?? []
  if (from !== undefined && to !== undefined) return { ageYears: from, ageTo: to }
  // The number is the age, whatever one word follows it.
  const [, years] = /^(\d{1,3})\s?(?:\p{L}+\.?)?$/u.exec(bare) ?? []
  return years === undefined ? null : { ageYears: years, ageTo: '' }
}

/** The answer about the age: a date of birth in a column of ages, and an age in a column of births, are read as what they are. */
export const ageAnswers = ({ born, age }: Said) => {
  for (const text of [born, age]) {
    if (text === undefined) continue
    const when = toWhen(text)
    if (when?.form === 'not_known' || when?.form === 'declined') return { ageAnswer: SILENT[when.form] }
    // "98" in a column of births may be a year.
    const years = text === born && /^\d{1,2}$/.test(text) ? null : yearsOf(text)
    if (years !== null && Number(years.ageYears) <= 120) return { ageAnswer: 'years', ...years }
    if (isKnown(when)) return { ageAnswer: 'born', born: text }
  }
  if (born !== undefined) return { ageAnswer: 'born', born }
  return age === undefined ? {} : { ageAnswer: 'years', ageYears: age }
}

/** What is said of a birth and is neither a day nor an age: it is not to hide behind an age that is beside it. */
export const isNoBirth = (born: string): boolean => toWhen(born) === null && yearsOf(born) === null
