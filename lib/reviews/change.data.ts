import 'server-only'
import { noteAt } from '@/lib/cases/note.data'
import { placeInFile } from '@/lib/db/field-crypto'
import type { Work } from '@/lib/db/work'
import { openEach } from '@/lib/registers/register.data'
import { dayOf, toDay } from '@/lib/shared/dates'
import type { Task } from '@/lib/tasks/task.data'
import { toExcerpt } from './review.rules'
import type { Change } from './review.schema'

export type OfFile<T> = T & { readonly caseId: string; readonly at: Date }
const LAST = 3

/** Since when each file is new to this reviewer: their own last decision about it, not taken back. */
export const listLastReviews = async (
  work: Work,
  reviewId: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> => {
  const rows = await work.tx.reviewItem.groupBy({
    by: ['caseId'],
    where: {
      staffId: work.actor.id,
      caseId: { in: [...caseIds] },
      reviewId: { not: reviewId },
      decidedAt: { not: null },
      undoneAt: null,
    },
    _max: { decidedAt: true },
  })
  return new Map(
    rows.flatMap(({ caseId, _max }) => (_max.decidedAt === null ? [] : [[caseId, _max.decidedAt]])),
  )
}

/** What is new in files since a moment of each: never in a file that was not reviewed before, where all of it is. */
export const listChanges = async (
  work: Work,
  since: ReadonlyMap<string, Date>,
): Promise<OfFile<Change>[]> => {
  if (since.size === 0) return []
  const caseIds = [...since.keys()]
  const earliest = new Date(Math.min(...[...since.values()].map((at) => at.getTime())))
  const found = [
    ...(await listNotes(work, caseIds, earliest)),
    ...(await listEncounters(work, caseIds, earliest)),
    ...(await listSignals(work, caseIds, earliest)),
    ...(await listHandovers(work, caseIds, earliest)),
  ]
  return found.filter(({ caseId, at }) => at > (since.get(caseId) ?? earliest))
}

const noteRow = {
  id: true,
  caseId: true,
  kind: true,
  happenedOn: true,
  createdAt: true,
  editedAt: true,
  bodyCipher: true,
  version: true,
  author: { select: { name: true } },
} as const
type NoteRow = {
  readonly id: string
  readonly caseId: string
  readonly kind: string
  readonly happenedOn: Date
  readonly createdAt: Date
  readonly editedAt: Date | null
  readonly bodyCipher: Uint8Array
  readonly version: number
  readonly author: { readonly name: string }
}
const openNote = async (work: Work, row: NoteRow): Promise<OfFile<Change>> => ({
  id: row.id,
  caseId: row.caseId,
  at: row.editedAt ?? row.createdAt,
  kind: 'note',
  on: toDay(row.happenedOn),
  by: row.author.name,
  code: row.kind,
  severity: '',
  text: toExcerpt(await work.fieldCrypto.open(noteAt(row.caseId, row.id, row.version), row.bodyCipher)),
})

const listNotes = async (work: Work, caseIds: string[], earliest: Date) => {
  const rows = await work.tx.note.findMany({
    where: {
      caseId: { in: caseIds },
      privileged: false,
      OR: [{ createdAt: { gt: earliest } }, { editedAt: { gt: earliest } }],
    },
    select: noteRow,
  })
  return openEach(rows, (row) => openNote(work, row))
}

/** The last three notes of each file, the newest first. */
export const listLastNotes = async (work: Work, caseIds: readonly string[]): Promise<OfFile<Change>[]> => {
  const rows: NoteRow[] = []
  for (const caseId of caseIds)
    rows.push(
      ...(await work.tx.note.findMany({
        where: { caseId, privileged: false },
        select: noteRow,
        orderBy: [{ happenedOn: 'desc' }, { id: 'desc' }],
        take: LAST,
      })),
    )
  return openEach(rows, (row) => openNote(work, row))
}

const listEncounters = async (work: Work, caseIds: string[], earliest: Date) => {
  const rows = await work.tx.encounter.findMany({
    where: { caseId: { in: caseIds }, createdAt: { gt: earliest } },
    select: {
      id: true,
      caseId: true,
      metOn: true,
      outcome: true,
      createdAt: true,
      noteCipher: true,
      version: true,
      author: { select: { name: true } },
    },
  })
  return openEach(rows, async (row): Promise<OfFile<Change>> => {
    const at = placeInFile(row.caseId, {
      table: 'encounter',
      row: row.id,
      column: 'note',
      revision: row.version,
    })
    return {
      id: row.id,
      caseId: row.caseId,
      at: row.createdAt,
      kind: 'encounter',
      on: toDay(row.metOn),
      by: row.author.name,
      code: row.outcome,
      severity: '',
      text: row.noteCipher === null ? '' : toExcerpt(await work.fieldCrypto.open(at, row.noteCipher)),
    }
  })
}

const listSignals = async (work: Work, caseIds: string[], earliest: Date): Promise<OfFile<Change>[]> => {
  const rows = await work.tx.signal.findMany({
    where: {
      caseId: { in: caseIds },
      OR: [{ raisedAt: { gt: earliest } }, { answeredAt: { gt: earliest } }],
    },
    select: {
      id: true,
      caseId: true,
      code: true,
      severity: true,
      raisedAt: true,
      answeredAt: true,
      raiser: { select: { name: true } },
      answerer: { select: { name: true } },
    },
  })
  return rows.flatMap(({ id, caseId, code, severity, raisedAt, answeredAt, raiser, answerer }) => {
    const line = { id, caseId, code, severity, text: '' }
    const raised = { ...line, kind: 'signal' as const, at: raisedAt, on: dayOf(raisedAt), by: raiser.name }
    if (answeredAt === null) return [raised]
    const by = answerer?.name ?? ''
    return [raised, { ...line, kind: 'answer' as const, at: answeredAt, on: dayOf(answeredAt), by }]
  })
}

const listHandovers = async (work: Work, caseIds: string[], earliest: Date): Promise<OfFile<Change>[]> => {
  const rows = await work.tx.caseAssignment.findMany({
    where: { caseId: { in: caseIds }, assignedAt: { gt: earliest } },
    select: {
      id: true,
      caseId: true,
      assignedAt: true,
      to: { select: { name: true } },
      by: { select: { name: true } },
    },
  })
  return rows.map(({ id, caseId, assignedAt, to, by }) => ({
    id,
    caseId,
    at: assignedAt,
    kind: 'handover',
    on: dayOf(assignedAt),
    by: by.name,
    code: '',
    severity: '',
    text: to.name,
  }))
}

/** Tasks that are new, or were done, since a moment; none when the file was not reviewed before. */
export const toTaskChanges = (
  caseId: string,
  tasks: readonly Task[],
  since: Date | undefined,
): OfFile<Change>[] => {
  if (since === undefined) return []
  const line = { caseId, code: '', severity: '' }
  return tasks.flatMap(({ id, text, assignee, createdAt, done }): OfFile<Change>[] => {
    if (done !== null && done.at > since)
      return [{ ...line, id, kind: 'taskDone', at: done.at, on: dayOf(done.at), by: done.by, text }]
    if (createdAt <= since) return []
    return [{ ...line, id, kind: 'task', at: createdAt, on: dayOf(createdAt), by: assignee, text }]
  })
}
