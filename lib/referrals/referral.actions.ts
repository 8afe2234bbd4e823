'use server'
import * as z from 'zod'
import { getFile, today } from '@/lib/cases/case.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { listPartners } from '@/lib/partners/partner.data'
import { isOffered, resolve } from '@/lib/partners/partner.rules'
import { toForm } from '@/lib/records/record.schema'
import { written } from '@/lib/records/save.data'
import { lockRegisters } from '@/lib/registers/register.data'
import type { Revised } from '@/lib/registers/register.rules'
import { mistakeSchema } from '@/lib/registers/register.schema'
import { defineAction } from '@/lib/server/define-action'
import { conflict, no, ok, type Result } from '@/lib/shared/result'
import { insertTask } from '@/lib/tasks/task.data'
import { listContradictions } from '@/lib/trafficking/sheet.data'
import { listBodies } from './body.data'
import { MINIMUM, TRAFFICKING_MINIMUM } from './field.rules'
import { gapOf } from './ground.data'
import { getReferral, referrals } from './referral.data'
import { currentSteps, isSent, KIND_OF_PARTNER, type ReferralKind } from './referral.rules'
import {
  fieldsSchema,
  type ReferralInput,
  referral,
  referralSchema,
  stepBackSchema,
  stepSchema,
} from './referral.schema'
import { referralFields } from './referral.view'
import { insertStep, insertStepBack } from './step.data'

const answer = ({ subjectId, revision }: Revised) => ok({ subjectId, version: revision })

type ToWhom = Pick<ReferralInput, 'partnerId' | 'bodySlug' | 'to'> & { readonly kind: ReferralKind }

/** To whom: a partner or a body of the reference data by its name of today, or what was typed. `named` is the partner of the row as it stands. */
const toWhom = async (
  work: Work,
  { partnerId, bodySlug, to, kind }: ReferralInput,
  named: string | null,
): Promise<Result<ToWhom>> => {
  if (partnerId !== '') {
    const partner = (await listPartners(work)).find(({ id }) => id === partnerId)
    if (partner === undefined || (!isOffered(partner) && partnerId !== named))
      return no('notInList', { partnerId: 'unknownChoice' })
    if (partner.warnedOn !== null && partnerId !== named) return no('doNotRefer', { partnerId: 'doNotRefer' })
    return ok({ partnerId, bodySlug: '', to: partner.name, kind: KIND_OF_PARTNER[partner.kind] })
  }
  if (bodySlug !== '') {
    const body = (await listBodies(work)).find(({ slug }) => slug === bodySlug)
    if (body !== undefined) return ok({ partnerId: '', bodySlug, to: body.name, kind: body.kind })
  } else if (kind !== '') return ok({ partnerId: '', bodySlug: '', to, kind })
  return no('notInList', { bodySlug: 'unknownChoice' })
}

/** Whether no one is referred to a partner now, nor to the one that is used where it is named. */
const isWarned = async (work: Work, partnerId: string): Promise<boolean> => {
  const partners = await listPartners(work)
  const warned = ({ id, warnedOn }: { readonly id: string; readonly warnedOn: string | null }): boolean =>
    warnedOn !== null && (id === partnerId || id === resolve(partners, partnerId)?.id)
  return partners.some(warned)
}

/** Writes a referral down, or what is known better of it before it is sent. The least of the file is ticked. */
export const saveReferral = defineAction({
  name: 'saveReferral',
  permission: 'case:edit',
  schema: referralSchema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'referral.written', caseId, ...value }),
  run: async (work, input) => {
    const { caseId, subjectId, version, personId } = input
    const file = await getFile(work, 'case:edit', caseId)
    if (!file.people.some((one) => one.personId === personId && one.until === null)) throw new NotFound()
    await lockRegisters(work, caseId)
    const before = subjectId === '' ? null : await getReferral(work, caseId, subjectId)
    const recipient = await toWhom(work, input, before?.row.partnerId ?? null)
    if (!recipient.ok) return recipient
    const { urgency, asked, contact, reach } = input
    const said = { caseId, subjectId, version, personId, urgency, asked, contact, reach, ...recipient.value }
    if (before === null) {
      const fields = file.kind === 'thb' ? TRAFFICKING_MINIMUM : MINIMUM
      const language = work.locale
      return answer(await referrals.insert(work, { ...said, fields: [...fields], language }, null))
    }
    const { row, steps } = before
    if (row.revision !== version) return conflict(referralFields(row))
    if (isSent(steps)) return no('sentAlready')
    const { fields, language } = row
    return answer(await referrals.insert(work, { ...said, fields: [...fields], language }, row))
  },
})

