import 'server-only'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { type Day, toDate, toDay } from '@/lib/shared/dates'
import { NOTE_KINDS } from './case.rules'
import type { TimelineAddress } from './timeline.schema'
import { byDay, type Timeline, type TimelineItem } from './timeline.view'
import { findChangeEdge, listChangeDays } from './timeline-change.data'
import { findDetainedEdge, listDetained } from './timeline-detention.data'
import { findEventEdge, listFileEvents } from './timeline-event.data'
import { listConversations } from './timeline-visit.data'

const PAGE = 20

type Narrowing = Pick<TimelineAddress, 'kinds' | 'before'> & {
  /** Only what was written, corrected or answered after that moment. */
  readonly since: Date | null
}
const EVERYTHING: Narrowing = { kinds: [], before: null, since: null }

/** Which notes and conversations are meant; null: none of that kind. The days come on top. */
const toWanted = (caseId: string, { kinds, since }: Narrowing) => {
  const isOld = since === null
  const noteKinds = NOTE_KINDS.filter((kind) => kinds.includes(kind))
  const ofKind: Prisma.NoteWhereInput =
    kinds.length === 0
      ? {}
      : // A kind that has left the list is shown as a note.
        {
          OR: [
            { kind: { in: noteKinds } },
            ...(noteKinds.includes('note') ? [{ kind: { notIn: [...NOTE_KINDS] } }] : []),
          ],
        }
  const note: Prisma.NoteWhereInput = {
    AND: [
      { caseId },
      ofKind,
      isOld ? {} : { OR: [{ createdAt: { gt: since } }, { editedAt: { gt: since } }] },
    ],
  }
  const encounter: Prisma.EncounterWhereInput = {
    AND: [
      { caseId },
      isOld
        ? {}
        : {
            OR: [
              { createdAt: { gt: since } },
              { editedAt: { gt: since } },
              { accounts: { some: { OR: [{ createdAt: { gt: since } }, { editedAt: { gt: since } }] } } },
              { signals: { some: { OR: [{ raisedAt: { gt: since } }, { answeredAt: { gt: since } }] } } },
            ],
          },
    ],
  }
  return {
    note: kinds.length === 0 || noteKinds.length > 0 ? note : null,
    encounter: kinds.length === 0 || kinds.includes('visit') ? encounter : null,
  }
}

/**
 * What happened in one file by day, newest first, narrowed as the address says. A page ends with a whole day, so that
 * nothing is torn apart. What the house wrote down by itself comes along folded, or alone when it is asked for. The caller
 * has checked that the file is within reach.
 */
export const listTimeline = async (
  work: Work,
  caseId: string,
  narrowing: Narrowing = EVERYTHING,
): Promise<Timeline> => {
  const { kinds, before, since } = narrowing
  const asksForChanges = kinds.includes('change')
  const edge = await findEdge(work, caseId, narrowing)
  // The end of the file shows how it began, whoever wrote first.
  const from = edge === null || edge.isLast ? null : edge.on
  const range = {
    ...(from === null ? {} : { gte: toDate(from) }),
    ...(before === null ? {} : { lt: toDate(before) }),
  }
  const { note, encounter } = toWanted(caseId, narrowing)
  const items = [
    ...(note === null ? [] : await listNotes(work, { AND: [note, { happenedOn: range }] })),
    ...(encounter === null ? [] : await listConversations(work, { AND: [encounter, { metOn: range }] })),
    ...(kinds.length === 0 || kinds.includes('event')
      ? await listFileEvents(work, caseId, { from, before, since })
      : []),
    ...(kinds.length === 0 || kinds.includes('detention')
      ? await listDetained(work, caseId, { from, before, since })
      : []),
    ...(kinds.length === 0 || asksForChanges
      ? await listChangeDays(work, caseId, { from, before, since })
      : []),
  ]
  return { items: items.sort(byDay), more: from }
}

/** The earliest day of the page: with it, there are at least twenty entries, or all of them. */
const findEdge = async (
  work: Work,
  caseId: string,
  narrowing: Narrowing,
): Promise<{ on: Day; isLast: boolean } | null> => {
  const { note, encounter } = toWanted(caseId, narrowing)
  const asksForChanges = narrowing.kinds.includes('change')
  const days = async (before: Day | null, take: number): Promise<Day[]> => {
    const earlier = before === null ? {} : { lt: toDate(before) }
    const notes =
      note === null
        ? []
        : await work.tx.note.findMany({
            where: { AND: [note, { happenedOn: earlier }] },
            select: { happenedOn: true },
            orderBy: { happenedOn: 'desc' },
            take,
          })
    const met =
      encounter === null
        ? []
        : await work.tx.encounter.findMany({
            where: { AND: [encounter, { metOn: earlier }] },
            select: { metOn: true },
            orderBy: { metOn: 'desc' },
            take,
          })
    const happened =
      narrowing.kinds.length === 0 || narrowing.kinds.includes('event')
        ? await findEventEdge(work, caseId, { before, since: narrowing.since, take })
        : []
    const detained =
      narrowing.kinds.length === 0 || narrowing.kinds.includes('detention')
        ? await findDetainedEdge(work, caseId, { before, since: narrowing.since, take })
        : []
    const changed = asksForChanges
      ? await findChangeEdge(work, caseId, { before, since: narrowing.since, take })
      : []
    return [
      ...notes.map(({ happenedOn }) => toDay(happenedOn)),
      ...met.map(({ metOn }) => toDay(metOn)),
      ...happened,
      ...detained,
      ...changed,
    ]
  }
  const all = (await days(narrowing.before, PAGE)).sort((a, b) => b.localeCompare(a))
  const on = all[PAGE - 1] ?? all.at(-1)
  if (on === undefined) return null
  return { on, isLast: (await days(on, 1)).length === 0 }
}

/** What somebody wants everybody to see first, the latest pin on top. */
export const listPinned = async (work: Work, caseId: string): Promise<TimelineItem[]> => {
  const pinned = { caseId, pinnedAt: { not: null } }
  const found = [...(await listNotes(work, pinned)), ...(await listConversations(work, pinned))]
  return found.sort((a, b) => (b.pinnedAt?.getTime() ?? 0) - (a.pinnedAt?.getTime() ?? 0))
}

const listNotes = async (work: Work, where: Prisma.NoteWhereInput): Promise<TimelineItem[]> => {
  const rows = await work.tx.note.findMany({
    where,
    select: {
      id: true,
      caseId: true,
      kind: true,
      happenedOn: true,
      bodyCipher: true,
      version: true,
      createdAt: true,
      editedAt: true,
      pinnedAt: true,
      pinVersion: true,
      privileged: true,
      author: { select: { id: true, name: true } },
    },
  })
  const items: TimelineItem[] = []
  for (const { author, editedAt, ...row } of rows)
    items.push({
      type: 'note',
      id: row.id,
      kind: row.kind,
      isPrivileged: row.privileged,
      on: toDay(row.happenedOn),
      author: author.name,
      authorId: author.id,
      corrected: editedAt && { at: editedAt, by: author.name },
      pinnedAt: row.pinnedAt,
      pinVersion: row.pinVersion,
      touchedAt: editedAt ?? row.createdAt,
      text: await work.vault.open(noteAt(row.caseId, row.id, row.version), row.bodyCipher),
    })
  return items
}

/** Where the text of a note stands: sealed with the key of its file. */
export const noteAt = (caseId: string, noteId: string, revision: number) => ({
  holder: { kind: 'file', id: caseId } as const,
  table: 'note',
  row: noteId,
  column: 'body',
  revision,
})
