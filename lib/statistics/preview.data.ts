import type { StatsWork } from '@/lib/db/work'
import { auditRelease } from './gate.data'
import { listReady } from './past.data'
import { type Looked, look } from './preview.rules'
import { toCode } from './question.rules'
import { releaseWork } from './solver'
import { findProven } from './standard.data'
import { standardWork } from './standard.rules'
import { type Question, type ReadTable, readTable } from './statistic.data'
import type { ProtectedTable } from './table.rules'

/** refusal: why there is no table although there are people enough. */
export type Preview = ReadTable & { refusal: 'notProven' | null }

/** Of this process; a start of the application forgets them, and what they protect is protected by the meter as well. */
const looked = new Map<string, Looked>()

/** False when this account has looked at too many different questions in the last hour. */
export function mayLook(accountId: string, question: string): boolean {
  const next = look(looked.get(accountId) ?? new Map(), question, Date.now())
  if (next !== null) looked.set(accountId, next)
  return next !== null
}

/**
 * What the gate said of a question, by how many releases it was audited with: the answer is the same then, also when it is no.
 * Releases of every period count, because those of the year are audited together.
 */
const proven = new Map<string, ProtectedTable | null>()
const mostKept = 200

/** A table as its release would be: behind the same gate, so that looking shows nothing that a release withholds. */
export async function previewTable(work: StatsWork, question: Question, code: string): Promise<Preview> {
  const read = await readTable(work, question)
  if (read.table === null || read.table.cells.length === 0) return { ...read, refusal: null }
  const own = toCode(question)
  const ready = (await listReady(work, read.snapshot.id)).find((one) => one.code === own)
  if (ready !== undefined) return toPreview(read, ready.table)
  const proved = await findProven(work, read.snapshot.id, own)
  // Of every kind: a table that was proven beside fewer releases is proven anew.
  const before = await work.tx.sdcRelease.count()
  const name = [read.snapshot.id, code, before].join('|')
  const known = proven.get(name)
  if (known !== undefined) return toPreview(read, known)
  const gated = await auditRelease(
    work,
    read.snapshot.id,
    read.measure,
    proved ?? read.table,
    read.policy,
    proved ? standardWork : releaseWork,
  )
  if (proven.size >= mostKept) proven.clear()
  const table = gated.ok ? gated.value.table : null
  proven.set(name, table)
  return toPreview(read, table)
}

const toPreview = (read: ReadTable, table: ProtectedTable | null): Preview => ({
  ...read,
  table,
  refusal: table === null ? 'notProven' : null,
})
