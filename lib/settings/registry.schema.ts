import * as z from 'zod/mini'
import { LOCALES } from '@/lib/i18n/locales'
import { vocabulary } from '@/lib/shared/vocabulary'
import {
  ACCENTS,
  type Accent,
  KINDS_OF_WORK,
  MAIL_SECURITY,
  NAMINGS,
  type Naming,
  REVIEW_DAYS,
  type ReviewByRisk,
  type SettingPage,
  STEP_STATES,
  STEPS,
  UNSEEN_BOUNDS,
  type UnseenDays,
} from './setting.rules'

/**
 * Everything an organisation may set (docs/adr/0162): one entry each, with what may be set, what is shipped, and what it acts on. What
 * could show a person to someone, miss a legal day or weaken a protection is no setting, or one that can only be made stricter; the
 * database holds those bounds once more (prisma/sql/checks/setting.sql). docs/how-to/add-a-setting.md says how one is added.
 */

const text = (max: number) => z.string().check(z.trim(), z.maxLength(max, 'tooLong'))
const whole = (from: number, to: number) =>
  z.int('notANumber').check(z.minimum(from, 'outsideBounds'), z.maximum(to, 'outsideBounds'))
const byLanguage = z.strictObject({ en: text(600), fr: text(600), nl: text(600), de: text(600) })
const reviewed = z.union(REVIEW_DAYS.map((days) => z.literal(days)))

const unseenDays = whole(UNSEEN_BOUNDS.from, UNSEEN_BOUNDS.to)

const mailServer = z.strictObject({
  host: text(200).check(z.minLength(1, 'required'), z.regex(/^[A-Za-z0-9.-]*$/, 'notAHost')),
  port: whole(1, 65_535),
  security: z.enum(MAIL_SECURITY.codes),
  user: text(200),
  /** Encrypted under the key ring, as base64; '' without one. Never read back to a page. */
  secret: z.string().check(z.maxLength(2_000)),
  from: text(200).check(z.minLength(3, 'required')),
})

type Setting<V> = {
  readonly schema: z.core.$ZodType<V>
  readonly shipped: V
  readonly page: SettingPage
  /** Set by two admins from the first file on (app.apply_edition). */
  readonly isForTwo?: true
  /** In no file of the configuration: a secret, a picture, or how far one organisation is (docs/adr/0174). */
  readonly staysHere?: true
  /** Of two values the one that protects more: a file of the configuration never loosens what is set here. */
  readonly stricter?: (here: V, file: V) => V
}
const setting = <V>(one: Setting<V>): Setting<V> => one

