'use server'
import * as z from 'zod'
import { getFile, today } from '@/lib/cases/case.data'
import { settleClocks } from '@/lib/clocks/settle.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { lockRegisters } from '@/lib/registers/register.data'
import { mistakesOf, type Revised, standingOf } from '@/lib/registers/register.rules'
import { defineAction } from '@/lib/server/define-action'
import { conflict, no, ok, type Result } from '@/lib/shared/result'
import { boundsOf, isKnown } from '@/lib/shared/when/when.rules'
import { toWhen } from '@/lib/shared/when/when.schema'
import { getApplication } from './application.data'
import { insertMandate, listMandates } from './mandate.data'
import { mandateSchema } from './mandate.schema'
import { insertMatter, listMatters } from './matter.data'
import { isPlan } from './matter.rules'
import { matterSchema } from './matter.schema'
import { insertNeed, knowsNeed, listNeeds } from './need.data'
import { asTold, needSchema } from './need.schema'
import { type MistakeInput, mistakeSchema } from './register.schema'
import { mandateFields, matterFields, needFields } from './register.view'

const written = z.object({ subjectId: z.uuid(), version: z.int() })
const answer = ({ subjectId, revision }: Revised) => ok({ subjectId, version: revision })

/** The row that a form changes; null when it writes a new one. Throws NotFound. */
const rowOf = <R extends Revised>(rows: readonly R[], subjectId: string): Result<R | null> => {
  if (subjectId === '') return ok(null)
  const standing = standingOf(rows).find(({ row }) => row.subjectId === subjectId)
  if (standing !== undefined) return ok(standing.row)
  if (mistakesOf(rows).some(({ row }) => row.subjectId === subjectId)) return no('correctedMeanwhile')
  throw new NotFound()
}

const isToCome = (typed: string, now: string): boolean => {
  const when = toWhen(typed)
  return isKnown(when) && boundsOf(when).earliest > now
}

/** The first of these days that is still to come: none of them may be. */
const dayToCome = <F extends string>(typed: Readonly<Record<F, string>>, fields: readonly F[], now: string) =>
  fields.find((field) => typed[field] > now)

/** Writes down who acts for somebody, or what is known better of it. */
export const saveMandate = defineAction({
  name: 'saveMandate',
  permission: 'case:edit',
  schema: mandateSchema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'stay.mandate', caseId, ...value }),
  run: async (work, input) => {
    const { caseId, subjectId, version, applicationId } = input
    await getFile(work, 'case:edit', caseId)
    if (applicationId !== '') await getApplication(work, caseId, applicationId)
    const late = dayToCome(input, ['askedOn', 'grantedOn', 'endedOn'], today(work))
    if (late !== undefined) return no('inTheFuture', { [late]: 'inTheFuture' })
    await lockRegisters(work, caseId)
    const before = rowOf(await listMandates(work, caseId), subjectId)
    if (!before.ok) return before
    if (before.value !== null && before.value.revision !== version)
      return conflict(mandateFields(before.value))
    return answer(await insertMandate(work, input, before.value))
  },
})

/** Writes a special need down, or what an authority was told and answered. */
export const saveNeed = defineAction({
  name: 'saveNeed',
  permission: 'case:edit',
  schema: needSchema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'stay.need', caseId, ...value }),
  run: async (work, input) => {
    const { caseId, subjectId, version, personId, need } = input
    const { people } = await getFile(work, 'case:edit', caseId)
    if (!people.some((one) => one.personId === personId)) throw new NotFound()
    if (isToCome(input.on, today(work))) return no('inTheFuture', { on: 'inTheFuture' })
    const days = { ...asTold(input), endedOn: input.endedOn }
    const late = dayToCome(days, ['endedOn', 'toldOn', 'answeredOn'], today(work))
    if (late !== undefined) return no('inTheFuture', { [late]: 'inTheFuture' })
    await lockRegisters(work, caseId)
    const before = rowOf(await listNeeds(work, caseId), subjectId)
    if (!before.ok) return before
    // A code that has left the list may stay where it stands.
    if (before.value?.need !== need && !(await knowsNeed(work, need)))
      return no('invalid', { need: 'unknownChoice' })
    if (before.value !== null && before.value.revision !== version) return conflict(needFields(before.value))
    return answer(await insertNeed(work, input, before.value))
  },
})

/** Writes down what happened in a matter, or puts it right. No rule counts from it; a departure answers an order to leave. */
export const saveMatter = defineAction({
  name: 'saveMatter',
  permission: 'case:edit',
  schema: matterSchema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'stay.matter', caseId, ...value }),
  run: async (work, input) => {
    const { caseId, subjectId, version, personId, kind } = input
    const { people } = await getFile(work, 'case:edit', caseId)
    if (personId !== '' && !people.some((one) => one.personId === personId)) throw new NotFound()
    if (kind === '') return no('invalid', { kind: 'required' })
    if (!isPlan(kind) && isToCome(input.on, today(work))) return no('inTheFuture', { on: 'inTheFuture' })
    await lockRegisters(work, caseId)
    const before = rowOf(await listMatters(work, caseId), subjectId)
    if (!before.ok) return before
    if (before.value !== null && before.value.revision !== version)
      return conflict(matterFields(before.value))
    const row = await insertMatter(work, input, before.value)
    await settleClocks(work, caseId, row.id)
    return answer(row)
  },
})

/** Says of a row that it was a mistake: the same words once more, in a revision that says so. */
const insertMistake = async <R extends Revised>(
  { subjectId, version }: MistakeInput,
  rows: readonly R[],
  insert: (row: R) => Promise<Revised>,
) => {
  const row = rowOf(rows, subjectId)
  if (!row.ok) return row
  if (row.value === null || row.value.revision !== version) return no('correctedMeanwhile')
  return answer(await insert(row.value))
}

const takeBack = async (work: Work, input: MistakeInput) => {
  const { caseId, register, mistake } = input
  switch (register) {
    case 'mandate':
      return insertMistake(input, await listMandates(work, caseId), (row) =>
        insertMandate(work, mandateFields(row), row, mistake),
      )
    case 'need':
      return insertMistake(input, await listNeeds(work, caseId), (row) =>
        insertNeed(work, needFields(row), row, mistake),
      )
    case 'matter':
      return insertMistake(input, await listMatters(work, caseId), async (row) => {
        const back = await insertMatter(work, matterFields(row), row, mistake)
        await settleClocks(work, caseId, back.id)
        return back
      })
  }
}

/** Says of a row of a register that it was a mistake; it stays readable. */
export const takeRowBack = defineAction({
  name: 'takeRowBack',
  permission: 'case:edit',
  schema: mistakeSchema,
  value: written,
  audit: ({ caseId, register }, value) => ({ event: `stay.${register}`, caseId, ...value }),
  run: async (work, input) => {
    await getFile(work, 'case:edit', input.caseId)
    await lockRegisters(work, input.caseId)
    return takeBack(work, input)
  },
})
