import 'server-only'
import { scopeCases, scopeVisits } from '@/lib/access/scope'
import { NotFound } from '@/lib/db/errors'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { toDate, toDay } from '@/lib/shared/dates'
import { LISTS } from './visit.rules'

export const PAGE_SIZE = 30

const placeLabel = {
  select: { id: true, slug: true, labelEn: true, labelFr: true, labelNl: true, labelDe: true },
} as const

const visitCard = {
  id: true,
  onDate: true,
  startsAt: true,
  endsAt: true,
  access: true,
  waitingMinutes: true,
  place: placeLabel,
  visitors: { select: { staff: { select: { id: true, name: true } } }, orderBy: { staff: { name: 'asc' } } },
  groups: { select: { people: true } },
  encounters: {
    select: { outcome: true, personId: true, signals: { select: { severity: true, answeredAt: true } } },
  },
} as const

const toCard = <
  R extends { readonly onDate: Date; readonly visitors: readonly { readonly staff: unknown }[] },
>(
  row: R,
) => ({
  ...row,
  onDate: toDay(row.onDate),
})

/** Where the next page begins: the last visit of this one. */
export type After = { readonly on: string; readonly id: string }

/**
 * The visits of the actor's reach, newest first. Of their conversations only those within reach are counted:
 * row-level security hides the others, and scope says so in the query.
 */
export const listVisits = async (work: Work, after: After | null) => {
  const rows = await work.tx.visit.findMany({
    where: {
      AND: [
        scopeVisits(work.actor, 'visit:read'),
        after === null
          ? {}
          : {
              OR: [{ onDate: { lt: toDate(after.on) } }, { onDate: toDate(after.on), id: { lt: after.id } }],
            },
      ],
    },
    orderBy: [{ onDate: 'desc' }, { id: 'desc' }],
    take: PAGE_SIZE + 1,
    select: {
      ...visitCard,
      encounters: {
        ...visitCard.encounters,
        where: { file: scopeCases(work.actor, 'case:read', work.now) },
      },
    },
  })
  return { visits: rows.slice(0, PAGE_SIZE).map(toCard), more: rows.length > PAGE_SIZE }
}
export type VisitCardRow = Awaited<ReturnType<typeof listVisits>>['visits'][number]

// An address that is no id is an address of nothing; the database would call it a fault.
const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

const visitSheet = {
  ...visitCard,
  placeId: true,
  createdBy: true,
  createdAt: true,
  version: true,
  team: { select: { name: true } },
  groups: {
    select: { id: true, people: true, country: true, noteCipher: true, version: true },
    orderBy: { id: 'asc' },
  },
  observations: {
    select: { id: true, theme: true, textCipher: true, version: true },
    orderBy: { id: 'asc' },
  },
} as const

const encounterSheet = {
  id: true,
  caseId: true,
  personId: true,
  outcome: true,
  noteCipher: true,
  version: true,
  file: { select: { code: true, secrecy: true } },
  person: {
    select: {
      names: { where: { kind: 'as_said' }, select: { text: true }, orderBy: { createdAt: 'desc' }, take: 1 },
    },
  },
  items: { select: { kind: true, code: true }, orderBy: [{ kind: 'asc' }, { code: 'asc' }] },
  signals: {
    select: { id: true, code: true, severity: true, noteCipher: true, answeredAt: true },
    orderBy: { id: 'asc' },
  },
} satisfies Prisma.EncounterSelect

/** Opens a sealed text, or '' when there is none. */
const read = async (
  work: Work,
  at: {
    readonly holder: { readonly kind: 'file' | 'visit'; readonly id: string }
    readonly table: string
    readonly row: string
    readonly column: string
    readonly revision: number
  },
  sealed: Uint8Array | null,
): Promise<string> => (sealed === null ? '' : work.vault.open(at, sealed))

/** The conversations of a visit that the actor may read, with their texts opened. */
const listEncounters = async (work: Work, visitId: string) => {
  const rows = await work.tx.encounter.findMany({
    where: { visitId, file: scopeCases(work.actor, 'case:read', work.now) },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: encounterSheet,
  })
  const opened = []
  for (const { noteCipher, signals, person, ...row } of rows) {
    const holder = { kind: 'file' as const, id: row.caseId }
    const told = []
    for (const { noteCipher: sealed, ...signal } of signals)
      told.push({
        ...signal,
        note: await read(
          work,
          { holder, table: 'signal', row: signal.id, column: 'note', revision: 1 },
          sealed,
        ),
      })
    const at = { holder, table: 'encounter', row: row.id, column: 'note', revision: row.version }
    opened.push({
      ...row,
      name: person.names[0]?.text ?? '',
      note: await read(work, at, noteCipher),
      signals: told,
    })
  }
  return opened
}

/** A visit with what was written on it. Out of reach is not found; a conversation out of reach is not there. */
export const getVisit = async (work: Work, id: string) => {
  if (!isUuid(id)) throw new NotFound()
  const row = await work.tx.visit.findFirst({
    where: { AND: [{ id }, scopeVisits(work.actor, 'visit:read')] },
    select: { ...visitSheet, encounters: false },
  })
  if (row === null) throw new NotFound()
  const holder = { kind: 'visit' as const, id }
  const groups = []
  for (const { noteCipher, ...group } of row.groups) {
    const at = { holder, table: 'visit_group', row: group.id, column: 'note', revision: group.version }
    groups.push({ ...group, note: await read(work, at, noteCipher) })
  }
  const observations = []
  for (const { textCipher, ...observation } of row.observations) {
    const at = {
      holder,
      table: 'visit_observation',
      row: observation.id,
      column: 'text',
      revision: observation.version,
    }
    observations.push({ ...observation, text: await read(work, at, textCipher) })
  }
  const accreditations = await work.tx.accreditation.findMany({
    where: { placeId: row.placeId, staffId: { in: row.visitors.map(({ staff }) => staff.id) } },
    select: { staffId: true, validFrom: true, validUntil: true },
  })
  return {
    ...toCard(row),
    groups,
    observations,
    encounters: await listEncounters(work, id),
    accreditations: accreditations.map(({ staffId, validFrom, validUntil }) => ({
      staffId,
      from: toDay(validFrom),
      until: toDay(validUntil),
    })),
  }
}

/** The words of what was picked on a visit; old words too, because old visits still say them. */
export const listVisitWords = (work: Work) =>
  work.tx.codeValue.findMany({
    where: { list: { in: Object.values(LISTS) } },
    orderBy: { validFrom: 'asc' },
    select: { list: true, code: true, labelEn: true, labelFr: true, labelNl: true, labelDe: true },
  })
export type VisitWordRow = Awaited<ReturnType<typeof listVisitWords>>[number]
export type VisitSheetRow = Awaited<ReturnType<typeof getVisit>>
