import type { Day } from '@/lib/shared/dates'
import type { Trigger } from './clock.rules'
import { close, type DeadlineStatus, type Timeliness } from './deadline-state.rules'
import { isSameLetter, type Letter, letterOf, type Printed } from './letter.rules'
import { type Asked, isMovedByLaw, isSameApplication, isSameSet } from './moved.rules'
import { type Started, startDeadlines, type Whole } from './start.rules'
import type { Act, EntryKind, EventCode } from './vocabulary.rules'

/**
 * Which deadlines of a file have to run, from the rows of the rooms that stand, whatever was written, corrected and taken
 * away before and in whichever order. What runs already stays as it was counted; the rest is started or taken back.
 */

export type Entry = { readonly kind: EntryKind; readonly id: string }

/** The rooms whose rows are the only thing that starts their clocks. */
const ROOMS: readonly (string | null)[] = [
  'asylum_event',
  'detention_event',
  'guardianship_event',
  'trafficking_event',
]
/** Rows that are corrected and withdrawn: what one of them closed holds as long as it stands. A departure starts no clock. */
const TELLERS: readonly (string | null)[] = [...ROOMS, 'matter_step']

type Edition = Whole & { readonly id: string }

/** What a current row has begun. */
export type Want = {
  readonly cause: Entry
  /** The row, those in whose place it stands, and those that were said to be the same. */
  readonly rows: ReadonlySet<string>
  readonly trigger: Trigger
  readonly letter: Letter | null
  /** Other events whose deadlines this takes the place of. */
  readonly insteadOf: readonly EventCode[]
}

/** Of a deadline, what says which acts it concerns. */
export type Concerned = {
  readonly causeRef: string | null
  readonly family: string
  readonly happenedOn: Day | null
}

/** An act of which a current row tells. */
export type ActOfRow = {
  readonly act: Act
  readonly on: Day
  readonly entry: Entry
  readonly concerns: (deadline: Concerned) => boolean
}

export type Clocks = { readonly wants: readonly Want[]; readonly told: readonly ActOfRow[] }

/** A deadline of the file, as it was written. */
export type Known = Concerned &
  Printed &
  Omit<Trigger, 'on' | 'at'> & {
    readonly id: string
    readonly happenedAt: string | null
    readonly dueOn: Day | null
    readonly explanation: Asked & { readonly verdict: { readonly remindOn: Day | null } }
    readonly status: DeadlineStatus
    readonly closedAct: Act | null
    readonly closedOn: Day | null
    readonly closedKind: string | null
    readonly closedRef: string | null
    readonly supersededBy: string | null
    readonly causeKind: string | null
    readonly rule: { readonly id: string; readonly closedBy: readonly Act[] }
  }

type Subject = Concerned & Pick<Known, 'event' | 'dueOn'> & { readonly closedBy: readonly Act[] }

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The earliest act that closes an open deadline, and whether it came in time. */
export const closingOf = (
  acts: readonly ActOfRow[],
  { closedBy, ...subject }: Subject,
  today: Day,
): (ActOfRow & { readonly kept: Timeliness }) | null => {
  const sorted = [...acts].sort((a, b) => text(a.on, b.on) || text(a.entry.id, b.entry.id))
  for (const one of sorted) {
    if (!one.concerns(subject)) continue
    const judged = close(
      { ...subject, status: 'open', triggeredOn: subject.happenedOn },
      { closedBy },
      { act: one.act, on: one.on, linked: one.entry.id },
      today,
    )
    if (judged.ok) return { ...one, kept: judged.value }
  }
  return null
}

/** A deadline that has to be on record. */
export type Due<R> = Want & { readonly started: Started<R> }
type Judged<R> = Due<R> & { readonly isClosed: boolean }

const dueOf = <R extends Edition>(
  { wants, told }: Clocks,
  { rules, today }: { readonly rules: readonly R[]; readonly today: Day },
): readonly Judged<R>[] =>
  wants.flatMap((want) =>
    startDeadlines(rules, want.trigger, want.letter).map((started) => ({
      ...want,
      started,
      isClosed:
        closingOf(
          told,
          {
            causeRef: want.cause.id,
            family: started.rule.family,
            happenedOn: want.trigger.on,
            event: want.trigger.event,
            dueOn: started.verdict.dueOn,
            closedBy: started.rule.closedBy,
          },
          today,
        ) !== null,
    })),
  )

const eventKey = ({ event, on, family }: { event: EventCode; on: Day | null; family: string }): string =>
  [event, on ?? '', family].join(' ')

