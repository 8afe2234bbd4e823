import type { Trigger } from '@/lib/deadlines/clock.rules'
import type { Letter } from '@/lib/deadlines/letter.rules'
import type { Applied } from '@/lib/deadlines/regime.rules'
import type { Clocks, Concerned, Told, Want } from '@/lib/deadlines/settle.rules'
import type { EventCode, Fact } from '@/lib/deadlines/vocabulary.rules'
import type { Day } from '@/lib/shared/dates'
import { type Acts, actsOf } from './acts.rules'
import { type Series, seriesOf } from './chain.rules'
import { type DetentionEvent, dayOfEvent, standing, standsFor } from './event.rules'
import { pairsOf } from './pairs.rules'
import type { Ground } from './vocabulary.rules'

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

const isNoRelease = ({ petitionOutcome }: DetentionEvent): boolean =>
  petitionOutcome === 'rejected' || petitionOutcome === 'inadmissible'

/** The day of the hearing is what the court has printed: known before it comes, also where nobody knows when it was asked for. */
const ofHearing = (event: DetentionEvent): readonly Start[] => {
  const { kind, heardOn } = event
  if (kind !== 'petition_filed' || heardOn === null) return []
  return [{ ...start('hearing_set', dayOfEvent(event) ?? heardOn), letter: { kind: 'lastDay', on: heardOn } }]
}

const ofPetition = (event: DetentionEvent, on: Day): readonly Start[] => {
  const { kind, court, petitionOutcome, at } = event
  if (court === 'court_of_cassation') return []
  if (court === 'indictment_chamber') {
    if (kind === 'petition_filed') return [start('indictment_appeal_filed', on)]
    return isNoRelease(event) ? [start('indictment_chamber_decided', on, at)] : []
  }
  if (kind === 'petition_filed') return [start('petition_filed', on)]
  return [
    ...(petitionOutcome === 'released' || petitionOutcome === 'no_decision_in_time'
      ? []
      : [start('petition_decided', on)]),
    ...(isNoRelease(event) ? [start('council_chamber_decided', on, at)] : []),
  ]
}

const startsOf = (event: DetentionEvent, chain: readonly Series[]): readonly Start[] => {
  if (event.kind === 'ordered') return ofOrder(event, chain)
  const on = dayOfEvent(event)
  if (on === null) return ofHearing(event)
  switch (event.kind) {
    case 'petition_filed':
    case 'petition_decided':
      return [...ofPetition(event, on), ...ofHearing(event)]
    case 'incident':
      return [start('complaint_fact', on, event.at)]
    case 'complaint_answered':
      return [start('complaint_answered', on)]
    default:
      return []
  }
}

export type Around = {
  readonly applied: Applied
  /** Nobody of the file is outside the episode: what it ends is ended for the whole file. */
  readonly isWholeFile: boolean
}

/**
 * What the rows of an episode say to the clocks; `events` are all of them. What has no exact day moves no clock. An act stops
 * what an earlier row of its own episode began, and what others began in the file when it is about everybody in it.
 */
export const clocksOf = (
  events: readonly DetentionEvent[],
  { applied, isWholeFile }: Around,
): Clocks & { readonly standing: readonly string[] } => {
  const rows = standing(events)
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
      startsOf(event, chain).map(
        ({ letter = null, ...one }): Want => ({
          cause: entryOf(event),
          rows: saying.get(event.id) ?? new Set([event.id]),
          trigger: { ...one, notification: null, ...applied },
          letter,
          insteadOf: ORDER_EVENTS.includes(one.event) ? ORDER_EVENTS : [],
        }),
      ),
    ),
    told: rows.flatMap((event, index): Told[] => {
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
    standing: rows.map(({ id }) => id),
  }
}
