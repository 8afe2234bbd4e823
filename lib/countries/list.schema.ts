import * as z from 'zod'
import { CHART_FORMS, CHART_NAMES, NATIONALITY_ROLES } from './chart-vocabulary.rules'
import { inFourLanguages } from './reference.schema'
import { CHAPTERS, SAFE_LIST_ISSUERS } from './vocabulary.rules'

const text = z.string().trim().min(1)
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const country = z.string().regex(/^[A-Z]{2}$/)
const date = z.iso.date()
const entry = <K extends string, S extends z.ZodType>(kind: K, payload: S) =>
  z.strictObject({ kind: z.literal(kind), slug, payload, source: text, recordedOn: date })

/** The small lists of the profile, one shape a kind; kept in one table because nothing points at them. */
export const listEntry = z.discriminatedUnion('kind', [
  entry(
    'safe_country',
    z.strictObject({ iso2: country, iso3: text, listYear: z.int(), note: inFourLanguages.nullable() }),
  ),
  entry(
    'safe_country_list',
    z.strictObject({
      issuer: z.enum(SAFE_LIST_ISSUERS.codes),
      validFrom: date,
      countries: z.array(country).min(1),
      /** Safe only under conditions that a person has to check: candidate countries of the Union. */
      candidates: z.array(country),
      instrument: text,
      status: z.enum(['verified', 'to_confirm']),
    }),
  ),
  entry(
    'exploitation_purpose',
    z.strictObject({
      label: inFourLanguages,
      inLawList: z.boolean(),
      parent: slug.nullable(),
      aliases: z.array(text),
      note: inFourLanguages.nullable(),
    }),
  ),
  entry('exploitation_sector', z.strictObject({ label: inFourLanguages })),
  entry(
    'nationality',
    z.strictObject({ iso2: country, roles: z.array(z.enum(NATIONALITY_ROLES.codes)).min(1) }),
  ),
  entry('group', z.strictObject({ label: inFourLanguages, context: inFourLanguages.nullable() })),
  entry('world_region', z.strictObject({ label: inFourLanguages, context: inFourLanguages })),
  entry(
    'route',
    z.strictObject({ from: z.array(text), via: z.array(text), to: z.array(text), who: inFourLanguages }),
  ),
  entry('vulnerable_group', z.strictObject({ label: inFourLanguages })),
  entry('emigration_reason', z.strictObject({ label: inFourLanguages })),
  entry(
    'language',
    z.strictObject({ iso6391: text, iso6392: text, statedShare: text, official: z.boolean() }),
  ),
  entry('transit_reason', z.strictObject({ label: inFourLanguages })),
  entry('pro_migrantibus_activity', z.strictObject({ order: z.int().positive(), label: inFourLanguages })),
  entry('named_source', z.strictObject({ name: text, actor: slug })),
  entry(
    'section',
    z.strictObject({
      title: inFourLanguages,
      level: z.int().min(1).max(4),
      parent: slug.nullable(),
      abstract: inFourLanguages,
      lines: z.array(z.int().positive()).length(2),
    }),
  ),
  entry('centre_visitor', z.strictObject({ place: slug, organisation: slug, name: text })),
  entry(
    'document',
    z.strictObject({
      name: inFourLanguages,
      title: inFourLanguages,
      publisher: text.nullable(),
      publishedYear: z.int().nullable(),
      firstYear: z.int(),
      lastYear: z.int(),
      /** The figures at the head of the country, in this order. */
      keyFigures: z.array(slug).max(6),
      /** The chart that opens the country. */
      featured: slug.nullable(),
    }),
  ),
  // Words by which people look for a figure, in every language at once.
  entry('synonym', z.strictObject({ words: z.array(text).min(1), facts: z.array(slug).min(1) })),
  entry('power_level', z.strictObject({ label: inFourLanguages })),
  // Who decides on what: a word for each level that has a say; the others stay empty.
  entry(
    'power',
    z.strictObject({ label: inFourLanguages, says: z.record(slug, inFourLanguages), isUnsure: z.boolean() }),
  ),
  // The way of an application: who does what, in order; those beside it watch or give shelter.
  entry(
    'path_step',
    z.strictObject({
      body: slug,
      does: inFourLanguages,
      isBeside: z.boolean(),
      isUnsure: z.boolean(),
    }),
  ),
  // Stands beside the fields of a form: `beside` names a form, or a form and what is recorded with it ("asylum/lodged").
  entry(
    'explanation',
    z.strictObject({
      label: inFourLanguages,
      text: inFourLanguages,
      beside: z.array(z.string().regex(/^[a-z]+(\/[a-z_]+)?$/)).min(1),
      isUnsure: z.boolean(),
      law: slug.nullable(),
      body: slug.nullable(),
      fact: slug.nullable(),
    }),
  ),
  // Sentences hold the slugs of facts in braces and no figure of their own: what is read and what is drawn cannot differ.
  entry(
    'chart',
    z.strictObject({
      chapter: z.enum(CHAPTERS.codes),
      form: z.enum(CHART_FORMS.codes),
      by: z.enum(CHART_NAMES.codes),
      title: inFourLanguages,
      sentence: inFourLanguages,
      items: z
        .array(
          z.strictObject({
            fact: slug,
            label: inFourLanguages.optional(),
            /** The second figure printed for the same thing. */
            rival: slug.optional(),
          }),
        )
        .min(1),
      /** Figures that the table gives beside those drawn. */
      others: z.array(slug),
      /** The whole of which the items are parts; a hundred per cent when it is null. */
      total: slug.nullable(),
      /** What the items leave of the whole, by subtraction; drawn before them or after. */
      rest: z.strictObject({ label: inFourLanguages, first: z.boolean() }).nullable(),
    }),
  ),
  // A group of figures that our own may stand beside: which question of the statistics, and which of its groups each fact is.
  entry(
    'comparison',
    z.strictObject({
      title: inFourLanguages,
      chart: slug,
      question: text,
      report: z.strictObject({
        column: text,
        by: text,
        isByContinent: z.boolean(),
        caution: inFourLanguages,
      }),
      /** By the slug of a fact: the code of the same group of ours. */
      groups: z.record(slug, text),
      /** Why the two sides count other people. */
      caution: inFourLanguages,
    }),
  ),
])

export type ListEntry = z.infer<typeof listEntry>

export const listFile = z.strictObject({ rows: z.array(listEntry) })
