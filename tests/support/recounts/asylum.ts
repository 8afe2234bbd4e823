import type { FigureId } from '@/lib/reporting/figure.rules'
import { dayIn } from './calendar'
import { current, earliest, everyone, fileOf, sorted, successor, told } from './registers'
import type { RowOf } from './rows'
import type { Seen } from './seen'
import type { Occurrence, Recount } from './tally'

type Event = RowOf<'asylum_event'>
type Way = RowOf<'asylum_application'>

/** The day of a letter is the one on which it was notified. */
const first = ({ notified_on, on_from }: Event): string | null => notified_on ?? on_from
const last = ({ notified_on, on_to }: Event): string | null => notified_on ?? on_to
const place = ({ notified_on, stands_on }: Event): string => notified_on ?? stands_on
const isSure = (event: Event): boolean => first(event) !== null && first(event) === last(event)

const eventsOf = (seen: Seen, way: Way): Event[] =>
  sorted(
    current(seen.asylum_event).filter(({ application_id }) => application_id === way.id),
    place,
  )
const numberOf = ({ sequence }: Way): string | null =>
  sequence === null ? null : sequence === 1 ? 'first' : sequence === 2 ? 'second' : 'later'
const codesOf = (way: Way) => ({ way: way.way, sequence: numberOf(way) })
const wayOf = (seen: Seen, { application_id }: Event): Way => {
  const way = seen.asylum_application.find(({ id }) => id === application_id)
  if (way === undefined) throw new Error('an event on no way')
  return way
}

const tell = (seen: Seen, event: Event, codes: Occurrence['codes'] = {}): Occurrence[] =>
  told(seen, event, everyone(seen, event.case_id, first(event), last(event)), {
    thing: event.id,
    first: first(event),
    last: last(event),
    codes: { ...codesOf(wayOf(seen, event)), ...codes },
  })
const happened =
  (kind: string, is: (event: Event, way: Way) => boolean = () => true) =>
  (seen: Seen): Occurrence[] =>
    current(seen.asylum_event)
      .filter((event) => event.kind === kind && is(event, wayOf(seen, event)))
      .flatMap((event) =>
        tell(seen, event, { state: event.country, appeal: kind === 'appeal' ? event.form : null }),
      )

const applications = (seen: Seen): Occurrence[] =>
  seen.asylum_application
    .filter(({ way }) => ['territory', 'border', 'resettlement', 'corridor'].includes(way))
    .flatMap((way) => {
      const events = eventsOf(seen, way)
      const begin = ['made', 'registered', 'lodged'].flatMap((kind) =>
        events.filter((event) => event.kind === kind && first(event) !== null).slice(0, 1),
      )[0]
      const [from, to] = begin === undefined ? [null, null] : [first(begin), last(begin)]
      return told(seen, way, everyone(seen, way.case_id, from, to), {
        thing: way.id,
        first: from,
        last: to,
        codes: codesOf(way),
      })
    })

const MERITS = ['refugee_status', 'subsidiary_protection', 'refused', 'manifestly_unfounded', 'excluded']
const decisionOf = (seen: Seen, way: Way): Event | undefined =>
  eventsOf(seen, way).find(
    ({ kind, outcome }) =>
      kind === 'cgrs_decision' &&
      outcome !== null &&
      [...MERITS, 'inadmissible', 'terminated'].includes(outcome),
  )
const decisions = (seen: Seen): Occurrence[] =>
  seen.asylum_application.flatMap((way) => {
    const decision = decisionOf(seen, way)
    return decision === undefined ? [] : tell(seen, decision, { decision: decision.outcome })
  })
const onMerits = (seen: Seen): Occurrence[] =>
  decisions(seen).filter(({ codes }) => MERITS.includes(codes?.decision ?? ''))

/** From one event to the one that answers it, as far as both have a day. */
const between = (seen: Seen, begin: Event, end: Event | undefined, lostBy: readonly string[], codes = {}) => {
  const way = wayOf(seen, begin)
  const lost = eventsOf(seen, way).find(({ kind }) => lostBy.includes(kind))
  const file = fileOf(seen, begin.case_id)
  const until = end === undefined ? null : last(end)
  return told(seen, begin, everyone(seen, begin.case_id, first(begin), until ?? '9999-12-31'), {
    thing: begin.id,
    first: isSure(begin) && (end === undefined || isSure(end)) ? first(begin) : null,
    last: until,
    codes: { ...codesOf(way), ...codes },
    known: file.opened_on,
    lost: earliest(file.closed_on, lost && place(lost)),
  })
}
const decisionWaits = (seen: Seen): Occurrence[] =>
  seen.asylum_application.flatMap((way) => {
    const lodged = eventsOf(seen, way).find(({ kind }) => kind === 'lodged')
    if (lodged === undefined) return []
    return between(seen, lodged, decisionOf(seen, way), ['withdrawn', 'dublin_transferred'])
  })

const appealOf = (seen: Seen, { concerns }: Event): Event | null => {
  const answered = successor(seen.asylum_event, concerns)
  return answered?.kind === 'appeal' ? answered : null
}
const judgments = (seen: Seen): Occurrence[] =>
  current(seen.asylum_event)
    .filter(({ kind }) => kind === 'judgment')
    .flatMap((event) =>
      tell(seen, event, { appeal: appealOf(seen, event)?.form ?? null, judgment: event.outcome }),
    )
const judgmentWaits = (seen: Seen): Occurrence[] =>
  current(seen.asylum_event)
    .filter(({ kind }) => kind === 'appeal')
    .flatMap((appeal) => {
      const judged = sorted(current(seen.asylum_event), place).find(
        (event) =>
          event.kind === 'judgment' &&
          event.outcome !== 'suspended' &&
          appealOf(seen, event)?.id === appeal.id,
      )
      return between(seen, appeal, judged, ['withdrawn'], { appeal: appeal.form })
    })

const inTransit = (seen: Seen): Occurrence[] =>
  seen.asylum_application
    .filter(({ way }) => way === 'transit')
    .flatMap((way) => {
      const day = dayIn(way.created_at)
      return (way.reasons.length === 0 ? [null] : way.reasons).flatMap((reason) =>
        told(seen, way, everyone(seen, way.case_id, day, day), {
          thing: `${way.id} ${reason}`,
          first: day,
          last: day,
          codes: { no_application: reason === 'not_known' ? null : reason },
        }),
      )
    })

const things = (lines: Recount['lines']) => ({ counts: 'things', when: 'in', lines }) as const
const people = (lines: Recount['lines']) => ({ counts: 'people', when: 'in', lines }) as const

export const ofAsylum = {
  applications: things(applications),
  first_decisions: things(decisions),
  decisions_on_merits: things(onMerits),
  share_protected: {
    ...things(onMerits),
    share: ({ codes }) => codes?.decision === 'refugee_status' || codes?.decision === 'subsidiary_protection',
  },
  decision_wait: { counts: 'waits', when: 'during', lines: decisionWaits },
  appeals: things(happened('appeal')),
  judgments: things(judgments),
  judgment_wait: { counts: 'waits', when: 'during', lines: judgmentWaits },
  dublin_accepted: people(happened('dublin_accepted')),
  dublin_transferred: people(happened('dublin_transferred')),
  orders_to_leave: things(happened('order_to_leave')),
  entries_refused: things(happened('io_decision', ({ outcome }) => outcome === 'entry_refused')),
  people_resettled: people(happened('arrived', (_, { way }) => way === 'resettlement' || way === 'corridor')),
  people_in_transit: people(inTransit),
} as const satisfies Partial<Record<FigureId, Recount>>
