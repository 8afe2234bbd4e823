import * as z from 'zod/mini'
import { LOCALES } from '@/lib/i18n/locales'
import { LANGUAGE_CODES } from '@/lib/people/country-list.rules'
import { AGREED, INCOMING_URGENCIES, LINK_A_DAY, LINK_DAYS } from './incoming.rules'

/** How much each answer of the form may hold; the page says the same to the browser. */
export const MOST = {
  byName: 120,
  byPhone: 60,
  byReach: 300,
  person: 120,
  birthYear: 4,
  languages: 200,
  place: 200,
  need: 2000,
  agreedWhy: 500,
  safe: 500,
} as const

const text = (most: number) => z.string().check(z.trim(), z.maxLength(most, 'tooLong'))
const asked = (most: number) => text(most).check(z.minLength(1, 'required'))
const isNumber = (typed: string): boolean => typed === '' || (typed.match(/\d/g) ?? []).length >= 6
const isYear = (typed: string): boolean => typed === '' || /^(19|20)\d\d$/.test(typed)
const isLanguage = (typed: string): boolean => typed === '' || LANGUAGE_CODES.includes(typed)

const fields = {
  /** Who lets us know, and how they are reached. */
  byName: asked(MOST.byName),
  byPhone: asked(MOST.byPhone).check(z.refine(isNumber, 'phoneInvalid')),
  byReach: text(MOST.byReach),
  /** Initials or a name, as the partner chooses. */
  person: asked(MOST.person),
  birthYear: z.string().check(z.trim(), z.refine(isYear, 'yearInvalid')),
  /** The one in which the person is best spoken to; others in words. */
  language: z.string().check(z.refine(isLanguage, 'unknownChoice')),
  languages: text(MOST.languages),
  place: text(MOST.place),
  need: asked(MOST.need),
  urgency: z.enum(INCOMING_URGENCIES.codes, 'required'),
  agreed: z.enum(AGREED.codes, 'required'),
  agreedWhy: text(MOST.agreedWhy),
  /** How the person may be reached without harm. */
  safe: text(MOST.safe),
}

/** What a partner types. Where the person did not agree, it says why not. */
export const incomingSchema = z.strictObject(fields).check(
  z.refine(({ agreed, agreedWhy }) => !AGREED.has(agreed) || agreed === 'informed' || agreedWhy !== '', {
    path: ['agreedWhy'],
    error: 'required',
    // Also beside other mistakes: a partner mends all of them at once.
    when: () => true,
  }),
)
export type IncomingContent = z.output<typeof incomingSchema>
export type IncomingField = keyof typeof fields
export const INCOMING_FIELDS: readonly IncomingField[] = [
  'byName',
  'byPhone',
  'byReach',
  'person',
  'birthYear',
  'language',
  'languages',
  'place',
  'need',
  'urgency',
  'agreed',
  'agreedWhy',
  'safe',
]

const chosen = {
  partnerId: z.uuid(),
  teamId: z.uuid('required'),
  locale: z.enum(LOCALES.codes, 'required'),
  days: z.enum(LINK_DAYS, 'required'),
  aDay: z.enum(LINK_A_DAY, 'required'),
}
/** What is chosen to make a link. */
export const incomingLinkFormSchema = z.strictObject(chosen)
/** The same with what the browser drew: the secret of the link (256 bits). */
export const incomingLinkSchema = z.strictObject({
  ...chosen,
  secret: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/, 'invalid')),
})
export const incomingLinkBackSchema = z.strictObject({ partnerId: z.uuid(), linkId: z.uuid() })

const which = { incomingId: z.uuid(), version: z.int().check(z.minimum(1)) }
const words = asked(1000)

export const incomingPlaceSchema = z.strictObject({ ...which, code: asked(40) })
export const incomingAnswerSchema = z.strictObject({ ...which, words })
export const incomingRefuseSchema = z.strictObject({ ...which, words })
export const incomingGiveSchema = z.strictObject({ ...which, toStaffId: z.uuid('required') })
