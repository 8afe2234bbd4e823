import 'server-only'
import type { Work } from '@/lib/db/work'
import type { FieldChoice } from './choice.rules'
import type { OwnField } from './field.rules'

const listPlaces = async (work: Work): Promise<FieldChoice[]> =>
  (
    await work.tx.place.findMany({
      select: { id: true, labelEn: true, labelFr: true, labelNl: true, labelDe: true },
      orderBy: [{ kind: 'asc' }, { position: 'asc' }],
    })
  ).map((place) => ({ of: 'place', isOffered: true, ...place }))

/** Only names: no one at a partner, and no key. One that was written down twice bears the name of the one that is used. */
const listPartners = async (work: Work): Promise<FieldChoice[]> => {
  const rows = await work.tx.partner.findMany({
    where: { organisationId: work.actor.organisationId },
    select: { id: true, name: true, retiredAt: true, sameAs: true, kept: { select: { name: true } } },
  })
  return rows
    .map(({ id, name: own, retiredAt, sameAs, kept }): FieldChoice => {
      const name = kept?.name ?? own
      const isOffered = retiredAt === null && sameAs === null
      return { of: 'partner', id, isOffered, labelEn: name, labelFr: name, labelNl: name, labelDe: name }
    })
    .sort((a, b) => a.labelEn.localeCompare(b.labelEn, work.locale))
}

/** The places and partners that answers to some fields may name; also those that are offered no more, because old answers name them. */
export const listFieldChoices = async (
  work: Work,
  fields: readonly Pick<OwnField, 'type'>[],
): Promise<FieldChoice[]> => [
  ...(fields.some(({ type }) => type === 'place') ? await listPlaces(work) : []),
  ...(fields.some(({ type }) => type === 'partner') ? await listPartners(work) : []),
]
