import 'server-only'
import { signalAt } from '@/lib/cases/note.data'
import { bySeverity, SEVERITIES } from '@/lib/cases/severity.rules'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { accountNoteAt, encounterNoteAt, openText } from '@/lib/detention/encrypted-text.data'
import { itemSelect } from '@/lib/detention/entry.data'
import { OUTCOMES } from '@/lib/detention/outcome.rules'
import { toChosen } from '@/lib/lists/list.rules'
import { toDay } from '@/lib/shared/dates'
import type { TimelineItem, TimelineSignal } from './timeline.view'

const conversation = {
  id: true,
  caseId: true,
  metOn: true,
  outcome: true,
  noteCipher: true,
  version: true,
  createdAt: true,
  editedAt: true,
  pinnedAt: true,
  pinVersion: true,
  author: { select: { name: true } },
  place: { select: { labelEn: true, labelFr: true, labelNl: true, labelDe: true } },
  items: { select: itemSelect },
  accounts: {
    select: {
      id: true,
      noteCipher: true,
      version: true,
      createdAt: true,
      editedAt: true,
      author: { select: { name: true } },
    },
    orderBy: { createdAt: 'asc' },
  },
  revisions: {
    select: { replacedAt: true, replacer: { select: { name: true } } },
    orderBy: { replacedAt: 'desc' },
    take: 1,
  },
  signals: {
    select: {
      id: true,
      code: true,
      severity: true,
      noteCipher: true,
      version: true,
      raisedAt: true,
      answeredAt: true,
      answerCipher: true,
      answerer: { select: { name: true } },
    },
  },
} as const satisfies Prisma.EncounterSelect
type Row = Prisma.EncounterGetPayload<{ select: typeof conversation }>

const openSignal = async (
  work: Work,
  caseId: string,
  row: Row['signals'][number],
): Promise<TimelineSignal> => {
  const { id, code, severity, version } = row
  const open = (column: 'note' | 'answer', cipher: Uint8Array | null) =>
    cipher === null ? '' : work.fieldCrypto.open(signalAt(caseId, id, column), cipher)
  return {
    id,
    code,
    severity: SEVERITIES.read(severity),
    version,
    note: await open('note', row.noteCipher),
    answer:
      row.answeredAt === null
        ? null
        : {
            by: row.answerer?.name ?? '',
            at: row.answeredAt,
            text: await open('answer', row.answerCipher),
          },
  }
}

const touchedAt = (row: Row): Date =>
  new Date(
    Math.max(
      ...[
        row.createdAt,
        row.editedAt,
        ...row.accounts.flatMap((one) => [one.createdAt, one.editedAt]),
        ...row.signals.flatMap((one) => [one.raisedAt, one.answeredAt]),
      ].map((at) => at?.getTime() ?? 0),
    ),
  )

/** Conversations on visits, with what was done, what worries, and what colleagues told of the same one. */
export const listConversations = async (
  work: Work,
  where: Prisma.EncounterWhereInput,
): Promise<TimelineItem[]> => {
  const items: TimelineItem[] = []
  for (const row of await work.tx.encounter.findMany({ where, select: conversation })) {
    const { id, caseId } = row
    const signals: TimelineSignal[] = []
    for (const signal of row.signals) signals.push(await openSignal(work, caseId, signal))
    const accounts = []
    for (const one of row.accounts)
      accounts.push({
        id: one.id,
        author: one.author.name,
        text: await openText(work, accountNoteAt(caseId, one.id, one.version), one.noteCipher),
      })
    const chosen = toChosen(row.items)
    const codes = (kind: string) => chosen.filter((item) => item.kind === kind).map(({ code }) => code)
    const [last] = row.revisions
    items.push({
      type: 'encounter',
      id,
      on: toDay(row.metOn),
      author: row.author.name,
      outcome: OUTCOMES.read(row.outcome),
      place: row.place,
      text: await openText(work, encounterNoteAt(caseId, id, row.version), row.noteCipher),
      actions: codes('action'),
      topics: codes('topic'),
      signals: signals.sort(bySeverity),
      accounts,
      corrected: last === undefined ? null : { at: last.replacedAt, by: last.replacer.name },
      pinnedAt: row.pinnedAt,
      pinVersion: row.pinVersion,
      touchedAt: touchedAt(row),
    })
  }
  return items
}
