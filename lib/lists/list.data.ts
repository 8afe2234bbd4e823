import 'server-only'
import * as z from 'zod'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { FINER_USES, type FinerUse, joinFiner, type Labels, SHOWN_LISTS, type ShownList } from './list.rules'

const labels = z.partialRecord(z.enum(LOCALES.codes), z.string())
const readLabels = (stored: unknown): Labels => {
  const said = stored === null ? {} : labels.parse(stored)
  return { en: said.en ?? '', fr: said.fr ?? '', nl: said.nl ?? '', de: said.de ?? '' }
}

export type Shown = {
  readonly list: ShownList
  readonly code: string
  readonly labels: Labels
  readonly position: number | null
  readonly hidden: boolean
}
export type OwnValue = {
  readonly id: string
  readonly list: ShownList
  readonly standard: string
  readonly key: string
  readonly labels: Labels
  readonly position: number
  readonly retired: boolean
  readonly successorId: string | null
}

const stored = {
  shown: z.array(
    z.object({
      list: storedCode(SHOWN_LISTS),
      code: z.string(),
      labels: z.unknown().transform(readLabels),
      position: z.number().nullable(),
      hidden: z.boolean(),
    }),
  ),
  own: z.array(
    z.object({
      id: z.string(),
      list: storedCode(SHOWN_LISTS),
      standard: z.string(),
      key: z.string(),
      labels: z.unknown().transform(readLabels),
      position: z.number(),
      retired: z.boolean(),
      successorId: z.string().nullable(),
    }),
  ),
}
const both = z.tuple([z.object(stored)])

/**
 * How the organisation shows the standard values of some lists, and its own finer values: the retired and merged ones too, because old
 * conversations say them. One statement, since nearly every page asks it.
 */
export const readOwnLists = async (
  work: Work,
  lists: readonly string[],
): Promise<{ readonly shown: readonly Shown[]; readonly own: readonly OwnValue[] }> => {
  const [found] = both.parse(
    await work.tx.$queryRaw`
      SELECT (SELECT coalesce(json_agg(json_build_object('list', s.list, 'code', s.code, 'labels', s.labels, 'position', s.position, 'hidden', s.hidden)
                                       ORDER BY s.list, s.code), '[]')
                FROM list_shown s
               WHERE s.organisation_id = ${work.actor.organisationId}::uuid AND s.list = ANY (${lists}::text[])) AS shown,
             (SELECT coalesce(json_agg(json_build_object('id', v.id, 'list', v.list, 'standard', v.standard_code, 'key', v.key, 'labels', v.labels,
                                                         'position', v.position, 'retired', v.retired, 'successorId', v.successor_id)
                                       ORDER BY v.list, v.standard_code, v.position, v.id), '[]')
                FROM list_value v
               WHERE v.organisation_id = ${work.actor.organisationId}::uuid AND v.list = ANY (${lists}::text[])) AS own`,
  )
  return found
}

const usage = z.array(z.object({ value_id: z.uuid(), band: z.enum(FINER_USES.codes) }))

/** How often each finer value was named in conversations of open files, in bands. */
export const readFinerUse = async (work: Work): Promise<ReadonlyMap<string, FinerUse>> =>
  new Map(
    usage
      .parse(await work.tx.$queryRaw`SELECT value_id, band FROM app.finer_usage()`)
      .map(({ value_id, band }) => [value_id, band]),
  )

/** A label in the language, or in the first language that has one. */
export const labelFor = (said: Labels, locale: Locale): string =>
  said[locale] || LOCALES.codes.map((one) => said[one]).find((one) => one !== '') || ''

type WordRow = {
  readonly list: string
  readonly code: string
  readonly labelEn: string
  readonly labelFr: string
  readonly labelNl: string
  readonly labelDe: string
}

const dated = z.object({ labels: z.unknown() })

