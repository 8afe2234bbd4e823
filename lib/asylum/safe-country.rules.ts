import { PACT_FROM } from '@/lib/deadlines/regime.rules'
import type { Day } from '@/lib/shared/dates'
import { boundsOf, isKnown, type When } from '@/lib/shared/when/when.rules'

/** Whether a country was on the list of safe countries of origin in force when an application was lodged. */
export type SafeList = { readonly validFrom: Day; readonly countries: readonly string[] }
export type SafeSaid =
  | {
      readonly answer: 'on' | 'off'
      readonly from: Day
      /** No newer list is known, which does not say that there is none. */
      readonly isLast: boolean
    }
  | { readonly answer: 'notKnown'; readonly reason: 'dayNotKnown' | 'beforeLists' | 'listChanged' | 'pact' }

const inForce = (lists: readonly SafeList[], on: Day): SafeList | undefined =>
  [...lists].sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1)).find(({ validFrom }) => validFrom <= on)

export const safeCountry = (country: string, lodged: When | null, lists: readonly SafeList[]): SafeSaid => {
  if (!isKnown(lodged)) return { answer: 'notKnown', reason: 'dayNotKnown' }
  const { earliest, latest } = boundsOf(lodged)
  // Under the Pact there is a list of the Union beside the Belgian one, and it was found in no source.
  if (latest >= PACT_FROM) return { answer: 'notKnown', reason: 'pact' }
  const [first, last] = [inForce(lists, earliest), inForce(lists, latest)]
  if (first === undefined || last === undefined) return { answer: 'notKnown', reason: 'beforeLists' }
  const isOn = last.countries.includes(country)
  if (first.countries.includes(country) !== isOn) return { answer: 'notKnown', reason: 'listChanged' }
  return {
    answer: isOn ? 'on' : 'off',
    from: last.validFrom,
    isLast: lists.every(({ validFrom }) => validFrom <= last.validFrom),
  }
}
