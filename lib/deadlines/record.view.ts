import { isNotified } from './count.rules'
import type { Deadline } from './deadline.data'
import type { RecordInput } from './deadline.schema'
import { DETENTION_EVENTS_ASKED, detainedSaid, otherFacts } from './detained.rules'
import { LETTER_UNITS } from './notification.rules'
import { type Applied, instrumentOf } from './regime.rules'
import type { Rule } from './rule.rules'
import { alsoStarts, type EventCode, type Fact } from './vocabulary.rules'

/** What a form asks about an event: only what one of its rules depends on. */
export type Asked = {
  readonly facts: readonly Fact[]
  /** The period depends on whether the person was held. */
  readonly asksDetained: boolean
  readonly isNotified: boolean
  readonly hasHour: boolean
  readonly hasRegime: boolean
  /** The day of registration decides, too: transfers between states. */
  readonly hasRegistration: boolean
}

export const toAsked = (
  rules: readonly Pick<Rule, 'event' | 'when' | 'periods' | 'start' | 'regime'>[],
  event: EventCode,
): Asked => {
  const events = [event, ...alsoStarts(event)]
  const own = rules.filter((rule) => events.includes(rule.event))
  const facts = own.flatMap(({ when, periods }) => [
    ...when.all,
    ...when.any,
    ...when.none,
    ...when.notAll,
    ...periods.flatMap((period) => (period.when === null ? [] : [period.when])),
  ])
  return {
    facts: otherFacts([...new Set(facts)]),
    asksDetained: events.some((one) => DETENTION_EVENTS_ASKED.includes(one)),
    isNotified: own.some(isNotified),
    hasHour: own.some(({ periods }) => periods.some(({ min }) => min.unit === 'hour')),
    hasRegime: own.some(({ regime }) => regime !== 'ANY'),
    hasRegistration:
      own.some(({ regime }) => regime !== 'ANY') &&
      (instrumentOf(event, []) === 'AMMR' || instrumentOf(event, facts) === 'AMMR'),
  }
}

export type RecordFields = { -readonly [K in keyof RecordInput]: RecordInput[K] }

/** An empty form for an event, or the one of the deadline that is corrected. */
export const toRecordFields = (
  caseId: string,
  event: EventCode,
  { corrected, applied }: { readonly corrected: Deadline | null; readonly applied: Applied },
): RecordFields => {
  const empty: RecordFields = {
    caseId,
    replaces: '',
    version: 0,
    event,
    happenedOn: '',
    happenedAt: '',
    notification: '',
    held: 'not_known',
    facts: [],
    lodgedOn: applied.lodgedOn ?? '',
    registeredOn: applied.registeredOn ?? '',
    letterKind: 'none',
    letterOn: '',
    letterAmount: '',
    letterUnit: 'calendar_day',
  }
  if (corrected === null) return empty
  const { letterOn, letterAmount } = corrected
  return {
    ...empty,
    replaces: corrected.id,
    version: corrected.version,
    happenedOn: corrected.happenedOn ?? '',
    happenedAt: corrected.happenedAt ?? '',
    notification: corrected.notification ?? '',
    held: detainedSaid(corrected.facts),
    facts: [...otherFacts(corrected.facts)],
    lodgedOn: corrected.lodgedOn ?? '',
    registeredOn: corrected.registeredOn ?? '',
    letterKind: letterOn !== null ? 'lastDay' : letterAmount !== null ? 'period' : 'none',
    letterOn: letterOn ?? '',
    letterAmount: letterAmount === null ? '' : String(letterAmount),
    letterUnit: corrected.letterUnit === null ? 'calendar_day' : LETTER_UNITS.read(corrected.letterUnit),
  }
}
