import type { RosterLine } from '@/lib/cases/roster.data'
import { minority } from '@/lib/people/age.rules'
import { countryName } from '@/lib/people/country.rules'
import { toNationalityWord } from '@/lib/people/person.rules'
import type { Day } from '@/lib/shared/dates'

/** One person as the list of a visit shows her: no name, and only what helps to find her on the paper sheet. */
export type RosterPerson = {
  readonly caseId: string
  readonly personId: string
  readonly code: string
  readonly initials: string
  /** A country's name in the reader's language, or null. */
  readonly country: string | null
  /** Age as said, or null. */
  readonly saysAge: number | null
  readonly treatedAsMinor: boolean
  readonly lastMetOn: Day | null
  readonly nextStep: { readonly text: string; readonly on: Day | null } | null
}

export const toRosterPerson = (line: RosterLine, today: Day, locale: string): RosterPerson => {
  const nationality = line.nationalities.find((one) => toNationalityWord(one) === 'country')
  return {
    caseId: line.caseId,
    personId: line.personId,
    code: line.code,
    initials: line.initials,
    country: nationality ? countryName(nationality.country, locale) : null,
    saysAge: line.ageClaims.findLast(({ basis }) => basis === 'said')?.ageYears ?? null,
    treatedAsMinor: minority(line.ageClaims, today).treatedAsMinor,
    lastMetOn: line.lastMetOn,
    nextStep: line.nextStep,
  }
}
