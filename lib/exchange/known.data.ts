import 'server-only'
import * as z from 'zod'
import { listOffices, type Office } from '@/lib/configuration/office.data'
import type { Work } from '@/lib/db/work'
import { listFields, listLanguagesInUse } from '@/lib/fields/field.data'
import type { OwnField } from '@/lib/fields/field.rules'
import type { Locale } from '@/lib/i18n/locales'
import { type OwnValue, readOwnLists, type Shown } from '@/lib/lists/list.data'
import { type Labels, SHOWN_LISTS } from '@/lib/lists/list.rules'
import { NO_FACTS, OWN_PLACE_KINDS, type OwnPlaceKind, type VisitFacts } from '@/lib/lists/place.rules'
import { listPlacesShown } from '@/lib/lists/place-name.data'
import { listPartners } from '@/lib/partners/partner.data'
import type { Partner } from '@/lib/partners/partner.rules'
import { FILE_KEYS } from '@/lib/settings/registry.schema'

export type PlaceNow = {
  readonly id: string
  /** Of the profile; of one's own it is made of the id, and names nothing elsewhere. */
  readonly slug: string
  readonly official: Labels
  readonly shown: {
    readonly labels: Labels
    readonly aliases: readonly string[]
    readonly hidden: boolean
    readonly visit: VisitFacts
  } | null
}
export type OwnPlaceNow = {
  readonly id: string
  readonly kind: OwnPlaceKind
  readonly city: string
  readonly labels: Labels
  readonly aliases: readonly string[]
  readonly hidden: boolean
  readonly visit: VisitFacts
  /** Waits for a second admin. */
  readonly isAsked: boolean
}
/** Everything that a file may name, as it is now. */
export type Known = {
  readonly settings: ReadonlyMap<string, unknown>
  readonly offices: readonly Office[]
  readonly shown: readonly Shown[]
  readonly values: readonly OwnValue[]
  /** The standard values, by list and code. */
  readonly standard: ReadonlyMap<string, Labels>
  readonly places: readonly PlaceNow[]
  readonly ownPlaces: readonly OwnPlaceNow[]
  readonly partners: readonly Partner[]
  readonly fields: readonly OwnField[]
  /** Kinds of files. */
  readonly kinds: ReadonlySet<string>
  /** In which every own field has a name. */
  readonly languages: readonly Locale[]
}

const asked = z.object({
  kind: z.string(),
  city: z.string().nullable(),
  labels: z.partialRecord(z.enum(['en', 'fr', 'nl', 'de']), z.string()),
  aliases: z.array(z.string()),
  visit: z.optional(z.object({ hours: z.string(), phone: z.string(), bring: z.string() })),
})

/** One file at a time is brought in or taken back. */
export const lockFile = async (work: Work): Promise<void> => {
  await work.tx
    .$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`exchange:${work.actor.organisationId}`}, 0))::text`
}

export const readKnown = async (work: Work): Promise<Known> => {
  const organisationId = work.actor.organisationId
  const settings = await work.tx.setting.findMany({
    where: { organisationId, key: { in: [...FILE_KEYS] } },
    select: { key: true, value: true },
    orderBy: { key: 'asc' },
  })
  const codes = await work.tx.codeValue.findMany({
    where: { list: { in: [...SHOWN_LISTS.codes, 'case_kind'] } },
    select: { list: true, code: true, labelEn: true, labelFr: true, labelNl: true, labelDe: true },
    orderBy: [{ list: 'asc' }, { position: 'asc' }, { validFrom: 'asc' }],
  })
  const places = await work.tx.place.findMany({
    where: { OR: [{ organisationId: null }, { organisationId }] },
    select: {
      id: true,
      slug: true,
      kind: true,
      city: true,
      organisationId: true,
      labelEn: true,
      labelFr: true,
      labelNl: true,
      labelDe: true,
    },
    orderBy: { id: 'asc' },
  })
  const waiting = await work.tx.configEdition.findMany({
    where: { organisationId, subject: 'place', state: 'asked' },
    select: { item: true, after: true },
    orderBy: { id: 'asc' },
  })
  const shown = new Map((await listPlacesShown(work)).map((one) => [one.placeId, one]))
  const toLabels = (row: { labelEn: string; labelFr: string; labelNl: string; labelDe: string }): Labels => ({
    en: row.labelEn,
    fr: row.labelFr,
    nl: row.labelNl,
    de: row.labelDe,
  })
  const own = places.flatMap((row): OwnPlaceNow[] => {
    const overlay = shown.get(row.id)
    if (row.organisationId === null || overlay === undefined) return []
    const { labels, aliases, hidden, visit } = overlay
    return [
      {
        id: row.id,
        kind: OWN_PLACE_KINDS.read(row.kind),
        city: row.city ?? '',
        labels,
        aliases,
        hidden,
        visit,
        isAsked: false,
      },
    ]
  })
  const lists = await readOwnLists(work, SHOWN_LISTS.codes)
  return {
    settings: new Map<string, unknown>([
      ['organisation.name', work.settings.get('organisation.name')],
      ...settings.map(({ key, value }) => [key, value] as const),
    ]),
    offices: await listOffices(work),
    shown: lists.shown,
    values: lists.own,
    standard: new Map(codes.map((row) => [`${row.list}:${row.code}`, toLabels(row)])),
    places: places
      .filter((row) => row.organisationId === null)
      .map((row) => ({
        id: row.id,
        slug: row.slug,
        official: toLabels(row),
        shown: shown.get(row.id) ?? null,
      })),
    ownPlaces: [
      ...own,
      ...waiting.map(({ item, after }): OwnPlaceNow => {
        const { kind, city, labels, aliases, visit } = asked.parse(after)
        const { en = '', fr = '', nl = '', de = '' } = labels
        return {
          id: item,
          kind: OWN_PLACE_KINDS.read(kind),
          city: city ?? '',
          labels: { en, fr, nl, de },
          aliases,
          hidden: false,
          visit: visit ?? NO_FACTS,
          isAsked: true,
        }
      }),
    ],
    partners: (await listPartners(work)).filter(({ sameAs }) => sameAs === null),
    fields: await listFields(work),
    kinds: new Set(codes.filter(({ list }) => list === 'case_kind').map(({ code }) => code)),
    languages: await listLanguagesInUse(work),
  }
}
