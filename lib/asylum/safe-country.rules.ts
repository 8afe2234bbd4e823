import { placeOnList, type SafeCountryList, type SafeListPlace } from '@/lib/countries/at-hand.rules'
import { SAFE_LIST_ISSUERS, type SafeListIssuer } from '@/lib/countries/vocabulary.rules'
import type { Day } from '@/lib/shared/dates'
import { boundsOf, isKnown, type When } from '@/lib/shared/when/when.rules'

export type SafeList = Pick<SafeCountryList, 'issuer' | 'validFrom' | 'countries' | 'candidates'>

type NotKnownReason = 'dayNotKnown' | 'beforeLists' | 'listChanged'

/** What the lists of one issuer say of a country on the day an application was lodged. */
export type SafeSaid = { readonly issuer: SafeListIssuer } & (
  | {
      readonly answer: SafeListPlace
      readonly from: Day
      /** No newer list is known, which does not say that there is none. */
      readonly isLast: boolean
    }
  | { readonly answer: 'notKnown'; readonly reason: NotKnownReason }
)

const inForce = (lists: readonly SafeList[], on: Day): SafeList | undefined =>
  [...lists].sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1)).find(({ validFrom }) => validFrom <= on)

/** Before the first list of the Union there is nothing to say of it; an unknown day is said once, of the national list. */
const saidBy = (
  issuer: SafeListIssuer,
  country: string,
  lodged: When | null,
  all: readonly SafeList[],
): readonly SafeSaid[] => {
  const notKnown = (reason: NotKnownReason) => [{ issuer, answer: 'notKnown', reason } as const]
  const beforeFirst = issuer === 'eu' ? [] : notKnown('beforeLists')
  if (!isKnown(lodged)) return issuer === 'eu' ? [] : notKnown('dayNotKnown')
  const { earliest, latest } = boundsOf(lodged)
  const lists = all.filter((list) => list.issuer === issuer)
  const [first, last] = [inForce(lists, earliest), inForce(lists, latest)]
  if (last === undefined) return beforeFirst
  const answer = placeOnList(country, last)
  const before = first === undefined ? null : placeOnList(country, first)
  if (before === null && issuer === 'national') return beforeFirst
  if ((before ?? 'off') !== answer) return notKnown('listChanged')
  const isLast = lists.every(({ validFrom }) => validFrom <= last.validFrom)
  return [{ issuer, answer, from: last.validFrom, isLast }]
}

/**
 * Whether a country was on the lists of safe countries of origin in force when an application was lodged: the Belgian one, and
 * from the day it applies that of the European Union. Whether one stands without the other is law that a person has to look up.
 */
export const safeCountry = (
  country: string,
  lodged: When | null,
  lists: readonly SafeList[],
): readonly SafeSaid[] => SAFE_LIST_ISSUERS.codes.flatMap((issuer) => saidBy(issuer, country, lodged, lists))
