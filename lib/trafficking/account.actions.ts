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
import { findAccount, insertAccount, insertSign, listSigns } from './account.data'
import { accountSchema, answersSchema, signSchema } from './account.schema'
import { accountFields } from './account.view'
import { getTraffickingFile } from './file.data'

/** Writes down what is known, and the signs that came with it. A sign that stands already is not written twice. */
export const saveTraffickingAccount = defineAction({
  name: 'saveTraffickingAccount',
  permission: 'case:edit',
  schema: accountSchema,
  value: z.object({ version: z.int() }),
  audit: ({ caseId }, { version }) => ({ event: 'trafficking.account', caseId, version }),
  run: async (work, input) => {
    const { caseId, version, words, reading } = input
    await getTraffickingFile(work, caseId)
    if (input.choiceOn > today(work)) return no('inTheFuture', { choiceOn: 'inTheFuture' })
    await lockRegisters(work, caseId)
    const before = await findAccount(work, caseId)
    if ((before?.revision ?? 0) !== version) return conflict(accountFields(caseId, before))
    await insertAccount(work, { caseId, words, reading, answers: answersSchema.parse(input) }, version + 1)
    const known: readonly string[] = currentOf(await listSigns(work, caseId)).map(({ row }) => row.sign)
    const ticked = [...input.signsAny, ...input.signsSexual, ...input.signsBegging, ...input.signsLabour]
    for (const sign of ticked)
      if (!known.includes(sign))
        await insertSign(work, { caseId, sign, grade: 'medium', source: input.signSource }, null)
    return ok({ version: version + 1 })
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
