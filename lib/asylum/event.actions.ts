'use server'
import * as z from 'zod'
import { getFile, today } from '@/lib/cases/case.data'
import { moved, settleClocks } from '@/lib/clocks/settle.data'
import type { Work } from '@/lib/db/work'
import { heldAt, withDetained } from '@/lib/deadlines/detained.rules'
import { lockDeadlines } from '@/lib/deadlines/record.data'
import type { Fact } from '@/lib/deadlines/vocabulary.rules'
import { listCustody } from '@/lib/detention/custody.data'
import { current } from '@/lib/registers/event-chain.rules'
import { eventMistakeSchema } from '@/lib/registers/register.schema'
import { defineAction } from '@/lib/server/define-action'
import { no, ok, type Result } from '@/lib/shared/result'
import { boundsOf, isKnown } from '@/lib/shared/when/when.rules'
import { toWhen } from '@/lib/shared/when/when.schema'
import { getApplication } from './application.data'
import { getEvent, insertEvent, insertTakenBack, listEvents } from './event.data'
import { countedDay, mayAnswer } from './event.rules'
import { type EventInput, eventSchema } from './event.schema'
import { SHAPES } from './vocabulary.rules'

const written = z.object({ eventId: z.uuid(), ...moved })

/** What speaks against a day: only an interview may be still to come, and an answer never comes before what it answers. */
const dayProblem = (typed: EventInput, answeredOn: string | null, now: string): Result<null> => {
  const { isNotified } = SHAPES[typed.kind]
  const on = toWhen(typed.on)
  const bounds = isKnown(on) ? boundsOf(on) : null
  const mayCome = typed.kind === 'interview' && (typed.outcome === 'planned' || typed.outcome === 'postponed')
  if (!mayCome && bounds !== null && bounds.earliest > now) return no('inTheFuture', { on: 'inTheFuture' })
  if (!isNotified || typed.notifiedOn === '') {
    if (answeredOn !== null && bounds !== null && bounds.latest < answeredOn)
      return no('answerBefore', { on: 'answerBefore' })
    return ok(null)
  }
  if (typed.notifiedOn > now) return no('inTheFuture', { notifiedOn: 'inTheFuture' })
  if (bounds !== null && typed.notifiedOn < bounds.earliest)
    return no('notifiedBefore', { notifiedOn: 'notifiedBefore' })
  if (answeredOn !== null && typed.notifiedOn < answeredOn)
    return no('answerBefore', { notifiedOn: 'answerBefore' })
  return ok(null)
}

/** What the event answers and what it stands in the place of: rows of the same way that stand themselves. */
const checkTies = async (work: Work, typed: EventInput): Promise<Result<string | null>> => {
  const { caseId, kind, applicationId, concerns, replaces } = typed
  const all = await listEvents(work, caseId)
  const stands = current(all)
  if (replaces !== '') {
    const old = await getEvent(work, caseId, replaces)
    if (!stands.some(({ id }) => id === replaces)) return no('correctedMeanwhile')
    if (old.kind !== kind) return no('invalid')
  }
  if (SHAPES[kind].concerns.length === 0) return ok(null)
  const answered = mayAnswer(all, replaces === '' ? null : replaces).find(({ id }) => id === concerns)
  if (answered === undefined) return no('invalid', { concerns: 'unknownChoice' })
  if (answered.applicationId !== applicationId || !SHAPES[kind].concerns.includes(answered.kind))
    return no('invalid', { concerns: 'unknownChoice' })
  return ok(answered.notifiedOn)
}

/** What is true of the event: what was ticked, and whether the person was held, where its kind asks. */
const factsOf = async (
  work: Work,
  { kind, caseId, facts, held, notifiedOn, notification, on }: EventInput,
): Promise<readonly Fact[]> => {
  if (!SHAPES[kind].asksDetained) return facts
  const day = countedDay({ notifiedOn: notifiedOn === '' ? null : notifiedOn, on: toWhen(on) })
  const notice = { on: day, notification: notification === '' ? null : notification, facts }
  return withDetained(facts, heldAt(held, notice, await listCustody(work, caseId)))
}

/** Records something that happened; the clocks it starts and stops move in the same breath. */
export const recordEvent = defineAction({
  name: 'recordEvent',
  permission: 'case:edit',
  schema: eventSchema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'asylum.recorded', caseId, ...value }),
  run: async (work, typed) => {
    await getFile(work, 'case:edit', typed.caseId)
    await getApplication(work, typed.caseId, typed.applicationId)
    // Two colleagues with the same letter: the second sees what the first has written.
    await lockDeadlines(work, typed.caseId)
    const ties = await checkTies(work, typed)
    if (!ties.ok) return ties
    const days = dayProblem(typed, ties.value, today(work))
    if (!days.ok) return days
    const eventId = await insertEvent(work, typed, await factsOf(work, typed))
    return ok({ eventId, ...(await settleClocks(work, typed.caseId, eventId)) })
  },
})

/** Says of a row that it was a mistake: it stays readable, its clocks are taken back, and what it had closed runs again. */
export const takeEventBack = defineAction({
  name: 'takeEventBack',
  permission: 'case:edit',
  schema: eventMistakeSchema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'asylum.takenBack', caseId, ...value }),
  run: async (work, { caseId, eventId, mistake, words }) => {
    await getFile(work, 'case:edit', caseId)
    await lockDeadlines(work, caseId)
    const event = await getEvent(work, caseId, eventId)
    const stands = current(await listEvents(work, caseId))
    if (!stands.some(({ id }) => id === eventId)) return no('correctedMeanwhile')
    if (stands.some(({ concerns }) => concerns === eventId)) return no('answeredAlready')
    const backId = await insertTakenBack(work, event, { mistake, words })
    return ok({ eventId: backId, ...(await settleClocks(work, caseId, backId)) })
  },
})
