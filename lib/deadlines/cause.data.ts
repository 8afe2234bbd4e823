import 'server-only'
import { today } from '@/lib/cases/case.data'
import type { Work } from '@/lib/db/work'
import type { Day } from '@/lib/shared/dates'
import type { Trigger } from './clock.rules'
import { type Deadline, getDeadline, listOpenDeadlines, updateClosed } from './deadline.data'
import { close } from './deadline-state.rules'
import type { Letter } from './letter.rules'
import { insertDeadlines, lockDeadlines, updateTakenBack } from './record.data'
import { tellOfDeadlines } from './reminder.data'
import { listRules, type OrganisationRule } from './rule.data'
import type { Entry } from './settle.rules'
import { type Started, startDeadlines } from './start.rules'
import type { Act } from './vocabulary.rules'

/**
 * Clocks one by one: those that someone records by hand, and those of what lasts and has a version, like a card. Rooms that
 * keep events settle the whole file instead (settle.data.ts).
 */

export type Clocks = {
  readonly deadlineIds: readonly string[]
  readonly started: readonly Started<OrganisationRule>[]
}

/**
 * Starts what the rules know of an event, in a file the caller has found within reach. `replaces` are open deadlines that
 * this corrects. No rule for the event: nothing starts, nothing is replaced, and the answer is empty.
 */
export const startClocks = async (
  work: Work,
  {
    caseId,
    trigger,
    letter,
    replaces,
    cause = null,
  }: {
    readonly caseId: string
    readonly trigger: Trigger
    readonly letter: Letter | null
    readonly replaces: readonly string[]
    readonly cause?: Entry | null
  },
): Promise<Clocks> => {
  const started = startDeadlines(await listRules(work), trigger, letter)
  if (started.length === 0) return { deadlineIds: [], started }
  const replaced: Deadline[] = []
  for (const id of replaces) replaced.push(await getDeadline(work, caseId, id))
  const deadlineIds = await insertDeadlines(work, { caseId, trigger, letter, started, replaced, cause })
  await tellOfDeadlines(work, caseId, started)
  return { deadlineIds, started }
}

/** The open deadlines that an entry started: what its correction replaces. */
export const listStartedBy = async (work: Work, caseId: string, causeId: string): Promise<string[]> =>
  (await listOpenDeadlines(work, caseId)).filter((one) => one.causeRef === causeId).map(({ id }) => id)

/** Takes open deadlines back, because what started them was recorded by mistake; `by` is the entry that says so. */
export const takeBackClocks = async (
  work: Work,
  {
    caseId,
    deadlineIds,
    by,
  }: { readonly caseId: string; readonly deadlineIds: readonly string[]; readonly by: Entry },
): Promise<void> => {
  for (const id of deadlineIds) {
    const { version } = await getDeadline(work, caseId, id)
    await updateTakenBack(work, { id, version }, by.id)
  }
}

/**
 * Closes every open deadline of the file that an act closes and that began no later than the act, each with whether it was
 * kept. `concerns` narrows it: an appeal against one decision closes nothing that another decision started.
 */
export const closeByAct = async (
  work: Work,
  {
    caseId,
    act,
    on,
    entry,
    concerns = () => true,
  }: {
    readonly caseId: string
    readonly act: Act
    readonly on: Day
    readonly entry: Entry
    readonly concerns?: (deadline: Deadline) => boolean
  },
): Promise<string[]> => {
  await lockDeadlines(work, caseId)
  const closed: string[] = []
  for (const deadline of await listOpenDeadlines(work, caseId)) {
    const { id, version, status, dueOn, event, happenedOn: triggeredOn } = deadline
    const judged = close(
      { status, dueOn, triggeredOn, event },
      deadline.rule,
      { act, on, linked: entry.id },
      today(work),
    )
    if (!judged.ok || !concerns(deadline)) continue
    const closing = { act, on, kind: entry.kind, ref: entry.id, kept: judged.value }
    if (await updateClosed(work, { id, caseId, version }, closing)) closed.push(id)
  }
  return closed
}
