import type { Work } from '@/lib/db/work'
import { LOCALES } from '@/lib/i18n/locales'
import { officeCode } from './hierarchy.rules'
import type { ReferenceLabels } from './wording.view'

type InFour = { labelEn: string; labelFr: string; labelNl: string; labelDe: string }
const labels = { labelEn: true, labelFr: true, labelNl: true, labelDe: true } as const

const pick = (row: InFour, locale: string): string => {
  const language = LOCALES.read(locale)
  return { en: row.labelEn, fr: row.labelFr, nl: row.labelNl, de: row.labelDe }[language]
}

/** Names of centres, topics and signals in one language, and of offices as they are called; of a code that changed its word, the latest. */
export async function readReferenceLabels({ tx, actor }: Work, locale: string): Promise<ReferenceLabels> {
  const places = await tx.place.findMany({
    where: { kind: 'closed_centre' },
    select: { slug: true, ...labels },
  })
  const codes = await tx.codeValue.findMany({
    where: { list: { in: ['encounter_topic', 'concern_type'] } },
    select: { list: true, code: true, ...labels },
    orderBy: { validFrom: 'asc' },
  })
  // In the order in which the freezing numbers them (freeze.data).
  const offices = await tx.team.findMany({
    where: { organisationId: actor.organisationId },
    select: { name: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const of = (list: string): ReadonlyMap<string, string> =>
    new Map(codes.filter((row) => row.list === list).map((row) => [row.code, pick(row, locale)]))
  return {
    centre: new Map(places.map((row) => [row.slug, pick(row, locale)])),
    topic: of('encounter_topic'),
    signal: of('concern_type'),
    office: new Map(offices.map(({ name }, i) => [officeCode(i + 1), name])),
  }
}
