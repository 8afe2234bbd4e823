'use server'
import * as z from 'zod'
import { today } from '@/lib/cases/case.data'
import { Damaged, NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { lockRegisters } from '@/lib/registers/register.data'
import { currentOf } from '@/lib/registers/register.rules'
import { mistakeSchema } from '@/lib/registers/register.schema'
import { defineAction } from '@/lib/server/define-action'
import { conflict, no, ok } from '@/lib/shared/result'
import { type Account, findAccount, insertAccount, insertSign, listAccounts, listSigns } from './account.data'
import { accountSchema, answeredAll, answersSchema, signSchema } from './account.schema'
import { accountFields } from './account.view'
import { getTraffickingFile } from './file.data'
import { fieldsOf, isSameIn, withStep } from './step.view'
import { mainFormOf, type Step } from './vocabulary.rules'

const NOTHING = { answers: answeredAll('not_asked'), words: '', reading: '' }

/** Whether a colleague changed what this step asks since it was read. */
const isChanged = async (
  work: Work,
  {
    caseId,
    version,
    step,
  }: { readonly caseId: string; readonly version: number; readonly step?: Step | undefined },
  before: Account | null,
): Promise<boolean> => {
  if ((before?.revision ?? 0) === version) return false
  if (step === undefined) return true
  const read =
    version === 0 ? NOTHING : (await listAccounts(work, caseId)).find(({ revision }) => revision === version)
  return read === undefined || !isSameIn(step, read, before ?? NOTHING)
}

/** What stands now, of the step that was saved. */
const toConflict = (caseId: string, before: Account | null, step: Step | undefined) =>
  step === undefined
    ? accountFields(caseId, before)
    : { version: before?.revision ?? 0, ...fieldsOf(step, before ?? NOTHING) }

/** Writes down what is known, and the signs that came with it. A sign that stands already is not written twice. */
export const saveTraffickingAccount = defineAction({
  name: 'saveTraffickingAccount',
  permission: 'case:edit',
  schema: accountSchema,
  value: z.object({ version: z.int() }),
  audit: ({ caseId }, { version }) => ({ event: 'trafficking.account', caseId, version }),
  run: async (work, input) => {
    const { caseId, step, words, reading } = input
    await getTraffickingFile(work, caseId)
    if (input.choiceOn > today(work)) return no('inTheFuture', { choiceOn: 'inTheFuture' })
    await lockRegisters(work, caseId)
    const before = await findAccount(work, caseId)
    const version = (before?.revision ?? 0) + 1
    if (await isChanged(work, input, before)) return conflict(toConflict(caseId, before, step))
    const answers = answersSchema.parse(input)
    const mainForm = mainFormOf(answers.forms, answers.mainForm)
    const typed = { words, reading, answers: { ...answers, mainForm } }
    const written = step === undefined ? typed : withStep(step, before ?? NOTHING, typed)
    await insertAccount(work, { caseId, ...written }, version)
    const known: readonly string[] = currentOf(await listSigns(work, caseId)).map(({ row }) => row.sign)
    const ticked = [...input.signsAny, ...input.signsSexual, ...input.signsBegging, ...input.signsLabour]
    for (const sign of ticked)
      if (!known.includes(sign))
        await insertSign(work, { caseId, sign, grade: 'medium', source: input.signSource }, null)
    return ok({ version })
  },
})

/** The current revision of a sign. Throws NotFound. */
const getSign = async (work: Work, caseId: string, subjectId: string) => {
  const stands = currentOf(await listSigns(work, caseId)).find(({ row }) => row.subjectId === subjectId)
  if (stands === undefined) throw new NotFound()
  return stands.row
}

const written = z.object({ subjectId: z.uuid(), version: z.int() })

/** Says better of a sign how strong it is and where it is known from. */
export const saveTraffickingSign = defineAction({
  name: 'saveTraffickingSign',
  permission: 'case:edit',
  schema: signSchema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'trafficking.sign', caseId, ...value }),
  run: async (work, input) => {
    const { caseId, subjectId, version, grade, source } = input
    await getTraffickingFile(work, caseId)
    await lockRegisters(work, caseId)
    const row = await getSign(work, caseId, subjectId)
    if (row.revision !== version)
      return conflict({ version: row.revision, grade: row.grade, source: row.source })
    if (row.isDamaged) throw new Damaged()
    const next = await insertSign(work, { caseId, sign: row.sign, grade, source }, row)
    return ok({ subjectId, version: next.revision })
  },
})

/** Says of a sign that it was a mistake; it stays readable. */
export const takeTraffickingSignBack = defineAction({
  name: 'takeTraffickingSignBack',
  permission: 'case:edit',
  schema: mistakeSchema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'trafficking.sign', caseId, ...value }),
  run: async (work, { caseId, subjectId, version, mistake }) => {
    await getTraffickingFile(work, caseId)
    await lockRegisters(work, caseId)
    const row = await getSign(work, caseId, subjectId)
    if (row.revision !== version) return no('correctedMeanwhile')
    if (row.isDamaged) throw new Damaged()
    const next = await insertSign(work, row, row, mistake)
    return ok({ subjectId, version: next.revision })
  },
})
