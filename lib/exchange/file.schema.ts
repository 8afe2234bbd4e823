import * as z from 'zod/mini'
import { officeSchema } from '@/lib/configuration/configuration.schema'
import { MOST_CONDITIONS, MOST_OPTIONS } from '@/lib/fields/field.rules'
import { editionSchema, newFieldSchema } from '@/lib/fields/field.schema'
import { FINER_LISTS, SHOWN_LISTS } from '@/lib/lists/list.rules'
import { ownPlaceSchema, placeSchema, shownSchema, valueSchema } from '@/lib/lists/list.schema'
import { MOST_PARTNERS } from '@/lib/partners/partner.rules'
import { partnerFields } from '@/lib/partners/partner.schema'
import { FILE_KEYS, REGISTRY } from '@/lib/settings/registry.schema'
import { FAULTS, FILE_FORMAT, FILE_LENGTH, FILE_VERSION, LINE_KINDS, NOTES } from './file.rules'

/**
 * The configuration as a file (docs/adr/0174, docs/how-to/configuration-file.md): what the registry and the forms of the pages know, and
 * nothing beside. Things are named by keys and names, never by ids.
 */

const key = shownSchema.shape.code
const twice = () => z.refine<readonly string[]>((all) => new Set(all).size === all.length, 'twice')

export const fileSettings = z.strictObject(
  Object.fromEntries(FILE_KEYS.map((one) => [one, z.optional(REGISTRY[one].schema)])),
)
export const fileOffice = z.strictObject({
  name: officeSchema.shape.name,
  locale: officeSchema.shape.locale,
})
export const fileShown = z.strictObject({
  labels: shownSchema.shape.labels,
  position: z.nullable(
    z.int('notANumber').check(z.minimum(1, 'outsideBounds'), z.maximum(99, 'outsideBounds')),
  ),
  hidden: z.boolean(),
})
export const fileValue = z.strictObject({
  standard: key,
  labels: valueSchema.shape.labels,
  position: z.int('notANumber').check(z.minimum(1, 'outsideBounds'), z.maximum(999, 'outsideBounds')),
})
const aliases = z
  .array(z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(80, 'tooLong')))
  .check(z.maxLength(20, 'tooMany'), twice())
/** Left out, it is left as it is: files of earlier versions do not name it. */
const visit = z.optional(placeSchema.shape.visit)
export const filePlace = z.strictObject({
  labels: shownSchema.shape.labels,
  aliases,
  hidden: z.boolean(),
  visit,
})
export const fileOwnPlace = z.strictObject({
  kind: ownPlaceSchema.shape.kind,
  city: ownPlaceSchema.shape.city,
  labels: ownPlaceSchema.shape.labels,
  aliases,
  visit,
})
/** Without the people at it, warnings, free places and the day on which it was confirmed. */
export const filePartner = z.strictObject({
  ...partnerFields,
  languages: partnerFields.languages.check(twice()),
  regions: partnerFields.regions.check(twice()),
})
const form = editionSchema.shape
/** Which ones there are, the field says that the condition asks for. */
const codes = z
  .array(z.string().check(z.maxLength(40, 'unknownChoice')))
  .check(z.maxLength(MOST_OPTIONS, 'tooMany'), twice())
const options = form.options.check(
  z.refine((all) => new Set(all.map(({ code }) => code)).size === all.length, 'twice'),
)
export const fileField = z
  .strictObject({
    owner: newFieldSchema.shape.owner,
    type: newFieldSchema.shape.type,
    class: newFieldSchema.shape.fieldClass,
    decimals: z.int('notANumber').check(z.minimum(0, 'outsideBounds'), z.maximum(4, 'outsideBounds')),
    labels: form.labels,
    help: form.help,
    section: form.section,
    part: form.part,
    position: z.int('notANumber').check(z.minimum(0, 'outsideBounds'), z.maximum(999, 'outsideBounds')),
    required: form.required,
    level: form.level,
    /** By name. */
    offices: z.array(officeSchema.shape.name).check(z.maxLength(100, 'tooMany'), twice()),
    kinds: form.kinds.check(twice()),
    nationalities: z
      .array(z.string().check(z.regex(/^[A-Z]{2,3}$/, 'countryCodes')))
      .check(z.maxLength(60, 'tooMany'), twice()),
    conditions: z
      .array(
        z.union([
          z.strictObject({ kind: z.literal('answer'), field: key, codes }),
          z.strictObject({ kind: z.enum(['minor', 'adult']) }),
        ]),
      )
      .check(z.maxLength(MOST_CONDITIONS, 'tooMany')),
    options,
  })
  .check(
    z.refine(({ type, decimals }) => type === 'amount' || decimals === 0, {
      path: ['decimals'],
      error: 'outsideBounds',
    }),
    z.refine(
      ({ type, options: list }) =>
        type === 'one' || type === 'several' ? list.length > 1 : list.length === 0,
      { path: ['options'], error: 'twoOptions' },
    ),
  )