/** The labels of values on a day of before, by their editions; null: as they are now. */
const labelsAt = async (
  work: Work,
  at: Date,
): Promise<(subject: 'list' | 'value', item: string) => Labels | null> => {
  const rows = await work.tx.configEdition.findMany({
    where: {
      organisationId: work.actor.organisationId,
      subject: { in: ['list', 'value'] },
      state: 'set',
    },
    select: { subject: true, item: true, before: true, after: true, createdAt: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return (subject, item) => {
    const own = rows.filter((row) => row.subject === subject && row.item === item)
    const then = own.filter(({ createdAt }) => createdAt <= at).at(-1)
    // Before the first change it was as that change found it; a value is never older than itself.
    const said = then === undefined ? (subject === 'value' ? own[0]?.after : own[0]?.before) : then.after
    if (own.length === 0) return null
    return readLabels(said === null || said === undefined ? null : (dated.parse(said).labels ?? null))
  }
}

const withLabels = <R extends WordRow>(row: R, own: Labels | null): R =>
  own === null
    ? row
    : {
        ...row,
        labelEn: own.en || row.labelEn,
        labelFr: own.fr || row.labelFr,
        labelNl: own.nl || row.labelNl,
        labelDe: own.de || row.labelDe,
      }

/**
 * The words of lists as the organisation says them, with its finer values beside the standard ones.
 * @param at where old rows are read: the moment whose words count
 */
export const withOwnWords = async <R extends WordRow>(
  work: Work,
  rows: readonly R[],
  at: Date | null = null,
): Promise<R[]> => {
  const lists = [...new Set(rows.map(({ list }) => list))].filter((list) => SHOWN_LISTS.has(list))
  if (lists.length === 0) return [...rows]
  const { shown, own } = await readOwnLists(work, lists)
  if (shown.length + own.length === 0) return [...rows]
  const then = at === null ? null : await labelsAt(work, at)
  const standard = rows.map((row) =>
    withLabels(
      row,
      then?.('list', `${row.list}:${row.code}`) ??
        shown.find(({ list, code }) => list === row.list && code === row.code)?.labels ??
        null,
    ),
  )
  const finer = own.flatMap((value) => {
    const parent = rows.find(({ list, code }) => list === value.list && code === value.standard)
    if (parent === undefined) return []
    const said = then?.('value', value.id) ?? value.labels
    const all: Labels = {
      en: labelFor(said, 'en'),
      fr: labelFor(said, 'fr'),
      nl: labelFor(said, 'nl'),
      de: labelFor(said, 'de'),
    }
    return [withLabels({ ...parent, code: joinFiner(value.standard, value.key) }, all)]
  })
  return [...standard, ...finer]
}

type Choice = { readonly code: string; readonly label: string }

/** What is offered of a list: in the organisation’s order and words, without what it hid, its finer values after the standard ones. */
export const toOffered = (
  list: string,
  choices: readonly Choice[],
  shown: readonly Shown[],
  own: readonly OwnValue[],
  locale: Locale,
  /** What was chosen before, which stays in sight where it is corrected. */
  chosen: readonly string[] = [],
): Choice[] => {
  const of = (code: string) => shown.find((one) => one.list === list && one.code === code)
  const placed = choices.map((choice, index) => ({
    choice,
    at: of(choice.code)?.position ?? index + 1,
    index,
  }))
  // A place of one's own goes before the shipped one of the same number.
  placed.sort(
    (a, b) =>
      a.at - b.at ||
      Number(of(b.choice.code)?.position != null) - Number(of(a.choice.code)?.position != null) ||
      a.index - b.index,
  )
  return placed.flatMap(({ choice: { code, label } }) => {
    const overlay = of(code)
    const finer = own
      .filter((one) => one.list === list && one.standard === code)
      .filter(
        ({ retired, successorId, key }) =>
          (!retired && successorId === null) || chosen.includes(joinFiner(code, key)),
      )
      .map((one) => ({ code: joinFiner(code, one.key), label: labelFor(one.labels, locale) }))
    const standard = { code, label: overlay?.labels[locale] || label }
    return overlay?.hidden === true && !chosen.includes(code) ? finer : [standard, ...finer]
  })
}

/** The values that finer codes of a conversation name; one that no one knows fails loudly. */
export const findOwnIds = async (
  work: Work,
  chosen: readonly { readonly list: string; readonly standard: string; readonly key: string }[],
): Promise<(one: { list: string; standard: string; key: string }) => string> => {
  const own =
    chosen.length === 0 ? [] : (await readOwnLists(work, [...new Set(chosen.map(({ list }) => list))])).own
  return ({ list, standard, key }) => {
    const found = own.find((one) => one.list === list && one.standard === standard && one.key === key)
    if (found === undefined) throw new Error('a finer value that the organisation does not have')
    return found.id
  }
}