/** Two rows that tell of one event leave one clock: of those that run, the one that reminds first. */
const withoutDuplicates = <R extends Edition>(due: readonly Judged<R>[]): readonly Judged<R>[] => {
  const duplicates = new Map<string, Judged<R>[]>()
  for (const one of due) {
    const key = eventKey({ ...one.trigger, family: one.started.rule.family })
    duplicates.set(key, [...(duplicates.get(key) ?? []), one])
  }
  const order = ({ isClosed, started, cause }: Judged<R>): string =>
    [isClosed ? 1 : 0, started.verdict.remindOn ?? '9999-12-31', cause.id].join(' ')
  return [...duplicates.values()].flatMap((group) => {
    const rows = new Set(group.flatMap((one) => [...one.rows]))
    return [...group]
      .sort((a, b) => text(order(a), order(b)))
      .slice(0, 1)
      .map((one) => ({ ...one, rows }))
  })
}

const isOfEvent = <R extends Edition>(known: Known, { rows, trigger, started }: Due<R>): boolean =>
  known.causeRef !== null &&
  rows.has(known.causeRef) &&
  known.family === started.rule.family &&
  known.event === trigger.event &&
  known.happenedOn === trigger.on

/** The same event in the same words. Another day of lodging or registration is the same where the law counted the same. */
const isSame = <R extends Edition>(known: Known, due: Due<R>): boolean => {
  const { trigger, letter, started } = due
  const isSameLaw =
    isSameApplication(known, trigger) ||
    (known.rule.id === started.rule.id &&
      known.dueOn === started.verdict.dueOn &&
      known.explanation.verdict.remindOn === started.verdict.remindOn)
  return (
    isOfEvent(known, due) &&
    isSameLaw &&
    known.happenedAt === trigger.at &&
    known.notification === trigger.notification &&
    isSameSet(known.facts, trigger.facts) &&
    isSameLetter(letterOf(known), letter)
  )
}

type Record = {
  readonly known: readonly Known[]
  /** The rows of the rooms that stand. */
  readonly current: ReadonlySet<string>
  readonly told: readonly ActOfRow[]
}

/** Whether what closed a deadline still holds: the entry stands, or another one tells of the same act. */
const isClosingTaken = (one: Known, { current, told }: Record): boolean => {
  if (one.closedRef === null || !TELLERS.includes(one.closedKind) || current.has(one.closedRef)) return true
  return told.some(({ act, on, concerns }) => act === one.closedAct && on === one.closedOn && concerns(one))
}

/** Where the chain of what took its place ends. */
const lastOf = (one: Known, known: readonly Known[], seen: readonly string[] = []): Known => {
  const next = known.find(({ id }) => id === one.supersededBy)
  return next === undefined || seen.includes(next.id) ? one : lastOf(next, known, [...seen, one.id])
}

/** The deadline on record that answers for one that is due; null when it has to be started. */
const answerOf = <R extends Edition>(due: Due<R>, record: Record): Known | null => {
  const { known } = record
  const same = known.filter((one) => isSame(one, due))
  const isByHand = (one: Known): boolean => !TELLERS.includes(one.closedKind) && isOfEvent(one, due)
  return (
    same.find(({ status }) => status === 'open') ??
    known.find(
      (one) =>
        one.status === 'closed' && (isByHand(one) || same.includes(one)) && isClosingTaken(one, record),
    ) ??
    // A colleague has put a deadline of their own in its place.
    same.find((one) => one.status === 'superseded' && lastOf(one, known).causeKind === null) ??
    null
  )
}

/** What no one of a room has begun and has to begin again: what closed it, or what took its place, was a mistake. */
const toRestart = (record: Record): readonly Known[] => {
  const { known } = record
  const own = known.filter(({ causeKind }) => !ROOMS.includes(causeKind))
  const latest = new Map(
    [...own]
      .sort((a, b) => text(a.id, b.id))
      .map((one) => [
        `${one.causeRef} ${eventKey({ event: one.event, on: one.happenedOn, family: one.family })}`,
        one,
      ]),
  )
  return [...latest.values()].filter((one) => {
    if (one.status === 'closed') return !isClosingTaken(one, record)
    const last = lastOf(one, known)
    return one.status === 'superseded' && last.status === 'superseded' && ROOMS.includes(last.causeKind)
  })
}

export type Plan<R> = {
  readonly starts: readonly Due<R>[]
  /** Deadlines that were begun by hand or by a document and begin again as they were. */
  readonly restarts: readonly Known[]
  /** Open ones that nothing on record begins any more. */
  readonly stale: readonly Known[]
}

export const planClocks = <R extends Edition>(
  clocks: Clocks,
  record: Omit<Record, 'told'> & { readonly rules: readonly R[]; readonly today: Day },
): Plan<R> => {
  const all = { ...record, told: clocks.told }
  const due = dueOf(clocks, record)
  const answers = withoutDuplicates(due).map((one) => ({ due: one, answer: answerOf(one, all) }))
  const kept = new Set(answers.flatMap(({ answer }) => (answer === null ? [] : [answer.id])))
  return {
    starts: answers.flatMap(({ due, answer }) => (answer === null ? [due] : [])),
    restarts: toRestart(all),
    stale: record.known
      .filter(({ id, status, causeKind }) => status === 'open' && ROOMS.includes(causeKind) && !kept.has(id))
      .filter((one) => !isMovedByLaw(one, clocks.wants, due)),
  }
}
