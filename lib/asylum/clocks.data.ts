import 'server-only'
import type { Work } from '@/lib/db/work'
import {
  closeByAct,
  listStartedBy,
  restartClosedBy,
  startClocks,
  takeBackClocks,
} from '@/lib/deadlines/cause.data'
import type { Deadline } from '@/lib/deadlines/deadline.data'
import type { Application } from './application.data'
import { type Around, causesOf, closingOf } from './cause.rules'
import { type EventRow, listEvents } from './event.data'
import { standing } from './event.rules'
import { lodgedOn } from './regime.rules'

export type Moved = { readonly deadlineIds: readonly string[]; readonly closedIds: readonly string[] }

const entryOf = (event: Pick<EventRow, 'id'>) => ({ kind: 'asylum_event' as const, id: event.id })

/** What the rules must know beside the event: the way it is on, when that was lodged, and what the event answers. */
const aroundOf = (event: EventRow, { way, sequence }: Application, all: readonly EventRow[]): Around => ({
  way,
  sequence,
  lodgedOn: lodgedOn(all.filter(({ applicationId }) => applicationId === event.applicationId)),
  answered: all.find(({ id }) => id === event.concerns) ?? null,
})

const start = async (
  work: Work,
  event: EventRow,
  around: Around,
  replaces: readonly string[],
): Promise<string[]> => {
  const deadlineIds: string[] = []
  let open = replaces
  for (const { trigger, letter } of causesOf(event, around)) {
    const clocks = await startClocks(work, {
      caseId: event.caseId,
      trigger,
      letter,
      replaces: open,
      cause: entryOf(event),
    })
    if (clocks.deadlineIds.length > 0) open = []
    deadlineIds.push(...clocks.deadlineIds)
  }
  await takeBackClocks(work, { caseId: event.caseId, deadlineIds: open, by: entryOf(event) })
  return deadlineIds
}

/** A deadline that somebody recorded by hand belongs to an event when it counts from the same day. */
const concerns =
  (answered: EventRow | undefined, ofWay: ReadonlySet<string>) =>
  ({ causeRef, happenedOn }: Deadline): boolean => {
    if (answered !== undefined)
      return causeRef === answered.id || (causeRef === null && happenedOn === answered.notifiedOn)
    return causeRef === null || ofWay.has(causeRef)
  }

/**
 * Starts and stops what an event that was just written starts and stops. In the place of an earlier row it takes over that
 * row's clocks; a new day of lodging changes the law, so what other events had started is counted again.
 */
export const moveClocks = async (work: Work, event: EventRow, application: Application): Promise<Moved> => {
  const { caseId, replaces } = event
  const all = await listEvents(work, caseId)
  const stands = standing(all)
  // An answer that was given to an earlier row is one to the row that stands now.
  const now = stands.find(({ id }) => id === event.id) ?? event
  const restarted = replaces === null ? [] : await restartClosedBy(work, caseId, replaces)
  const replaced = replaces === null ? [] : await listStartedBy(work, caseId, replaces)
  const deadlineIds = [...restarted, ...(await start(work, now, aroundOf(now, application, all), replaced))]
  if (event.kind === 'lodged' || event.kind === 'taken_back')
    deadlineIds.push(...(await recount(work, event, application, all)))
  const closedIds = await settle(work, event, all)
  return { deadlineIds: deadlineIds.filter((id) => !closedIds.includes(id)), closedIds }
}

/**
 * Stops what was answered, by this event or by one that was recorded before it: whoever writes down a whole history begins
 * anywhere, and a correction starts again what an appeal had stopped already.
 */
const settle = async (work: Work, { caseId, applicationId }: EventRow, all: readonly EventRow[]) => {
  const ofWay = all.filter((one) => one.applicationId === applicationId)
  const ids = new Set(ofWay.map(({ id }) => id))
  const closedIds: string[] = []
  for (const other of standing(ofWay)) {
    const closing = closingOf(other)
    if (closing === null) continue
    const answered = all.find(({ id }) => id === closing.answers)
    closedIds.push(
      ...(await closeByAct(work, {
        caseId,
        act: closing.act,
        on: closing.on,
        entry: entryOf(other),
        concerns: concerns(answered, ids),
      })),
    )
  }
  return closedIds
}

const recount = async (
  work: Work,
  event: EventRow,
  application: Application,
  all: readonly EventRow[],
): Promise<string[]> => {
  const deadlineIds: string[] = []
  for (const other of standing(all)) {
    if (other.id === event.id || other.applicationId !== event.applicationId) continue
    const open = await listStartedBy(work, event.caseId, other.id)
    if (open.length > 0)
      deadlineIds.push(...(await start(work, other, aroundOf(other, application, all), open)))
  }
  return deadlineIds
}
