import { createHash } from 'node:crypto'
import type * as z from 'zod'
import type { helpBodyFile } from '@/lib/countries/help-body.schema'
import type { listFile } from '@/lib/countries/list.schema'
import type {
  actorFile,
  codeListFile,
  contradictionFile,
  factFile,
  InFourLanguages,
  lawFile,
  placeFile,
  statementFile,
} from '@/lib/countries/reference.schema'
import { originOf } from './row-origin'

/** A row under its column names; the order of the file is kept as `position`. */
type Row = Record<string, unknown>

/**
 * An id that is the same in every installation and at every load (a name-based UUID, RFC 9562 version 8): random ids
 * would make two restored databases differ in nothing but noise.
 */
export const idOf = (...name: string[]): string => {
  const hash = createHash('sha256').update(name.join('\0')).digest()
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x80, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = hash.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  )
}

const labelColumns = (label: InFourLanguages): Row => ({
  label_en: label.en,
  label_fr: label.fr,
  label_nl: label.nl,
  label_de: label.de,
})

export const toCodeRows = (file: z.infer<typeof codeListFile>): Row[] =>
  file.lists.flatMap(({ list, values }) =>
    values.map((value, position) => {
      const validFrom = value.validFrom ?? file.validFrom
      return {
        id: idOf('code', list, value.code, validFrom),
        list,
        code: value.code,
        ...labelColumns(value.label),
        label_status: value.status,
        position,
        valid_from: validFrom,
        valid_to: value.validTo ?? null,
        source: file.source,
        recorded_on: file.recordedOn,
      }
    }),
  )

export const toPlaceRows = (file: z.infer<typeof placeFile>): Row[] =>
  file.rows.map((row, position) => ({
    id: row.id,
    slug: row.slug,
    kind: row.kind,
    country: row.country,
    name: row.name,
    ...labelColumns(row.label),
    abbreviation: row.abbreviation,
    city: row.city,
    municipality: row.municipality,
    postal_code: row.postalCode,
    region: row.region,
    province: row.province,
    language_regime: row.languageRegime,
    address: row.address,
    population: row.population,
    units: row.units,
    opened_text: row.openedText,
    iso: row.iso,
    nis: row.nis,
    note: row.note,
    sources: row.sources,
    position,
    recorded_on: row.recordedOn,
    valid_to: null,
  }))

export const toCapacityRows = (file: z.infer<typeof placeFile>): Row[] =>
  file.rows.flatMap((row) =>
    row.capacities.map((seen) => ({
      id: idOf('capacity', row.slug, seen.observedOn, seen.source),
      place_id: row.id,
      capacity: seen.capacity,
      observed_on: seen.observedOn,
      date_precision: seen.datePrecision,
      source: seen.source,
      recorded_on: row.recordedOn,
    })),
  )

export const toFactRows = (file: z.infer<typeof factFile>, country: string): Row[] =>
  file.rows.map((row, position) => ({
    slug: row.slug,
    country,
    topic: row.topic,
    chapter: row.chapter,
    position,
    label: row.label,
    value: row.value,
    value_min: row.valueMin,
    value_max: row.valueMax,
    unit: row.unit,
    qualifier: row.qualifier,
    period_start: row.period.start,
    period_end: row.period.end,
    period_text: row.period.text,
    geography: row.geography,
    population: row.population,
    breakdown: row.breakdown,
    ...originOf(row),
    source_name: 'source' in row ? row.source : null,
    beside: 'beside' in row ? row.beside : null,
    derived: row.derived,
    note: row.note,
    recorded_on: row.recordedOn,
  }))

export const toLawRows = (file: z.infer<typeof lawFile>, country: string): Row[] =>
  file.rows.map((row, position) => ({
    slug: row.slug,
    country,
    position,
    title: row.title,
    kind: row.kind,
    date: row.date,
    date_precision: row.datePrecision,
    year: row.year,
    entry_into_force: row.entryIntoForce,
    jurisdiction: row.jurisdiction,
    theme: row.theme,
    subject: row.subject,
    amends_slug: row.amends,
    official_reference: row.officialReference,
    ...originOf(row),
    note: row.note,
    recorded_on: row.recordedOn,
  }))

export const toActorRows = (file: z.infer<typeof actorFile>, profile: string): Row[] =>
  file.rows.map((row, position) => ({
    slug: row.slug,
    profile,
    position,
    name: row.name,
    aliases: row.aliases,
    official_names: row.officialNames,
    kind: row.kind,
    sector: row.sector,
    level: row.level,
    topics: row.topics,
    regions: row.regions,
    role: row.role,
    city: row.city,
    country: row.country,
    founded: row.founded,
    parent_slug: row.parent,
    section: row.section,
    profile_line: row.profileLine,
    note: row.note,
    recorded_on: row.recordedOn,
  }))

export const toHelpBodyRows = (file: z.infer<typeof helpBodyFile>): Row[] =>
  file.rows.map(({ readOn, checkedOn, ...row }, position) => ({
    ...row,
    position,
    read_on: readOn,
    checked_on: checkedOn,
  }))

export const toContradictionRows = (file: z.infer<typeof contradictionFile>, country: string): Row[] =>
  file.rows.map((row, position) => ({
    slug: row.slug,
    country,
    position,
    kind: row.kind,
    summary: row.summary,
    handling: row.handling,
    figures: row.figures,
    fact_slugs: row.facts,
    profile_lines: row.profileLines,
    recorded_on: row.recordedOn,
  }))

export const toStatementRows = (file: z.infer<typeof statementFile>, country: string): Row[] =>
  file.rows.map((row, position) => ({
    slug: row.slug,
    country,
    topic: row.topic,
    chapter: row.chapter,
    position,
    text: row.text,
    section: row.section,
    profile_line: row.profileLine,
    recorded_on: row.recordedOn,
  }))

export const toListRows = (file: z.infer<typeof listFile>, country: string): Row[] =>
  file.rows.map((row, position) => ({
    country,
    kind: row.kind,
    slug: row.slug,
    position,
    payload: row.payload,
    source: row.source,
    recorded_on: row.recordedOn,
  }))
