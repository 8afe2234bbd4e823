import type { Trigger } from '@/lib/deadlines/clock.rules'
import type { Letter } from '@/lib/deadlines/letter.rules'
import type { Applied } from '@/lib/deadlines/regime.rules'
import type { ActOfRow, Clocks, Concerned, Want } from '@/lib/deadlines/settle.rules'
import type { EventCode, Fact } from '@/lib/deadlines/vocabulary.rules'
import type { Day } from '@/lib/shared/dates'
import { rest } from '@/lib/shared/vocabulary'
import { type Acts, actsOf } from './acts.rules'
import { type Series, seriesOf } from './chain.rules'
import { current, type DetentionEvent, dayOfEvent, standsFor } from './event.rules'
import { pairsOf } from './pairs.rules'
import type { EventKind, Ground } from './vocabulary.rules'

/** Which clocks an event of detention starts; acts.rules.ts says which it stops. The rules of the clocks do the rest. */

/** Grounds without an event have no rule with a source: nothing starts, and the page says so. */
const EVENT_OF_GROUND: Readonly<Record<Ground, EventCode | null>> = {
  art_7: 'return_detention_ordered',
  art_27: 'return_detention_ordered',
  art_74_5: 'border_detention_ordered',
  art_74_6: 'asylum_detention_ordered',
  art_51_5: 'dublin_detention_ordered',
  art_51_5_1: 'dublin_detention_ordered',
  art_8bis: null,
  art_29: null,
  art_57_32: null,
  art_54: null,
  other: null,
}

const ORDER_EVENTS = Object.values(EVENT_OF_GROUND).flatMap((event) => event ?? [])

type Start = Omit<Trigger, 'notification' | keyof Applied> & { readonly letter?: Letter }

const start = (event: EventCode, on: Day, at: string | null = null, facts: readonly Fact[] = []): Start => ({
  event,
  on,
  at,
  facts,
})

const factsOf = ({ orders }: Series): readonly Fact[] => {
  const extensions = orders.filter(({ orderKind }) => orderKind === 'extension')
  return [
    'detained',
    ...(extensions.length > 0 ? (['extended_once'] as const) : []),
    ...(orders.some(({ byMinister }) => byMinister) ? (['extended_by_minister'] as const) : []),
    ...(orders.some(({ publicOrder }) => publicOrder) ? (['public_order'] as const) : []),
  ]
}

/**
 * The maximum runs from the first order of the present series, and its last order says how long it is; of a series whose day
 * is not known, or whose ground has no rule, nothing runs, and the limit of the one before stands until it has. The very first
 * order starts the absolute limit too.
 */
const ofOrder = (event: DetentionEvent, chain: readonly Series[]): readonly Start[] => {
  const countable = chain.flatMap(({ since, ...series }) => {
    const last = series.orders.at(-1)
    const own = last === undefined ? null : EVENT_OF_GROUND[last.ground]
    return since === null || own === null || last === undefined ? [] : [{ since, own, last, series }]
  })
  const present = countable.at(-1)
  const [first] = chain
  return [
    ...(present?.last.id === event.id
      ? [start(present.own, present.since, null, factsOf({ since: present.since, ...present.series }))]
      : []),
    ...(first !== undefined && first.orders[0]?.id === event.id && first.since !== null
      ? [start('first_detention_began', first.since)]
      : []),
  ]
}

/** Each extension by the minister has to be brought before the court anew. */
const ofExtension = (event: DetentionEvent): readonly Start[] => {
  const on = dayOfEvent(event)
  return event.orderKind === 'extension' && event.byMinister && on !== null
    ? [start('detention_extended_by_minister', on)]
    : []
}

const insteadOf = (event: EventCode): readonly EventCode[] => {
  if (ORDER_EVENTS.includes(event)) return ORDER_EVENTS
  return event === 'indictment_chamber_decided' ? ['petition_decided'] : []
}

const isNoRelease = ({ petitionOutcome }: DetentionEvent): boolean =>
  petitionOutcome === 'rejected' || petitionOutcome === 'inadmissible'

/** The day of the hearing is what the court has printed: known before it comes, also where no one knows when it was asked for. */
const ofHearing = (event: DetentionEvent): readonly Start[] => {
  const { kind, heardOn } = event
  if (kind !== 'petition_filed' || heardOn === null) return []
  return [{ ...start('hearing_set', dayOfEvent(event) ?? heardOn), letter: { kind: 'lastDay', on: heardOn } }]
}

/** A judgment of the Indictment Chamber that keeps someone detained: the month to the next petition runs from it. */
const isUpheld = (event: DetentionEvent): boolean =>
  event.kind === 'petition_decided' && event.court === 'indictment_chamber' && isNoRelease(event)

