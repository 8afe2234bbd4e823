import 'server-only'
import type { Work } from '@/lib/db/work'
import { accountNoteAt } from '@/lib/detention/sealed-text.data'
import { type Day, toDate, toDay } from '@/lib/shared/dates'
import { bySeverity } from './case.rules'

const PAGE = 20

export type TimelineSignal = {
  readonly id: string
  readonly code: string
  readonly severity: string
  readonly note: string
  readonly version: number
  readonly answer: { readonly by: string; readonly at: Date; readonly text: string } | null
}
export type TimelineItem = {
  readonly id: string
  readonly on: Day
  readonly author: string
  readonly text: string
} & (
  | {
      readonly type: 'note'
      readonly kind: string
      readonly authorId: string
      /** When its author put other words in their place; null as long as it says what it said first. */
      readonly correctedAt: Date | null
    }
  | {
      readonly type: 'encounter'
      readonly outcome: string
      readonly place: {
        readonly labelEn: string
        readonly labelFr: string
        readonly labelNl: string
        readonly labelDe: string
      }
      readonly actions: readonly string[]
      readonly topics: readonly string[]
      readonly signals: readonly TimelineSignal[]
      /** What colleagues told of the same conversation, beside the first text. */
      readonly accounts: readonly { readonly id: string; readonly author: string; readonly text: string }[]
    }
)
export type Timeline = { readonly items: readonly TimelineItem[]; readonly more: Day | null }

/**
 * Notes and conversations of one file by date, newest first; `before` shows what happened earlier than that day. A page
 * ends with a whole day, so that nothing is torn apart. The caller has checked that the file is within reach.
 */
export const listTimeline = async (work: Work, caseId: string, before: Day | null): Promise<Timeline> => {
  const edge = await findEdge(work, caseId, before)
  if (edge === null) return { items: [], more: null }
  const range = { gte: toDate(edge.on), ...(before === null ? {} : { lt: toDate(before) }) }
  const items = [...(await listNotes(work, caseId, range)), ...(await listEncounters(work, caseId, range))]
  const sorted = items.sort((a, b) => (a.on === b.on ? b.id.localeCompare(a.id) : b.on.localeCompare(a.on)))
  return { items: sorted, more: edge.isLast ? null : edge.on }
}

/** The earliest day of the page: with it, there are at least twenty items, or all of them. */
const findEdge = async (
  work: Work,
  caseId: string,
  before: Day | null,
): Promise<{ on: Day; isLast: boolean } | null> => {
  const earlier = before === null ? {} : { lt: toDate(before) }
  const notes = await work.tx.note.findMany({
    where: { caseId, happenedOn: earlier },
    select: { happenedOn: true },
    orderBy: { happenedOn: 'desc' },
    take: PAGE,
  })
  const encounters = await work.tx.encounter.findMany({
    where: { caseId, metOn: earlier },
    select: { metOn: true },
    orderBy: { metOn: 'desc' },
    take: PAGE,
  })
  const all = [...notes.map(({ happenedOn }) => happenedOn), ...encounters.map(({ metOn }) => metOn)]
    .map(toDay)
    .sort((a, b) => b.localeCompare(a))
  const on = all[PAGE - 1] ?? all.at(-1)
  if (on === undefined) return null
  const rest = { lt: toDate(on) }
  const note = await work.tx.note.findFirst({ where: { caseId, happenedOn: rest }, select: { id: true } })
  const met = await work.tx.encounter.findFirst({ where: { caseId, metOn: rest }, select: { id: true } })
  return { on, isLast: note === null && met === null }
}

type Range = { readonly gte: Date; readonly lt?: Date }

const listNotes = async (work: Work, caseId: string, happenedOn: Range): Promise<TimelineItem[]> => {
  const rows = await work.tx.note.findMany({
    where: { caseId, happenedOn },
    select: {
      id: true,
      kind: true,
      happenedOn: true,
      bodyCipher: true,
      version: true,
      editedAt: true,
      author: { select: { id: true, name: true } },
    },
  })
  const items: TimelineItem[] = []
  for (const row of rows)
    items.push({
      type: 'note',
      id: row.id,
      kind: row.kind,
      on: toDay(row.happenedOn),
      author: row.author.name,
      authorId: row.author.id,
      correctedAt: row.editedAt,
      text: await work.vault.open(noteAt(caseId, row.id, row.version), row.bodyCipher),
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
/** Note and answer of a signal are written once each, so their revision stays 1. */
export const signalAt = (caseId: string, signalId: string, column: 'note' | 'answer') => ({
  holder: { kind: 'file', id: caseId } as const,
  table: 'signal',
  row: signalId,
  column,
  revision: 1,
})

const listEncounters = async (work: Work, caseId: string, metOn: Range): Promise<TimelineItem[]> => {
  const rows = await work.tx.encounter.findMany({
    where: { caseId, metOn },
    select: {
      id: true,
      metOn: true,
      outcome: true,
      noteCipher: true,
      version: true,
      author: { select: { name: true } },
      place: { select: { labelEn: true, labelFr: true, labelNl: true, labelDe: true } },
      items: { select: { kind: true, code: true } },
      accounts: {
        select: { id: true, noteCipher: true, version: true, author: { select: { name: true } } },
        orderBy: { createdAt: 'asc' },
      },
      signals: {
        select: {
          id: true,
          code: true,
          severity: true,
          noteCipher: true,
          version: true,
          answeredAt: true,
          answerCipher: true,
          answerer: { select: { name: true } },
        },
      },
    },
  })
  const items: TimelineItem[] = []
  const open = (at: Parameters<Work['vault']['open']>[0], cipher: Uint8Array | null) =>
    cipher === null ? '' : work.vault.open(at, cipher)
  for (const row of rows) {
    const signals: TimelineSignal[] = []
    for (const signal of row.signals)
      signals.push({
        id: signal.id,
        code: signal.code,
        severity: signal.severity,
        version: signal.version,
        note: await open(signalAt(caseId, signal.id, 'note'), signal.noteCipher),
        answer:
          signal.answeredAt === null
            ? null
            : {
                by: signal.answerer?.name ?? '',
                at: signal.answeredAt,
                text: await open(signalAt(caseId, signal.id, 'answer'), signal.answerCipher),
              },
      })
    const accounts = []
    for (const { id, author, version, noteCipher } of row.accounts)
      accounts.push({
        id,
        author: author.name,
        text: await open(accountNoteAt(caseId, id, version), noteCipher),
      })
    const codes = (kind: string) => row.items.filter((item) => item.kind === kind).map(({ code }) => code)
    const at = {
      holder: { kind: 'file', id: caseId } as const,
      table: 'encounter',
      row: row.id,
      column: 'note',
      revision: row.version,
    }
    items.push({
      type: 'encounter',
      id: row.id,
      on: toDay(row.metOn),
      author: row.author.name,
      outcome: row.outcome,
      place: row.place,
      text: await open(at, row.noteCipher),
      actions: codes('action'),
      topics: codes('topic'),
      signals: signals.sort(bySeverity),
      accounts,
    })
  }
  return items
}
