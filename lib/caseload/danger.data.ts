import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import { today } from '@/lib/cases/case.data'
import { byDanger, type Danger, dangersOf } from '@/lib/cases/danger.rules'
import { rankedColumns, toRanked } from '@/lib/cases/danger.view'
import { bySeverity } from '@/lib/cases/severity.rules'
import type { Work } from '@/lib/db/work'
import { type LastDays, listInLastDays } from '@/lib/deadlines/pressing.data'
import { openText, signalNoteAt } from '@/lib/detention/encrypted-text.data'
import { type Day, dayOf } from '@/lib/shared/dates'

/** What is dangerous in a file, with what was written and which act it is: for pages and papers that say it whole. */
export type FileDanger = {
  readonly caseId: string
  /** The strongest first. */
  readonly dangers: readonly [Danger, ...Danger[]]
  readonly signals: readonly {
    readonly id: string
    readonly code: string
    readonly severity: string
    readonly on: Day
    readonly text: string
  }[]
  readonly acts: readonly LastDays[]
}

/** The ranks of some files within reach, in the order of danger. */
export const rankFiles = async (work: Work, caseIds: readonly string[]) => {
  const rows = await work.tx.caseFile.findMany({
    where: { AND: [scopeCases(work.actor, 'case:read', work.now), { id: { in: [...caseIds] } }] },
    select: { id: true, ...rankedColumns },
  })
  return rows
    .map(({ id, ...row }) => ({ id, dangers: dangersOf(toRanked(row), today(work)) }))
    .sort((a, b) => byDanger({ ...a.dangers[0], id: a.id }, { ...b.dangers[0], id: b.id }))
}

/** What is dangerous in some files within reach, in the order of danger. */
export const listFileDangers = async (work: Work, caseIds: readonly string[]): Promise<FileDanger[]> => {
  const ranked = await rankFiles(work, caseIds)
  const ids = ranked.map(({ id }) => id)
  const signals = await work.tx.signal.findMany({
    where: { caseId: { in: ids }, answeredAt: null },
    select: { id: true, caseId: true, code: true, severity: true, raisedAt: true, noteCipher: true },
    orderBy: [{ raisedAt: 'asc' }, { id: 'asc' }],
  })
  const acts = await listInLastDays(work, ids)
  await work.fieldCrypto.gather('file', ids)
  const found: FileDanger[] = []
  for (const { id: caseId, dangers } of ranked) {
    const said = []
    for (const { id, code, severity, raisedAt, noteCipher } of signals.filter(
      (one) => one.caseId === caseId,
    )) {
      const text = await openText(work, signalNoteAt(caseId, id), noteCipher)
      said.push({ id, code, severity, on: dayOf(raisedAt), text })
    }
    said.sort(bySeverity)
    found.push({ caseId, dangers, signals: said, acts: acts.filter((one) => one.caseId === caseId) })
  }
  return found
}
