import 'server-only'
import type { Work } from '@/lib/db/work'
import { closeByAct, listStartedBy, startClocks, takeBackClocks } from '@/lib/deadlines/cause.data'
import { findLodgedOn, listOpenDeadlines } from '@/lib/deadlines/deadline.data'
import { clocksOf, takesPlaceOf } from './clocks.rules'
import { type DetentionEvent, dayOfEvent, standing } from './event.rules'

type Written = {
  readonly caseId: string
  readonly eventId: string
  /** All rows of the episode, the written one among them. */
  readonly events: readonly DetentionEvent[]
}

/** Starts what an event starts. What it takes the place of, and what the row it corrects had started, is superseded. */
const startFor = async (work: Work, { caseId, eventId, events }: Written): Promise<string[]> => {
  const rows = standing(events)
  const event = rows.find(({ id }) => id === eventId)
  if (event === undefined) return []
  const before = event.replaces === null ? [] : await listStartedBy(work, caseId, event.replaces)
  const lodgedOn = await findLodgedOn(work, caseId)
  const started: string[] = []
  for (const one of clocksOf(event, rows).starts) {
    const open = await listOpenDeadlines(work, caseId)
    const replaces = open.filter(({ id, event: its }) => before.includes(id) || takesPlaceOf(one.event, its))
    const { deadlineIds } = await startClocks(work, {
      caseId,
      trigger: { ...one, notification: null, lodgedOn },
      letter: null,
      replaces: replaces.map(({ id }) => id).filter((id) => !started.includes(id)),
      cause: { kind: 'detention_event', id: eventId },
    })
    started.push(...deadlineIds)
  }
  return started
}

/** Closes what an event closes, and starts what it starts. What has not happened yet closes nothing. */
export const moveClocks = async (
  work: Work,
  written: Written,
): Promise<{ readonly started: string[]; readonly closed: string[] }> => {
  const { caseId, eventId, events } = written
  const rows = standing(events)
  const event = rows.find(({ id }) => id === eventId)
  const on = event === undefined ? null : dayOfEvent(event)
  const closed: string[] = []
  if (event !== undefined && on !== null) {
    const { acts, families } = clocksOf(event, rows)
    for (const act of acts)
      closed.push(
        ...(await closeByAct(work, {
          caseId,
          act,
          on,
          entry: { kind: 'detention_event', id: eventId },
          concerns: ({ family }) => families === null || families.includes(family),
        })),
      )
  }
  return { started: await startFor(work, written), closed }
}

/**
 * Takes back what an event had started that never happened. Where an order falls away, the maxima of those that stand are
 * counted again.
 */
export const takeBack = async (
  work: Work,
  {
    caseId,
    event,
    by,
    events,
  }: {
    readonly caseId: string
    readonly event: DetentionEvent
    readonly by: string
    readonly events: readonly DetentionEvent[]
  },
): Promise<void> => {
  const deadlineIds = await listStartedBy(work, caseId, event.id)
  await takeBackClocks(work, { caseId, deadlineIds, by: { kind: 'detention_event', id: by } })
  if (event.kind !== 'ordered') return
  const orders = standing(events).filter(({ kind }) => kind === 'ordered')
  const again = new Set([orders[0]?.id, orders.at(-1)?.id])
  for (const eventId of again) if (eventId !== undefined) await startFor(work, { caseId, eventId, events })
}