/** An appeal runs from the service; as long as it is not known, from the decision, which is no later. The hour is that of its day. */
const ofService = (event: DetentionEvent, on: Day): { readonly on: Day; readonly at: string | null } =>
  event.servedOn === null || event.servedOn === on ? { on, at: event.at } : { on: event.servedOn, at: null }

const ofPetition = (event: DetentionEvent, on: Day, rows: readonly DetentionEvent[]): readonly Start[] => {
  const { kind, court, petitionOutcome } = event
  if (court === 'court_of_cassation') return []
  const served = ofService(event, on)
  if (court === 'indictment_chamber') {
    if (kind === 'petition_filed') return [start('indictment_appeal_filed', on)]
    return isNoRelease(event) ? [start('indictment_chamber_decided', served.on, served.at)] : []
  }
  if (kind === 'petition_filed') return [start('petition_filed', on)]
  const isJudgedSince = rows.slice(rows.indexOf(event)).some(isUpheld)
  return [
    ...(petitionOutcome === 'released' || petitionOutcome === 'no_decision_in_time' || isJudgedSince
      ? []
      : [start('petition_decided', on)]),
    ...(isNoRelease(event) ? [start('council_chamber_decided', served.on, served.at)] : []),
  ]
}

const startsOf = (
  event: DetentionEvent,
  chain: readonly Series[],
  rows: readonly DetentionEvent[],
): readonly Start[] => {
  if (event.kind === 'ordered') return [...ofOrder(event, chain), ...ofExtension(event)]
  const on = dayOfEvent(event)
  if (on === null) return ofHearing(event)
  switch (event.kind) {
    case 'petition_filed':
    case 'petition_decided':
      return [...ofPetition(event, on, rows), ...ofHearing(event)]
    case 'incident':
      return [start('complaint_fact', on, event.at)]
    case 'complaint_answered':
      return [start('complaint_answered', on)]
    default:
      rest(
        event.kind,
        'suspended resumed referral_seen removal_planned removal_ended isolation_began',
        'isolation_ended hunger_strike_began hunger_strike_ended complaint_filed ended',
      )
      return []
  }
}

const STARTS: readonly EventKind[] = [
  'ordered',
  'petition_filed',
  'petition_decided',
  'incident',
  'complaint_answered',
]

/** True when an event would start a clock and its day is not known: its page asks for the day, because silence is no answer. */
export const lacksDay = (event: DetentionEvent): boolean =>
  STARTS.includes(event.kind) && event.withdrawnBecause === null && dayOfEvent(event) === null

export type Around = {
  readonly applied: Applied
  /** No one of the file is outside the episode: what it ends is ended for the whole file. */
  readonly isWholeFile: boolean
}

/**
 * What the rows of an episode say to the clocks; `events` are all of them. What has no exact day moves no clock. An act stops
 * what an earlier row of its own episode began, and what others began in the file when it is about everyone in it.
 */
export const clocksOf = (
  events: readonly DetentionEvent[],
  { applied, isWholeFile }: Around,
): Clocks & { readonly current: readonly string[] } => {
  const rows = current(events)
  const chain = seriesOf(rows)
  const saying = standsFor(events)
  const indexOf = new Map(
    rows.flatMap(({ id }, index) => [...(saying.get(id) ?? [id])].map((one) => [one, index])),
  )
  const ids = new Set(events.map(({ id }) => id))
  const petitions = pairsOf(rows, 'petition_filed')
  const entryOf = ({ id }: DetentionEvent) => ({ kind: 'detention_event', id }) as const
  const concerns =
    (index: number, families: Acts['families']) =>
    ({ causeRef, family }: Concerned) => {
      if (families !== null && !families.includes(family)) return false
      if (causeRef === null || !ids.has(causeRef)) return isWholeFile
      const cause = indexOf.get(causeRef)
      return cause !== undefined && cause < index
    }
  return {
    wants: rows.flatMap((event) =>
      startsOf(event, chain, rows).map(
        ({ letter = null, ...one }): Want => ({
          cause: entryOf(event),
          rows: saying.get(event.id) ?? new Set([event.id]),
          trigger: { ...one, notification: null, ...applied },
          letter,
          insteadOf: insteadOf(one.event),
        }),
      ),
    ),
    told: rows.flatMap((event, index): ActOfRow[] => {
      const on = dayOfEvent(event)
      const { acts, families } = actsOf(event)
      if (on === null) return []
      const entry = entryOf(event)
      const heard = petitions.find(({ ends }) => ends?.id === event.id)?.begins
      return [
        ...acts.map((act) => ({ act, on, entry, concerns: concerns(index, families) })),
        // A decision answers the hearing of its own petition and of no other.
        ...(heard === undefined
          ? []
          : [
              {
                act: 'hearing_held',
                on,
                entry,
                concerns: ({ causeRef }: Concerned) =>
                  causeRef !== null && (saying.get(heard.id)?.has(causeRef) ?? false),
              } as const,
            ]),
      ]
    }),
    current: rows.map(({ id }) => id),
  }
}
