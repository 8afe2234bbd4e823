import type { Day } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import { boundsOf, isKnown } from '@/lib/shared/when/when.rules'
import type { AsylumEvent } from './event.rules'

/** Special needs in the procedure: where we know one from, and whether an authority was told in time. */

/** The code list of needs. */
export const NEED_LIST = 'vulnerability'
export const NEED_SOURCES = vocabulary('asylum.need-sources', [
  'said',
  'observed',
  'certificate',
  'authority',
])
/** Who can be told; the first three hear people, as FORMS of an interview name them. */
export const AUTHORITIES = vocabulary('asylum.authorities', ['io', 'cgrs', 'call', 'fedasil'])
export type Authority = CodeOf<typeof AUTHORITIES>
export const NEED_ANSWERS = vocabulary('asylum.need-answers', ['granted', 'refused', 'none'])
/** An answer that came on a day. */
export const isAnswer = (answer: CodeOf<typeof NEED_ANSWERS> | ''): boolean =>
  answer === 'granted' || answer === 'refused'

export type Need = {
  readonly personId: string
  /** A code of the list "vulnerability". */
  readonly need: string
  readonly endedOn: Day | null
  readonly toldTo: Authority | null
}

type Interview = Pick<AsylumEvent, 'id' | 'kind' | 'outcome' | 'form' | 'on'>

/** Interviews still to come: planned for today or later, or without a day and with none of its kind recorded after it. */
const isToCome =
  (events: readonly Interview[], today: Day) =>
  ({ id, kind, outcome, form, on }: Interview): boolean => {
    if (kind !== 'interview' || (outcome !== 'planned' && outcome !== 'postponed')) return false
    if (isKnown(on)) return boundsOf(on).latest >= today
    return !events.some((other) => other.kind === 'interview' && other.form === form && other.id > id)
  }

/**
 * Before which interviews an authority has not been told of a need, with those needs. One authority is told a row: a need that
 * two were told stands twice, and a person who was told by either row knows it.
 */
export const untold = <E extends Interview, N extends Need>(
  events: readonly E[],
  needs: readonly N[],
  today: Day,
): readonly { readonly interview: E; readonly needs: readonly N[] }[] =>
  events.filter(isToCome(events, today)).flatMap((interview) => {
    const knows = (one: Need): boolean =>
      needs.some(
        ({ personId, need, toldTo }) =>
          personId === one.personId && need === one.need && toldTo === interview.form,
      )
    const open = needs.filter((one) => one.endedOn === null && !knows(one))
    const each = open.filter(
      (one, index) =>
        open.findIndex(({ personId, need }) => personId === one.personId && need === one.need) === index,
    )
    return each.length === 0 ? [] : [{ interview, needs: each }]
  })