const listPart = z.strictObject({
  shown: z.record(key, fileShown),
  own: z.record(key, fileValue),
})
export const configFile = z.strictObject({
  format: z.literal(FILE_FORMAT),
  version: z.literal(FILE_VERSION),
  settings: z.optional(fileSettings),
  offices: z.optional(z.array(fileOffice).check(z.maxLength(100, 'tooMany'))),
  lists: z.optional(z.partialRecord(z.enum(SHOWN_LISTS.codes), listPart)),
  places: z.optional(z.record(z.string().check(z.regex(/^[a-z0-9-]{1,80}$/, 'unknownChoice')), filePlace)),
  ownPlaces: z.optional(z.array(fileOwnPlace).check(z.maxLength(200, 'tooMany'))),
  partners: z.optional(z.array(filePartner).check(z.maxLength(MOST_PARTNERS, 'tooMany'))),
  fields: z.optional(
    z.record(z.string().check(z.regex(/^[a-z][a-z0-9_]{1,39}$/, 'unknownChoice')), fileField),
  ),
})
export type ConfigFile = z.output<typeof configFile>
export type FileOffice = z.output<typeof fileOffice>
export type FileShown = z.output<typeof fileShown>
export type FileValue = z.output<typeof fileValue>
export type FilePlace = z.output<typeof filePlace>
export type FileOwnPlace = z.output<typeof fileOwnPlace>
export type FilePartner = z.output<typeof filePartner>
export type FileField = z.output<typeof fileField>

/** What is wrong, and where: the names on the way to it, in the words of the file. */
export const faultSchema = z.object({ at: z.string(), code: z.enum(FAULTS.codes) })
export type Fault = z.output<typeof faultSchema>

const around = { kind: z.enum(LINE_KINDS.codes), name: z.string(), note: z.nullable(z.enum(NOTES.codes)) }
/** One thing that the file names: what is set now (null: nothing of one's own), and what the file says. */
export const lineSchema = z.discriminatedUnion('part', [
  z.object({
    part: z.literal('setting'),
    ...around,
    key: z.enum(FILE_KEYS),
    now: z.json(),
    wanted: z.json(),
  }),
  z.object({ part: z.literal('office'), ...around, now: z.nullable(fileOffice), wanted: fileOffice }),
  z.object({
    part: z.literal('shown'),
    ...around,
    list: z.enum(SHOWN_LISTS.codes),
    now: z.nullable(fileShown),
    wanted: fileShown,
  }),
  z.object({
    part: z.literal('value'),
    ...around,
    list: z.enum(FINER_LISTS.codes),
    now: z.nullable(fileValue),
    wanted: fileValue,
  }),
  z.object({ part: z.literal('place'), ...around, now: z.nullable(filePlace), wanted: filePlace }),
  z.object({ part: z.literal('ownPlace'), ...around, now: z.nullable(fileOwnPlace), wanted: fileOwnPlace }),
  z.object({ part: z.literal('partner'), ...around, now: z.nullable(filePartner), wanted: filePartner }),
  z.object({
    part: z.literal('field'),
    ...around,
    key: z.string(),
    now: z.nullable(fileField),
    wanted: fileField,
  }),
])
export type Line = z.output<typeof lineSchema>

/** What a comparison says: a mark of what was read, and the lines, or what is wrong with the file. */
export const comparedSchema = z.object({
  seen: z.string(),
  lines: z.readonly(z.array(lineSchema)),
  faults: z.readonly(z.array(faultSchema)),
})
export type Compared = z.output<typeof comparedSchema>

const text = z.string().check(z.minLength(1, 'required'), z.maxLength(FILE_LENGTH + 1, 'tooLong'))
/** A file as it was chosen. */
export const compareSchema = z.strictObject({ text })
/** The same, with the mark of the comparison that was read. */
export const bringSchema = z.strictObject({
  text,
  seen: z.string().check(z.regex(/^[0-9a-f]{64}$/, 'required')),
  reason: z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(300, 'tooLong')),
})
