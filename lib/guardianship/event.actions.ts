'use server'
import * as z from 'zod'
import { getFile, today } from '@/lib/cases/case.data'
import { moved, settleClocks } from '@/lib/clocks/settle.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { lockDeadlines } from '@/lib/deadlines/record.data'
import { current } from '@/lib/registers/event-chain.rules'
import { eventMistakeSchema } from '@/lib/registers/register.schema'
import { defineAction } from '@/lib/server/define-action'
import { no, ok, type Result } from '@/lib/shared/result'
import { boundsOf, isKnown } from '@/lib/shared/when/when.rules'
import { toWhen } from '@/lib/shared/when/when.schema'
import { claimTested, withdrawTested } from './age-test.data'
import { type EventRow, getEvent, insertEvent, insertTakenBack, listEvents } from './event.data'
import { dayOfEvent } from './event.rules'
import { type EventInput, eventSchema } from './event.schema'
import { SHAPES } from './shape.rules'

const written = z.object({ eventId: z.uuid(), ...moved })

/** What speaks against a day: nothing lies ahead, and an answer never comes before what it answers. */
const dayProblem = (typed: EventInput, answered: EventRow | null, now: string): Result<null> => {
  const on = toWhen(typed.on)
  const bounds = isKnown(on) ? boundsOf(on) : null
  if (bounds !== null && bounds.earliest > now) return no('inTheFuture', { on: 'inTheFuture' })
  if (typed.notifiedOn > now) return no('inTheFuture', { notifiedOn: 'inTheFuture' })
  if (bounds !== null && typed.notifiedOn !== '' && typed.notifiedOn < bounds.earliest)
    return no('notifiedBefore', { notifiedOn: 'notifiedBefore' })
  const answeredOn = answered === null ? null : dayOfEvent(answered)
  if (answeredOn !== null && bounds !== null && bounds.latest < answeredOn)
    return no('answerBefore', { on: 'answerBefore' })
  return ok(null)
}

type Ties = { readonly corrected: EventRow | null; readonly answered: EventRow | null }

/** What the event answers and what it stands in the place of: rows about the same minor that stand themselves. */
const findTies = async (work: Work, typed: EventInput): Promise<Result<Ties>> => {
  const { caseId, personId, kind, replaces } = typed
  const stands = current(await listEvents(work, caseId))
  let corrected: EventRow | null = null
  if (replaces !== '') {
    corrected = await getEvent(work, caseId, replaces)
    if (!stands.some(({ id }) => id === replaces)) return no('correctedMeanwhile')
    if (corrected.kind !== kind || corrected.personId !== personId) return no('invalid')
  }
  const { concerns } = SHAPES[kind]
  if (concerns === null) return ok({ corrected, answered: null })
  const answered = stands.find(({ id }) => id === typed.concerns)
  if (answered === undefined || answered.kind !== concerns || answered.personId !== personId)
    return no('invalid', { concerns: 'unknownChoice' })
  return ok({ corrected, answered })
}

/** Records something that happened; the clocks it starts and stops move in the same breath, and a test becomes a claim of age. */
export const recordGuardianship = defineAction({
  name: 'recordGuardianship',
  permission: 'case:edit',
  schema: eventSchema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'guardianship.recorded', caseId, ...value }),
  run: async (work, typed) => {
    const file = await getFile(work, 'case:edit', typed.caseId)
    if (!file.people.some(({ personId }) => personId === typed.personId)) throw new NotFound()
    // Two colleagues with the same letter: the second sees what the first has written.
    await lockDeadlines(work, typed.caseId)
    const ties = await findTies(work, typed)
    if (!ties.ok) return ties
    const { corrected, answered } = ties.value
    const days = dayProblem(typed, answered, today(work))
    if (!days.ok) return days
    const claim = await claimTested(work, file, typed, corrected)
    if (!claim.ok) return claim
    const eventId = await insertEvent(work, typed, claim.value)
    return ok({ eventId, ...(await settleClocks(work, typed.caseId, eventId)) })
  },
})

/** Says of a row that it was a mistake: it stays readable, its clocks are taken back, and what it had closed runs again. */
export const takeGuardianshipBack = defineAction({
  name: 'takeGuardianshipBack',
  permission: 'case:edit',
  schema: eventMistakeSchema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'guardianship.takenBack', caseId, ...value }),
  run: async (work, { caseId, eventId, mistake, words }) => {
    const file = await getFile(work, 'case:edit', caseId)
    await lockDeadlines(work, caseId)
    const event = await getEvent(work, caseId, eventId)
    const stands = current(await listEvents(work, caseId))
    if (!stands.some(({ id }) => id === eventId)) return no('correctedMeanwhile')
    if (stands.some(({ concerns }) => concerns === eventId)) return no('answeredAlready')
    await withdrawTested(work, file, event)
    const backId = await insertTakenBack(work, event, { mistake, words })
    return ok({ eventId: backId, ...(await settleClocks(work, caseId, backId)) })
  },
})
