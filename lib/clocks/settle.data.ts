import 'server-only'
import * as z from 'zod'
import { tellOfDepartures, tellOfProcedures } from '@/lib/asylum/clocks.data'
import { today } from '@/lib/cases/case.data'
import type { Work } from '@/lib/db/work'
import { type Deadline, listDeadlines, listOpenDeadlines, updateClosed } from '@/lib/deadlines/deadline.data'
import { letterOf } from '@/lib/deadlines/letter.rules'
import { insertDeadlines, lockDeadlines, updateTakenBack } from '@/lib/deadlines/record.data'
import type { Applied } from '@/lib/deadlines/regime.rules'
import { setReminders } from '@/lib/deadlines/remind-on.data'
import { tellOfDeadlines } from '@/lib/deadlines/reminder.data'
import { listRules, type OrganisationRule } from '@/lib/deadlines/rule.data'
import { type ActOfRow, closingOf, type Due, type Known, planClocks } from '@/lib/deadlines/settle.rules'
import { type Started, startDeadlines } from '@/lib/deadlines/start.rules'
import { ENTRY_KINDS } from '@/lib/deadlines/vocabulary.rules'
import { tellOfDetention } from '@/lib/detention/clocks.data'
import { listCustody } from '@/lib/detention/custody.data'
import { tellOfGuardianship } from '@/lib/guardianship/clocks.data'
import { tellOfTrafficking } from '@/lib/trafficking/stage.data'

/** What a handler answers of a row that moves clocks: the deadlines that began and ended by it. */
export const moved = { deadlineIds: z.array(z.uuid()), closedIds: z.array(z.uuid()) }
export type Moved = { deadlineIds: string[]; closedIds: string[] }

/** What someone told of the application with a deadline that they recorded by hand. */
const toldApplied = (known: readonly Deadline[]): Applied => {
  const byHand = known
    .filter(({ causeKind }) => causeKind === null)
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
  const first = (day: 'lodgedOn' | 'registeredOn') =>
    byHand.flatMap((one) => (one[day] === null ? [] : [one[day]])).at(0) ?? null
  return { lodgedOn: first('lodgedOn'), registeredOn: first('registeredOn') }
}

/** What the rooms say of a file: the days of the application, which the procedure knows, decide the law of detention too. */
const listen = async (work: Work, caseId: string, known: readonly Deadline[]) => {
  const procedures = await tellOfProcedures(work, caseId)
  const told = toldApplied(known)
  const applied: Applied = {
    lodgedOn: procedures.lodgedOn ?? told.lodgedOn,
    registeredOn: procedures.registeredOn ?? told.registeredOn,
  }
  const detention = await tellOfDetention(work, caseId, applied)
  const guardianship = await tellOfGuardianship(work, caseId, applied)
  const trafficking = await tellOfTrafficking(work, caseId)
  const departures = await tellOfDepartures(work, caseId)
  const rooms = [procedures, detention, guardianship, trafficking]
  return {
    wants: rooms.flatMap(({ wants }) => wants),
    told: [...rooms, departures].flatMap(({ told }) => told),
    current: new Set([...rooms, departures].flatMap(({ current }) => current)),
  }
}

/** One due deadline after another, those of one event together, because they belong to one chain. */
const byEvent = <R>(starts: readonly Due<R>[]): readonly (readonly [Due<R>, ...Due<R>[]])[] => {
  const groups: [Due<R>, ...Due<R>[]][] = []
  for (const one of starts) {
    const group = groups.find(([first]) => first.cause.id === one.cause.id && first.trigger === one.trigger)
    if (group === undefined) groups.push([one])
    else group.push(one)
  }
  return groups
}

/**
 * Brings the deadlines of a file to what its rows say now. A room calls it after each row it writes: `by` is the
 * id of that row. The file was found within reach. Nothing closed is opened again: what has to run anew is a new deadline of the same event.
 */
export const settleClocks = async (work: Work, caseId: string, by: string): Promise<Moved> => {
  await lockDeadlines(work, caseId)
  const known = await listDeadlines(work, caseId)
  const clocks = await listen(work, caseId, known)
  const rules = await listRules(work)
  const plan = planClocks(clocks, { known, rules, current: clocks.current, today: today(work) })
  const stale = new Map(
    known.filter(({ id }) => plan.stale.some((one) => one.id === id)).map((one) => [one.id, one]),
  )
  const begun = new Map<string, Started<OrganisationRule>>()

  for (const group of byEvent(plan.starts)) {
    const [{ cause, rows, trigger, letter, insteadOf }] = group
    const started = group.map((one) => one.started)
    const replaced = [...stale.values()].filter(
      ({ causeRef, event }) => (causeRef !== null && rows.has(causeRef)) || insteadOf.includes(event),
    )
    const ids = await insertDeadlines(work, { caseId, trigger, letter, started, replaced, cause })
    for (const { id } of replaced) stale.delete(id)
    for (const [index, one] of started.entries()) begun.set(ids[index] ?? '', one)
  }
  for (const one of plan.restarts)
    for (const [id, started] of await restart(work, caseId, one, rules)) begun.set(id, started)
  for (const one of stale.values()) await updateTakenBack(work, one, by)

  const closedIds = await closeTold(work, caseId, clocks.told)
  await setReminders(work, caseId, listCustody, rules)
  const running = [...begun].filter(([id]) => !closedIds.includes(id))
  await tellOfDeadlines(
    work,
    caseId,
    running.map(([, started]) => started),
  )
  return { deadlineIds: running.map(([id]) => id), closedIds }
}

/** Starts anew what was begun by hand or by a document, from the same event with the same letter. */
const restart = async (
  work: Work,
  caseId: string,
  one: Known,
  rules: readonly OrganisationRule[],
): Promise<readonly (readonly [string, Started<OrganisationRule>])[]> => {
  const { event, happenedOn: on, happenedAt: at, notification, facts, lodgedOn, registeredOn, causeRef } = one
  const trigger = { event, on, at, notification, facts, lodgedOn, registeredOn }
  const letter = letterOf(one)
  const started = startDeadlines(rules, trigger, letter).filter(({ rule }) => rule.family === one.family)
  const kind = ENTRY_KINDS.readOrNull(one.causeKind)
  const cause = kind === null || causeRef === null ? null : { kind, id: causeRef }
  const ids = await insertDeadlines(work, { caseId, trigger, letter, started, replaced: [], cause })
  return started.flatMap((begun, index) => (ids[index] === undefined ? [] : [[ids[index], begun] as const]))
}

/** Closes every open deadline of which a current row says that it was answered. */
const closeTold = async (work: Work, caseId: string, acts: readonly ActOfRow[]): Promise<string[]> => {
  const closedIds: string[] = []
  for (const deadline of await listOpenDeadlines(work, caseId)) {
    const { id, version, rule } = deadline
    const closing = closingOf(acts, { ...deadline, closedBy: rule.closedBy }, today(work))
    if (closing === null) continue
    const { act, on, entry, kept } = closing
    if (await updateClosed(work, { id, caseId, version }, { act, on, kind: entry.kind, ref: entry.id, kept }))
      closedIds.push(id)
  }
  return closedIds
}
