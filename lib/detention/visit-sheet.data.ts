import 'server-only'
import { scopeCases, scopeVisits } from '@/lib/access/scope'
import { listUsable } from '@/lib/contacts/contact.data'
import { toRule } from '@/lib/contacts/contact.view'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { withOwnWords } from '@/lib/lists/list.data'
import { toDay } from '@/lib/shared/dates'
import { isUuid } from '@/lib/shared/ids'
import { groupNoteAt, observationTextAt, openText } from './encrypted-text.data'
import { encounterSheet, openEncounter } from './entry.data'
import { LISTS } from './visit.rules'
import { toCard, visitCard } from './visit-list.data'

const visitSheet = {
  ...visitCard,
  placeId: true,
  teamId: true,
  createdBy: true,
  createdAt: true,
  projectId: true,
  version: true,
  team: { select: { name: true } },
  groups: {
    select: {
      id: true,
      people: true,
      country: true,
      noteCipher: true,
      version: true,
      authorId: true,
      author: { select: { name: true } },
    },
    orderBy: { createdAt: 'asc' },
  },
  observations: {
    select: { id: true, theme: true, textCipher: true, version: true, author: { select: { name: true } } },
    orderBy: { createdAt: 'asc' },
  },
} as const

/** The conversations of a visit that the actor may read, with their texts opened. */
const listEncounters = async (work: Work, visitId: string) => {
  const rows = await work.tx.encounter.findMany({
    where: { visitId, file: scopeCases(work.actor, 'case:read', work.now) },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: encounterSheet,
  })
  const contacts = await listUsable(
    work,
    rows.map(({ caseId }) => caseId),
  )
  const opened = []
  for (const row of rows)
    opened.push({
      ...(await openEncounter(work, row)),
      contacts: contacts
        .filter((one) => one.caseId === row.caseId && one.personId === row.personId)
        .map(toRule),
    })
  return opened
}

/** What observations and groups said before they were corrected, the latest first, by the row they belong to. */
const listRevisions = async (work: Work, visitId: string) => {
  const rows = await work.tx.visitRevision.findMany({
    where: { visitId },
    orderBy: [{ replacedAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      observationId: true,
      groupId: true,
      version: true,
      people: true,
      country: true,
      textCipher: true,
      replacedAt: true,
      replacer: { select: { name: true } },
    },
  })
  const revisions = []
  for (const { textCipher, ...row } of rows) {
    const at =
      row.groupId === null
        ? observationTextAt(visitId, row.observationId ?? '', row.version)
        : groupNoteAt(visitId, row.groupId, row.version)
    revisions.push({ ...row, text: await openText(work, at, textCipher) })
  }
  return revisions
}

/** A visit with what was written on it. Out of reach is not found; a conversation out of reach is not there. */
export const getVisit = async (work: Work, id: string) => {
  if (!isUuid(id)) throw new NotFound()
  const row = await work.tx.visit.findFirst({
    where: { AND: [{ id }, scopeVisits(work.actor, 'visit:read')] },
    select: { ...visitSheet, encounters: false },
  })
  if (row === null) throw new NotFound()
  const groups = []
  for (const { noteCipher, ...group } of row.groups)
    groups.push({
      ...group,
      note: await openText(work, groupNoteAt(id, group.id, group.version), noteCipher),
    })
  const observations = []
  for (const { textCipher, ...one } of row.observations)
    observations.push({
      ...one,
      text: await openText(work, observationTextAt(id, one.id, one.version), textCipher),
    })
  const accreditations = await work.tx.accreditation.findMany({
    where: { placeId: row.placeId, staffId: { in: row.visitors.map(({ staff }) => staff.id) } },
    select: { staffId: true, validFrom: true, validUntil: true },
  })
  return {
    ...toCard(row),
    groups,
    observations,
    encounters: await listEncounters(work, id),
    revisions: await listRevisions(work, id),
    accreditations: accreditations.map(({ staffId, validFrom, validUntil }) => ({
      staffId,
      from: toDay(validFrom),
      until: toDay(validUntil),
    })),
  }
}

/**
 * The words of what was picked on a visit; old words too, because old visits still say them.
 * @param at when it was written: the organisation’s words of then
 */
export const listVisitWords = async (work: Work, at: Date) =>
  withOwnWords(
    work,
    await work.tx.codeValue.findMany({
      where: { list: { in: Object.values(LISTS) } },
      orderBy: { validFrom: 'asc' },
      select: { list: true, code: true, labelEn: true, labelFr: true, labelNl: true, labelDe: true },
    }),
    at,
  )
export type VisitWordRow = Awaited<ReturnType<typeof listVisitWords>>[number]
export type VisitSheetRow = Awaited<ReturnType<typeof getVisit>>
