import * as z from 'zod/mini'
import { LOCALES } from '@/lib/i18n/locales'
import {
  askedLink,
  askedText,
  code,
  codes,
  link,
  maybeName,
  text as maybeText,
} from '@/lib/records/field.schema'
import { defineRecord, type RowOf } from '@/lib/records/record.schema'
import { idOrNone, whichRow } from '@/lib/registers/register.schema'
import { day, dayOrNone } from '@/lib/shared/day.schema'
import { FIELDS } from './field.rules'
import { GROUNDS } from './ground.rules'
import { REFERRAL_KINDS, STEPS, URGENCIES, WAYS } from './referral.rules'

const line = z.string().check(z.trim(), z.maxLength(200, 'tooLong'))
const slug = z.string().check(z.regex(/^[a-z0-9-]{0,60}$/, 'unknownChoice'))
const text = z.string().check(z.trim(), z.maxLength(5_000, 'tooLong'))
const fields = z
  .array(z.enum(FIELDS.codes))
  .check(z.minLength(1, 'required'), z.maxLength(FIELDS.codes.length, 'invalid'))

/** To whom a person is referred and what is asked. A partner, and a body of the reference data, bring their name and kind with them. */
export const referralSchema = z
  .strictObject({
    ...whichRow,
    personId: z.uuid('required'),
    partnerId: idOrNone,
    bodySlug: slug,
    to: line,
    kind: z.union([z.literal(''), z.enum(REFERRAL_KINDS.codes)], 'unknownChoice'),
    urgency: z.enum(URGENCIES.codes, 'required'),
    asked: text.check(z.minLength(1, 'required')),
    contact: line,
    reach: line,
  })
  .check(
    z.superRefine(({ partnerId, bodySlug, to, kind }, context) => {
      if (partnerId !== '' || bodySlug !== '') return
      if (to === '') context.addIssue({ code: 'custom', path: ['to'], message: 'required' })
      if (kind === '') context.addIssue({ code: 'custom', path: ['kind'], message: 'required' })
    }),
  )
export type ReferralInput = z.output<typeof referralSchema>

/** A referral as it is stored: the fields of the file that leave with it are chosen in a form of their own. */
export const referral = defineRecord({
  table: 'referral',
  fields: {
    personId: askedLink,
    partnerId: link,
    bodySlug: maybeName(slug),
    to: askedText('to', line),
    kind: code(REFERRAL_KINDS, 'other'),
    urgency: code(URGENCIES, 'this_week'),
    asked: askedText('asked', text),
    contact: maybeText('contact', 200),
    reach: maybeText('reach', 200),
    fields: codes(FIELDS),
    language: code(LOCALES, 'en'),
  },
})
export type ReferralRow = RowOf<typeof referral.fields>

const which = { caseId: z.uuid(), subjectId: z.uuid(), version: z.int().check(z.minimum(1)) }

/** Which fields of the file leave the organisation with it, and in which language. */
export const fieldsSchema = z.strictObject({ ...which, fields, language: z.enum(LOCALES.codes) })

/** Something happened with it. `nextText` is the task that asks again on `nextOn`. */
export const stepSchema = z
  .strictObject({
    caseId: z.uuid(),
    subjectId: z.uuid(),
    kind: z.enum(STEPS.codes, 'required'),
    on: day,
    way: z.union([z.literal(''), z.enum(WAYS.codes)], 'unknownChoice'),
    ground: z.union([z.literal(''), z.enum(GROUNDS.codes)], 'unknownChoice'),
    words: text,
    nextOn: dayOrNone,
    nextText: line,
  })
  .check(
    z.superRefine(({ kind, on, nextOn, ground, words }, context) => {
      const issue = (path: string) => context.addIssue({ code: 'custom', path: [path], message: 'required' })
      if (kind === 'sent' && ground === '') issue('ground')
      // Another ground than consent says why.
      if (kind === 'sent' && ground !== '' && ground !== 'consent' && words === '') issue('words')
      if (nextOn !== '' && nextOn < on)
        context.addIssue({ code: 'custom', path: ['nextOn'], message: 'endBeforeStart' })
    }),
  )
export type StepInput = z.output<typeof stepSchema>

export const stepBackSchema = z.strictObject({ caseId: z.uuid(), subjectId: z.uuid(), stepId: z.uuid() })