const ENTRIES = {
  // The name is a column of the organisation, because sign-in and jobs read it; its history is kept like every other.
  'organisation.name': setting({
    schema: text(120).check(z.minLength(1, 'required')),
    shipped: '',
    page: 'organisation',
  }),
  'organisation.short': setting({ schema: text(24), shipped: '', page: 'organisation' }),
  'organisation.logo': setting({
    schema: z.string().check(z.regex(/^([0-9a-f]{64})?$/)),
    shipped: '',
    page: 'organisation',
    staysHere: true,
  }),
  'organisation.accent': setting<Accent>({
    schema: z.enum(ACCENTS.codes),
    shipped: 'petrol',
    page: 'organisation',
  }),
  'organisation.contact': setting({
    schema: byLanguage,
    shipped: { en: '', fr: '', nl: '', de: '' },
    page: 'organisation',
  }),
  'organisation.languages': setting({
    schema: z.array(z.enum(LOCALES.codes)).check(z.minLength(1, 'required'), z.maxLength(4)),
    shipped: [...LOCALES.codes],
    page: 'organisation',
  }),
  'work.unseen': setting<UnseenDays>({
    schema: z.strictObject({ held: unseenDays, high: unseenDays, medium: unseenDays, low: unseenDays }).check(
      z.refine(({ high, medium }) => high <= medium, { path: ['medium'], error: 'riskOrder' }),
      z.refine(({ medium, low }) => medium <= low, { path: ['low'], error: 'riskOrder' }),
    ),
    shipped: { held: 8, high: 7, medium: 14, low: 30 },
    page: 'work',
  }),
  'work.review': setting<ReviewByRisk>({
    schema: z.strictObject({ high: reviewed, medium: reviewed, low: reviewed }),
    shipped: { high: 7, medium: 14, low: 30 },
    page: 'work',
  }),
  'work.names': setting<Naming>({ schema: z.enum(NAMINGS.codes), shipped: 'names', page: 'work' }),
  'signIn.idle': setting({
    schema: z.strictObject({ own: whole(5, 30), wide: whole(5, 15) }),
    shipped: { own: 30, wide: 15 },
    page: 'signIn',
    stricter: (here, file) => ({ own: Math.min(here.own, file.own), wide: Math.min(here.wide, file.wide) }),
  }),
  'signIn.day': setting({ schema: whole(1, 12), shipped: 12, page: 'signIn', stricter: Math.min }),
  'signIn.secondStep': setting({
    schema: z.boolean(),
    shipped: false,
    page: 'signIn',
    stricter: (here, file) => here || file,
  }),
  'signIn.password': setting({ schema: whole(12, 64), shipped: 12, page: 'signIn', stricter: Math.max }),
  'mail.server': setting({
    schema: z.nullable(mailServer),
    shipped: null,
    page: 'mail',
    isForTwo: true,
    staysHere: true,
  }),
  'setup.steps': setting({
    schema: z.partialRecord(z.enum(STEPS.codes), z.enum(STEP_STATES.codes)),
    shipped: {},
    page: 'setup',
    staysHere: true,
  }),
  'setup.does': setting({
    schema: z.array(z.enum(KINDS_OF_WORK.codes)).check(z.minLength(1, 'required'), z.maxLength(4)),
    shipped: [...KINDS_OF_WORK.codes],
    page: 'work',
  }),
} as const

type Values = { readonly [K in keyof typeof ENTRIES]: (typeof ENTRIES)[K]['shipped'] }
export type SettingKey = keyof Values
export type SettingValue<K extends SettingKey> = Values[K]
export const REGISTRY: { readonly [K in SettingKey]: Setting<Values[K]> } = ENTRIES
export const SETTING_KEYS = vocabulary<SettingKey>('settings.keys', [
  'organisation.name',
  'organisation.short',
  'organisation.logo',
  'organisation.accent',
  'organisation.contact',
  'organisation.languages',
  'work.unseen',
  'work.review',
  'work.names',
  'signIn.idle',
  'signIn.day',
  'signIn.secondStep',
  'signIn.password',
  'mail.server',
  'setup.steps',
  'setup.does',
])

/** What of it a file of the configuration may hold. */
export const FILE_KEYS = SETTING_KEYS.codes.filter((key) => REGISTRY[key].staysHere !== true)

/** A value of a file, as strict as what is set here at least. */
export const noLooser = <K extends SettingKey>(
  key: K,
  here: SettingValue<K>,
  file: SettingValue<K>,
): SettingValue<K> => REGISTRY[key].stricter?.(here, file) ?? file

export type MailServerValue = NonNullable<SettingValue<'mail.server'>>

/** What holds for an organisation: its own value, or the shipped one. A stored value that its schema does not know is a defect. */
export type Settings = { readonly get: <K extends SettingKey>(key: K) => SettingValue<K> }

const stored = z.record(z.string(), z.unknown())

export const readSettings = (row: unknown): Settings => {
  const own = stored.parse(row)
  return {
    get: <K extends SettingKey>(key: K): SettingValue<K> => {
      const { schema, shipped } = REGISTRY[key]
      return own[key] === undefined ? shipped : z.parse(schema, own[key])
    },
  }
}
