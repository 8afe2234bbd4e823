import 'server-only'
import { NOTE_KINDS } from '@/lib/cases/case.rules'
import { type FilledRegisters, listKept } from '@/lib/cases/filled-registers.data'
import { noteAt } from '@/lib/cases/note.data'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { type Day, toDate, toDay } from '@/lib/shared/dates'
import type { TimelineAddress } from './timeline.schema'
import { byDay, type Timeline, type TimelineItem } from './timeline.view'
import { listDone } from './timeline-activity.data'
import { findChangeEdge, listChangeDays } from './timeline-change.data'
import { listCurrent, listDetained } from './timeline-detention.data'
import { findEventEdge, listFileEvents, listTold } from './timeline-event.data'
import { isWithin, newest } from './timeline-range.rules'
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
  const noteKinds = NOTE_KINDS.codes.filter((kind) => kinds.includes(kind))
  const ofKind: Prisma.NoteWhereInput = kinds.length === 0 ? {} : { kind: { in: noteKinds } }
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

/** What referrals, registers, activities and detention tell of a file, as far as it is asked for: read once, and cut to the page in memory. */
const readBeside = async (work: Work, caseId: string, filled: FilledRegisters, { kinds }: Narrowing) => ({
  kept: filled,
  told: kinds.length === 0 || kinds.includes('event') ? await listTold(work, caseId, filled) : null,
  done:
    filled.has('activity') && (kinds.length === 0 || kinds.includes('activity'))
      ? await listDone(work, caseId)
      : [],
  detained:
    filled.has('detention_event') && (kinds.length === 0 || kinds.includes('detention'))
      ? await listCurrent(work, caseId)
      : null,
})
type Beside = Awaited<ReturnType<typeof readBeside>>

/**
 * What happened in one file by day, newest first, narrowed as the address says. A page ends with a whole day, so that
 * nothing is torn apart. What the application wrote down by itself comes along folded, or alone when it is asked for. The caller
 * has checked that the file is within reach, and may know already what is kept of it.
 */
export const listTimeline = async (
  work: Work,
  caseId: string,
  narrowing: Narrowing = EVERYTHING,
  known?: FilledRegisters,
): Promise<Timeline> => {
  const { kinds, before, since } = narrowing
  const beside = await readBeside(work, caseId, known ?? (await listKept(work, caseId)), narrowing)
  const edge = await findEdge(work, caseId, narrowing, beside)
  // The end of the file shows how it began, no matter who wrote first.
  const from = edge === null || edge.isLast ? null : edge.on
  const range = { from, before, since }
  const days = {
    ...(from === null ? {} : { gte: toDate(from) }),
    ...(before === null ? {} : { lt: toDate(before) }),
  }
  const { note, encounter } = toWanted(caseId, narrowing)
  const detained = beside.detained?.filter((row) => isWithin(range, row)) ?? []
  const items = [
    ...(note === null ? [] : await listNotes(work, { AND: [note, { happenedOn: days }] })),
    ...(encounter === null ? [] : await listConversations(work, { AND: [encounter, { metOn: days }] })),
    ...(beside.told === null
      ? []
      : [
          ...(await listFileEvents(work, caseId, beside.kept, range)),
          ...beside.told.filter((event) => isWithin(range, event)),
        ]),
    ...beside.done.filter((event) => isWithin(range, event)),
    ...(await listDetained(
      work,
      caseId,
      detained.map(({ id }) => id),
    )),
    ...(kinds.length === 0 || kinds.includes('change') ? await listChangeDays(work, caseId, range) : []),
  ]
  return { items: items.sort(byDay), more: from }
}

/** The days of at most so many entries of each kind, newest first. */
const listDays = async (
  work: Work,
  caseId: string,
  narrowing: Narrowing,
  { kept, told, done, detained }: Beside,
  take: number,
): Promise<Day[]> => {
  const { note, encounter } = toWanted(caseId, narrowing)
  const { before, since } = narrowing
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
  const besides = [...(told ?? []), ...done, ...(detained ?? [])].filter((row) =>
    isWithin({ before, since }, row),
  )
  return newest(
    [
      ...notes.map(({ happenedOn }) => toDay(happenedOn)),
      ...met.map(({ metOn }) => toDay(metOn)),
      ...(told === null ? [] : await findEventEdge(work, caseId, kept, { before, since, take })),
      ...besides.map(({ on }) => on),
      ...(narrowing.kinds.includes('change')
        ? await findChangeEdge(work, caseId, { before, since, take })
        : []),
    ],
    Number.POSITIVE_INFINITY,
  )
}

/** The earliest day of the page: with it, there are at least twenty entries, or all of them. */
const findEdge = async (
  work: Work,
  caseId: string,
  narrowing: Narrowing,
  beside: Beside,
): Promise<{ on: Day; isLast: boolean } | null> => {
  const days = await listDays(work, caseId, narrowing, beside, PAGE + 1)
  const on = days[PAGE - 1] ?? days.at(-1)
  if (on === undefined) return null
  if (days.some((day) => day < on)) return { on, isLast: false }
  // More than a page on one day: whether there is anything before it was not read yet.
  const isLast =
    days.length <= PAGE ||
    (await listDays(work, caseId, { ...narrowing, before: on }, beside, 1)).length === 0
  return { on, isLast }
}

/** What someone wants everyone to see first, the latest pin on top. */
export const listPinned = async (
  work: Work,
  caseId: string,
  known?: FilledRegisters,
): Promise<TimelineItem[]> => {
  const filled = known ?? (await listKept(work, caseId))
  const pinned = { caseId, pinnedAt: { not: null } }
  const found = [
    ...(filled.has('note') ? await listNotes(work, pinned) : []),
    ...(filled.has('encounter') ? await listConversations(work, pinned) : []),
  ]
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
      kind: NOTE_KINDS.read(row.kind),
      isPrivileged: row.privileged,
      on: toDay(row.happenedOn),
      author: author.name,
      authorId: author.id,
      corrected: editedAt && { at: editedAt, by: author.name },
      pinnedAt: row.pinnedAt,
      pinVersion: row.pinVersion,
      touchedAt: editedAt ?? row.createdAt,
      text: await work.fieldCrypto.open(noteAt(row.caseId, row.id, row.version), row.bodyCipher),
    })
  return items
}
