import type { DimensionId } from '@/lib/reporting/dimension.rules'
import { yearsOld } from './calendar'
import type { Seen } from './seen'

/** Best known first. */
const CERTAINTY = ['document', 'said', 'presumed', 'contested']

const bandOf = (years: number): string => {
  if (years < 12) return '0-11'
  if (years < 15) return '12-14'
  if (years < 18) return '15-17'
  if (years < 25) return '18-24'
  if (years < 35) return '25-34'
  if (years < 45) return '35-44'
  return years < 61 ? '45-60' : 'over_60'
}
const groupOf = (years: number): string => (years < 18 ? 'minor' : years < 61 ? '18-60' : 'over_60')

/** In whole years, by the claim that makes them youngest; whom we counted was born, whatever the year of a claim may still allow. */
const ageOf = (seen: Seen, personId: string, on: string): number | null => {
  let lowest: number | null = null
  for (const { person_id, born_latest, withdrawn_at } of seen.age_claim) {
    if (seen.became(person_id) !== personId || withdrawn_at !== null || born_latest === null) continue
    const years = Math.max(0, yearsOld(born_latest, on))
    if (lowest === null || years < lowest) lowest = years
  }
  return lowest
}

/** Known best of those that held on the day; of two known alike the one that was said first. */
const nationalityOf = (seen: Seen, personId: string, on: string): string | null => {
  const held = seen.nationality.filter(
    ({ person_id, withdrawn_at, valid_from, valid_to, certainty }) =>
      seen.became(person_id) === personId &&
      withdrawn_at === null &&
      (valid_from === null || valid_from <= on) &&
      (valid_to === null || on < valid_to) &&
      CERTAINTY.includes(certainty),
  )
  for (const certainty of CERTAINTY) {
    const [best] = held
      .filter((one) => one.certainty === certainty)
      .sort((a, b) => a.created_at.getTime() - b.created_at.getTime() || (a.id < b.id ? -1 : 1))
    if (best !== undefined) return best.country
  }
  return null
}

/** A person as on a day, under the dimensions that are about people. */
export const describePerson = (
  seen: Seen,
  personId: string,
  on: string,
): Readonly<Partial<Record<DimensionId, string | null>>> => {
  const who = seen.person.find(({ id }) => id === personId)
  if (who === undefined) return {}
  const years = ageOf(seen, personId, on)
  return {
    sex: ['f', 'm', 'x'].includes(who.sex) ? who.sex : null,
    age: years === null ? null : bandOf(years),
    age_group: years === null ? null : groupOf(years),
    nationality: nationalityOf(seen, personId, on),
  }
}
