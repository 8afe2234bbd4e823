import * as z from 'zod'
import {
  ACTOR_KINDS,
  ACTOR_LEVELS,
  ACTOR_SECTORS,
  ACTOR_TOPICS,
  CHAPTERS,
  CONTRADICTION_KINDS,
  LAW_KINDS,
  LAW_PRECISIONS,
  LAW_THEMES,
  PLACE_KINDS,
  PRECISIONS,
  QUALIFIERS,
  TOPICS,
  UNITS,
} from './vocabulary.rules'

const text = z.string().trim().min(1)
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const date = z.iso.date()
const country = z.string().regex(/^[A-Z]{2}$/)
const recordedOn = date
const shaped = (form: RegExp) => z.string().regex(form).nullable()
const region = shaped(/^BE-[A-Z]{3}$/)

/** A text that the application wrote itself, complete in its four languages. */
export const inFourLanguages = z.strictObject({ en: text, fr: text, nl: text, de: text })
export type InFourLanguages = z.infer<typeof inFourLanguages>

const status = z.enum(['established', 'translated', 'unsure'])

export const codeListFile = z.strictObject({
  source: text,
  recordedOn,
  validFrom: date,
  lists: z.array(
    z.strictObject({
      list: z.string().regex(/^[a-z0-9_]+$/),
      values: z.array(
        z.strictObject({
          code: z.string().regex(/^[a-zA-Z0-9_]+$/),
          label: inFourLanguages,
          status: z.strictObject({ fr: status, nl: status, de: status }),
          validFrom: date.optional(),
          validTo: date.optional(),
        }),
      ),
    }),
  ),
})

export const placeFile = z.strictObject({
  rows: z.array(
    z.strictObject({
      id: z.uuid(),
      slug,
      kind: z.enum(PLACE_KINDS.codes),
      country,
      name: text,
      label: inFourLanguages,
      abbreviation: text.nullable(),
      city: text.nullable(),
      municipality: text.nullable(),
      postalCode: shaped(/^\d{4}$/),
      region,
      province: region,
      languageRegime: z.enum(['nl', 'fr', 'de']).nullable(),
      address: text.nullable(),
      population: inFourLanguages.nullable(),
      units: inFourLanguages.nullable(),
      openedText: shaped(/^\d{4}(-\d{2}(-\d{2})?)?$/),
      iso: text.nullable(),
      nis: shaped(/^\d{5}$/),
      note: inFourLanguages.nullable(),
      sources: z.array(text).min(1),
      capacities: z.array(
        z.strictObject({
          capacity: z.int().positive(),
          observedOn: date,
          datePrecision: z.enum(PRECISIONS.codes),
          source: text,
        }),
      ),
      recordedOn,
    }),
  ),
})

const document = slug
const profileLine = z.int().positive()
const figure = z.number().nullable()

/** Where something that the profile does not hold was read: title as the source gives it, address, and the day it was read. */
export const publication = z.strictObject({ title: text, address: z.url({ protocol: /^https$/ }), on: date })

/** A row is of the profile, with its line, or of another publication. */
const ofProfile = { section: slug, profileLine }

/** What a figure is broken down by: nationality, sex, form of exploitation… */
export const breakdown = z.record(z.string(), z.union([text, z.array(text)]))

const fact = z.strictObject({
  slug,
  topic: z.enum(TOPICS.codes),
  chapter: z.enum(CHAPTERS.codes),
  label: inFourLanguages,
  value: figure,
  valueMin: figure,
  valueMax: figure,
  unit: z.enum(UNITS.codes),
  qualifier: z.enum(QUALIFIERS.codes),
  period: z.strictObject({
    start: date.nullable(),
    end: date.nullable(),
    text: inFourLanguages.nullable(),
  }),
  geography: z.string().regex(/^([A-Z]{2}(-[A-Z]{3})?|EUROPE|WORLD)$/),
  population: inFourLanguages.nullable(),
  breakdown,
  derived: z.boolean(),
  note: inFourLanguages.nullable(),
  recordedOn,
})

export const factFile = z.strictObject({
  document,
  rows: z.array(
    z.union([
      fact.extend({ ...ofProfile, source: slug.nullable() }),
      // `beside` names the figure of the profile that it is newer or finer than.
      fact.extend({ publication, beside: slug.nullable() }),
    ]),
  ),
})

const law = z.strictObject({
  slug,
  title: inFourLanguages,
  kind: z.enum(LAW_KINDS.codes),
  date: date.nullable(),
  datePrecision: z.enum(LAW_PRECISIONS.codes),
  year: z.int().nullable(),
  entryIntoForce: text.nullable(),
  jurisdiction: country,
  theme: z.enum(LAW_THEMES.codes),
  subject: inFourLanguages,
  amends: slug.nullable(),
  officialReference: text.nullable(),
  note: inFourLanguages.nullable(),
  recordedOn,
})

export const lawFile = z.strictObject({
  document,
  rows: z.array(z.union([law.extend(ofProfile), law.extend({ publication })])),
})

/** Names a body gives itself, by language; a body without one in a language is called by `name`. */
export const officialNames = z.strictObject({
  fr: text.optional(),
  nl: text.optional(),
  de: text.optional(),
})

export const actorFile = z.strictObject({
  document,
  rows: z.array(
    z.strictObject({
      slug,
      name: text,
      aliases: z.array(text),
      officialNames,
      kind: z.enum(ACTOR_KINDS.codes),
      sector: z.enum(ACTOR_SECTORS.codes),
      level: z.enum(ACTOR_LEVELS.codes).nullable(),
      topics: z.array(z.enum(ACTOR_TOPICS.codes)),
      /** ISO 3166-2 codes; none means the whole country or beyond. */
      regions: z.array(z.string().regex(/^[A-Z]{2}-[A-Z]{3}$/)),
      role: inFourLanguages,
      city: text.nullable(),
      country: country.nullable(),
      founded: text.nullable(),
      parent: slug.nullable(),
      section: slug,
      profileLine,
      note: inFourLanguages.nullable(),
      recordedOn,
    }),
  ),
})

/** Rival figures, by what each of them is. */
export const figures = z.record(z.string(), z.union([z.number(), text]))

export const contradictionFile = z.strictObject({
  document,
  rows: z.array(
    z.strictObject({
      slug,
      kind: z.enum(CONTRADICTION_KINDS.codes),
      summary: inFourLanguages,
      handling: inFourLanguages,
      figures,
      facts: z.array(slug),
      profileLines: z.array(profileLine).min(1),
      recordedOn,
    }),
  ),
})

export const statementFile = z.strictObject({
  document,
  rows: z.array(
    z.strictObject({
      slug,
      topic: z.enum(TOPICS.codes),
      chapter: z.enum(CHAPTERS.codes),
      text: inFourLanguages,
      section: slug,
      profileLine,
      recordedOn,
    }),
  ),
})