/** Chooses what of the file leaves the organisation with a referral. */
export const chooseFields = defineAction({
  name: 'chooseFields',
  permission: 'case:edit',
  schema: fieldsSchema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'referral.written', caseId, ...value }),
  run: async (work, { caseId, subjectId, version, fields, language }) => {
    await getFile(work, 'case:edit', caseId)
    await lockRegisters(work, caseId)
    const { row, steps } = await getReferral(work, caseId, subjectId)
    if (row.revision !== version)
      return conflict({ version: row.revision, fields: row.fields, language: row.language })
    if (isSent(steps)) return no('sentAlready')
    return answer(await referrals.insert(work, { ...toForm(referral, row), fields, language }, row))
  },
})

const stepped = z.object({ subjectId: z.uuid(), stepId: z.uuid() })

/** Records what happened with a referral, and makes the task that asks again. */
export const recordReferralStep = defineAction({
  name: 'recordReferralStep',
  permission: 'case:edit',
  schema: stepSchema,
  value: stepped,
  audit: ({ caseId, kind }, value) => ({ event: 'referral.stepped', caseId, kind, ...value }),
  run: async (work, input): Promise<Result<z.output<typeof stepped>>> => {
    const { caseId, subjectId, on, nextOn, nextText } = input
    const file = await getFile(work, 'case:edit', caseId)
    if (on > today(work)) return no('inTheFuture', { on: 'inTheFuture' })
    await lockRegisters(work, caseId)
    const { row } = await getReferral(work, caseId, subjectId)
    const [contradiction] = input.kind === 'sent' ? await listContradictions(work, file, row) : []
    if (contradiction !== undefined) return no(contradiction)
    if (input.kind === 'sent' && row.partnerId !== null && (await isWarned(work, row.partnerId)))
      return no('doNotRefer')
    if (input.kind === 'sent' && input.ground === 'consent' && (await gapOf(work, row)) !== null)
      return no('noConsent', { ground: 'noConsent' })
    const stepId = await insertStep(work, input)
    if (nextOn !== '' && nextText !== '')
      await insertTask(work, { caseId, text: nextText, assignedTo: work.actor.id, dueOn: nextOn })
    return ok({ subjectId, stepId })
  },
})

/** Says of a step that it was a mistake. */
export const takeReferralStepBack = defineAction({
  name: 'takeReferralStepBack',
  permission: 'case:edit',
  schema: stepBackSchema,
  value: stepped,
  audit: ({ caseId }, value) => ({ event: 'referral.stepped', caseId, kind: 'taken_back', ...value }),
  run: async (work, { caseId, subjectId, stepId }) => {
    await getFile(work, 'case:edit', caseId)
    await lockRegisters(work, caseId)
    const { steps } = await getReferral(work, caseId, subjectId)
    const step = currentSteps(steps).find(({ id }) => id === stepId)
    if (step === undefined) throw new NotFound()
    return ok({ subjectId, stepId: await insertStepBack(work, step) })
  },
})

/** Says of a referral that it was a mistake; it stays readable. */
export const takeReferralBack = defineAction({
  name: 'takeReferralBack',
  permission: 'case:edit',
  schema: mistakeSchema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'referral.written', caseId, ...value }),
  run: async (work, { caseId, subjectId, version, mistake }) => {
    await getFile(work, 'case:edit', caseId)
    await lockRegisters(work, caseId)
    const { row } = await getReferral(work, caseId, subjectId)
    if (row.revision !== version) return no('correctedMeanwhile')
    return answer(await referrals.insert(work, toForm(referral, row), row, mistake))
  },
})
