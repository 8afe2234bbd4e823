import 'server-only'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import type { Prisma } from '@/lib/db/generated/client'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { LOCALES, type Locale, toLocale } from '@/lib/i18n/locales'
import { isUuid, newId } from '@/lib/shared/ids'
import {
  EDITION_STATES,
  type Edition,
  FIELD_CLASSES,
  FIELD_LEVELS,
  FIELD_PARTS,
  FIELD_TYPES,
  type FieldCondition,
  type FieldOption,
  type OwnField,
  REQUIRED,
  USAGE_BANDS,
  type UsageBand,
  type Words,
} from './field.rules'
import { FIELD_OWNERS } from './owner.rules'

const words = z.partialRecord(z.enum(LOCALES.codes), z.string())
const options = z.array(z.object({ code: z.string(), labels: words, isOffered: z.boolean() }))
const conditions = z.array(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('answer'), fieldId: z.string(), codes: z.array(z.string()) }),
    z.object({ kind: z.enum(['minor', 'adult']) }),
  ]),
)

const toEdition = (row: Prisma.OwnFieldEditionGetPayload<object>): Edition => ({
  edition: row.edition,
  state: EDITION_STATES.read(row.state),
  labels: words.parse(row.labels),
  help: words.parse(row.help),
  section: words.parse(row.section),
  part: FIELD_PARTS.read(row.part),
  position: row.position,
  required: REQUIRED.read(row.required),
  level: FIELD_LEVELS.read(row.level),
  offices: row.offices,
  kinds: row.kinds,
  nationalities: row.nationalities,
  conditions: conditions.parse(row.conditions),
  options: options.parse(row.options),
  because: row.because,
  undoes: row.undoes,
  publishedAt: row.createdAt,
})

const byPosition = (a: OwnField, b: OwnField): number =>
  a.now.position - b.now.position || a.id.localeCompare(b.id)

/** The fields of the organisation with all their editions, in the order in which they are asked; retired ones too. */
export const listFields = async (work: Work): Promise<OwnField[]> => {
  const rows = await work.tx.ownField.findMany({
    where: { organisationId: work.actor.organisationId },
    include: { editions: { orderBy: { edition: 'asc' } } },
    orderBy: { id: 'asc' },
  })
  return rows
    .flatMap(({ editions, ...row }): OwnField[] => {
      const all = editions.map(toEdition)
      const now = all.at(-1)
      if (now === undefined) return []
      return [
        {
          id: row.id,
          key: row.key,
          owner: FIELD_OWNERS.read(row.owner),
          type: FIELD_TYPES.read(row.type),
          fieldClass: FIELD_CLASSES.read(row.class),
          decimals: row.decimals,
          now,
          editions: all,
        },
      ]
    })
    .sort(byPosition)
}

/** Throws NotFound. */
export const getField = async (work: Work, fieldId: string) => {
  const fields = await listFields(work)
  const field = isUuid(fieldId) ? fields.find(({ id }) => id === fieldId) : undefined
  if (field === undefined) throw new NotFound()
  return { field, fields }
}

export type NewField = Pick<OwnField, 'key' | 'owner' | 'type' | 'fieldClass' | 'decimals'>
export type NextEdition = Omit<Edition, 'edition' | 'publishedAt'>

/** Publishes the next edition. Throws where someone published it meanwhile (editions follow each other). */
export const insertEdition = async (
  work: Work,
  fieldId: string,
  number: number,
  edition: NextEdition,
): Promise<void> => {
  const { labels, help, section, conditions: shown, options: list, offices, kinds, nationalities } = edition
  await work.tx.ownFieldEdition.createMany({
    data: {
      fieldId,
      edition: number,
      organisationId: work.actor.organisationId,
      state: edition.state,
      labels: filled(labels),
      help: filled(help),
      section: filled(section),
      part: edition.part,
      position: edition.position,
      required: edition.required,
      level: edition.level,
      offices: [...offices],
      kinds: [...kinds],
      nationalities: [...nationalities],
      conditions: shown.map(toJsonCondition),
      options: list.map(toJsonOption),
      because: edition.because,
      undoes: edition.undoes,
      createdBy: work.actor.id,
      createdAt: work.now,
    },
  })
}
const filled = (texts: Words): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).flatMap(([locale, text]) => (text ? [[locale, text]] : [])))
const toJsonOption = ({ code, labels, isOffered }: FieldOption) => ({
  code,
  labels: filled(labels),
  isOffered,
})
const toJsonCondition = (one: FieldCondition) =>
  one.kind === 'answer' ? { kind: one.kind, fieldId: one.fieldId, codes: [...one.codes] } : { kind: one.kind }

export const insertField = async (
  work: Work,
  field: NewField,
  edition: NextEdition,
  id: string = newId(work.now.getTime()),
): Promise<string> => {
  const { key, owner, type, fieldClass, decimals } = field
  await work.tx.ownField.createMany({
    data: {
      id,
      organisationId: work.actor.organisationId,
      key,
      owner,
      type,
      class: fieldClass,
      decimals,
      createdBy: work.actor.id,
      createdAt: work.now,
    },
  })
  await insertEdition(work, id, 1, edition)
  return id
}

/** One admin publishes at a time: the second sees what the first published. */
export const lockFields = async (work: Work): Promise<void> => {
  await work.tx
    .$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`fields:${work.actor.organisationId}`}, 0))::text`
}

/** The languages in which colleagues work: a field is named in each of them. Without any, that of who asks. */
export const listLanguagesInUse = async (work: Work): Promise<Locale[]> => {
  const rows = await work.tx.staff.findMany({
    where: { organisationId: work.actor.organisationId, active: true, locale: { not: null } },
    select: { locale: true },
    distinct: ['locale'],
  })
  const known = rows.flatMap(({ locale }) => toLocale(locale) ?? [])
  return known.length === 0 ? [work.locale] : LOCALES.codes.filter((one) => known.includes(one))
}

const usage = z.array(z.object({ field_id: z.string(), band: storedCode(USAGE_BANDS) }))

/** How much each field is answered, in bands; nothing for who is no admin. */
export const readUsage = async (work: Work): Promise<ReadonlyMap<string, UsageBand>> =>
  new Map(
    usage
      .parse(await work.tx.$queryRaw`SELECT field_id::text, band FROM app.own_usage()`)
      .map(({ field_id, band }) => [field_id, band]),
  )
