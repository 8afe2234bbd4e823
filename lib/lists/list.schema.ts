import * as z from 'zod/mini'
import { LOCALES } from '@/lib/i18n/locales'
import { FINER_LISTS, SHOWN_LISTS } from './list.rules'
import { OWN_PLACE_KINDS } from './place.rules'

const text = (max: number) => z.string().check(z.trim(), z.maxLength(max, 'tooLong'))
const label = text(80)
const labels = z.strictObject({ en: label, fr: label, nl: label, de: label })
const someLabel = z.strictObject({ en: label, fr: label, nl: label, de: label }).check(
  z.refine((all) => LOCALES.codes.some((locale) => all[locale] !== ''), {
    path: ['en'],
    error: 'required',
  }),
)
const knew = z.union([z.literal(''), z.uuid()])
const around = { knew, reason: text(300) }
const yesNo = z.pipe(
  z.enum(['yes', 'no'], 'required'),
  z.transform((typed) => typed === 'yes'),
)
const place = z.pipe(
  z.string().check(z.trim(), z.regex(/^(|[1-9]\d?)$/, 'notANumber')),
  z.transform((typed) => (typed === '' ? null : Number(typed))),
)
const code = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,39}$/, 'unknownChoice'))

/** How a standard value is shown: its words, its place, hidden. */
export const shownSchema = z.strictObject({
  ...around,
  list: z.enum(SHOWN_LISTS.codes),
  code,
  labels,
  position: place,
  hidden: yesNo,
})

/** A finer value, new (no id) or as it is. */
export const valueSchema = z.strictObject({
  ...around,
  valueId: z.union([z.literal(''), z.uuid()]),
  list: z.enum(FINER_LISTS.codes),
  standard: code,
  labels: someLabel,
})
export const retireSchema = z.strictObject({ valueId: z.uuid(), isRetired: z.boolean(), knew })
export const mergeSchema = z.strictObject({ ...around, valueId: z.uuid(), into: z.uuid('required') })

const aliases = z
  .pipe(
    text(1_000),
    z.transform((typed) => [
      ...new Set(
        typed
          .split(/[\n,;]/)
          .map((one) => one.trim())
          .filter((one) => one !== ''),
      ),
    ]),
  )
  .check(z.refine((all) => all.length <= 20 && all.every((one) => one.length <= 80), 'tooLong'))

/** What colleagues need to know for a visit. */
const visit = z.strictObject({ hours: text(300), phone: text(60), bring: text(500) })
/** How a place is called, by what other names it is found, and what to know for a visit. */
export const placeSchema = z.strictObject({
  ...around,
  placeId: z.uuid(),
  labels,
  aliases,
  hidden: yesNo,
  visit,
})
/** The places of the profile that are visited; the others are not offered. */
export const visitedSchema = z.strictObject({
  placeIds: z.array(z.uuid()).check(z.minLength(1, 'required'), z.maxLength(200)),
})
/** A place of one's own. */
export const ownPlaceSchema = z.strictObject({
  ...around,
  kind: z.enum(OWN_PLACE_KINDS.codes, 'required'),
  labels: someLabel,
  city: text(80),
  aliases,
})
