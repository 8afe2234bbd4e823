import * as z from 'zod/mini'
import { LOCALES } from '@/lib/i18n/locales'
import { SETTING_KEYS } from '@/lib/settings/registry.schema'
import {
  ACCENTS,
  KINDS_OF_WORK,
  MAIL_SECURITY,
  NAMINGS,
  REVIEW_DAYS,
  STEP_STATES,
  STEPS,
  UNSEEN_BOUNDS,
} from '@/lib/settings/setting.rules'

/** What may be typed on the pages of settings: fields hold text, the output is the value of the registry. */
const text = (max: number) => z.string().check(z.trim(), z.maxLength(max, 'tooLong'))
const required = (max: number) => text(max).check(z.minLength(1, 'required'))
const within = (from: number, to: number) =>
  z.pipe(
    z.string('notANumber').check(
      z.trim(),
      z.regex(/^\d{1,5}$/, 'notANumber'),
      z.refine((typed) => Number(typed) >= from && Number(typed) <= to, 'outsideBounds'),
    ),
    z.transform(Number),
  )
const days = within(UNSEEN_BOUNDS.from, UNSEEN_BOUNDS.to)
const review = z.pipe(
  z.string().check(z.refine((typed) => REVIEW_DAYS.some((one) => String(one) === typed), 'unknownChoice')),
  z.transform((typed) => {
    const days = REVIEW_DAYS.find((one) => String(one) === typed)
    if (days === undefined) throw new Error('a rhythm that was refused above')
    return days
  }),
)
const yesNo = z.pipe(
  z.enum(['yes', 'no'], 'required'),
  z.transform((typed) => typed === 'yes'),
)
const labels = (max: number) => z.strictObject({ en: text(max), fr: text(max), nl: text(max), de: text(max) })
/** The last change that the form knew; '' for none. */
const knew = z.union([z.literal(''), z.uuid()])
const reason = text(300)
const around = { knew, reason }

export const FORMS = {
  'organisation.name': z.strictObject({
    key: z.literal('organisation.name'),
    ...around,
    value: required(120),
  }),
  'organisation.short': z.strictObject({ key: z.literal('organisation.short'), ...around, value: text(24) }),
  'organisation.accent': z.strictObject({
    key: z.literal('organisation.accent'),
    ...around,
    value: z.enum(ACCENTS.codes, 'required'),
  }),
  'organisation.contact': z.strictObject({
    key: z.literal('organisation.contact'),
    ...around,
    value: labels(600),
  }),
  'organisation.languages': z.strictObject({
    key: z.literal('organisation.languages'),
    ...around,
    value: z.array(z.enum(LOCALES.codes)).check(z.minLength(1, 'required'), z.maxLength(4)),
  }),
  'work.unseen': z.strictObject({
    key: z.literal('work.unseen'),
    ...around,
    value: z.strictObject({ held: days, high: days, medium: days, low: days }).check(
      z.refine(({ high, medium }) => high <= medium, { path: ['medium'], error: 'riskOrder' }),
      z.refine(({ medium, low }) => medium <= low, { path: ['low'], error: 'riskOrder' }),
    ),
  }),
  'work.review': z.strictObject({
    key: z.literal('work.review'),
    ...around,
    value: z.strictObject({ high: review, medium: review, low: review }),
  }),
  'work.names': z.strictObject({
    key: z.literal('work.names'),
    ...around,
    value: z.enum(NAMINGS.codes, 'required'),
  }),
  'setup.does': z.strictObject({
    key: z.literal('setup.does'),
    ...around,
    value: z.array(z.enum(KINDS_OF_WORK.codes)).check(z.minLength(1, 'required'), z.maxLength(4)),
  }),
  'signIn.idle': z.strictObject({
    key: z.literal('signIn.idle'),
    ...around,
    value: z.strictObject({ own: within(5, 30), wide: within(5, 15) }),
  }),
  'signIn.day': z.strictObject({ key: z.literal('signIn.day'), ...around, value: within(1, 12) }),
  'signIn.secondStep': z.strictObject({ key: z.literal('signIn.secondStep'), ...around, value: yesNo }),
  'signIn.password': z.strictObject({ key: z.literal('signIn.password'), ...around, value: within(12, 64) }),
} as const
export type FormKey = keyof typeof FORMS

export const saveSettingSchema = z.discriminatedUnion('key', [
  FORMS['organisation.name'],
  FORMS['organisation.short'],
  FORMS['organisation.accent'],
  FORMS['organisation.contact'],
  FORMS['organisation.languages'],
  FORMS['work.unseen'],
  FORMS['work.review'],
  FORMS['work.names'],
  FORMS['setup.does'],
  FORMS['signIn.idle'],
  FORMS['signIn.day'],
  FORMS['signIn.secondStep'],
  FORMS['signIn.password'],
])

export const saveMailSchema = z.strictObject({
  ...around,
  host: required(200).check(z.regex(/^[A-Za-z0-9.-]*$/, 'notAHost')),
  port: within(1, 65_535),
  security: z.enum(MAIL_SECURITY.codes, 'required'),
  user: text(200),
  /** Empty: the one that is known stays. */
  password: z.string().check(z.maxLength(500, 'tooLong')),
  from: required(200).check(z.regex(/^[^@\s]+@[^@\s]+$/, 'emailInvalid')),
})

export const shippedSchema = z.strictObject({ key: z.enum(SETTING_KEYS.codes), knew })
export const editionIdSchema = z.strictObject({ editionId: z.uuid() })
export const answerSchema = z.strictObject({
  editionId: z.uuid(),
  answer: z.enum(['set', 'refused', 'withdrawn']),
})
export const testMailSchema = z.strictObject({})

/** An office, new (no id) or as it is. */
export const officeSchema = z.strictObject({
  ...around,
  teamId: z.union([z.literal(''), z.uuid()]),
  name: required(80),
  locale: z.union([z.literal(''), z.enum(LOCALES.codes)]),
})
export const closeOfficeSchema = z.strictObject({ teamId: z.uuid(), isClosed: z.boolean(), knew })
export const mergeOfficeSchema = z.strictObject({ ...around, teamId: z.uuid(), into: z.uuid('required') })

export const stepSchema = z.strictObject({ step: z.enum(STEPS.codes), state: z.enum(STEP_STATES.codes) })

/** What one of the first steps sets, all of it or nothing. */
export const saveStepSchema = z.strictObject({
  step: z.enum(STEPS.codes),
  settings: z.array(saveSettingSchema).check(z.minLength(1), z.maxLength(4)),
})

export const logoSchema = z.strictObject({ ...around })
