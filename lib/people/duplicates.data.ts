import 'server-only'
import * as z from 'zod'
import type { Work } from '@/lib/db/work'
import { addDays, dayOf, toDate } from '@/lib/shared/dates'
import { type KeptTwo, type ListedPair, listKeptTwo, listPairs, toListedPair } from './compare.data'
import { type Conflict, MERGE_DAYS, MERGE_REASONS, type MergeReason } from './merge.rules'
import { conflict } from './merge.schema'

export type Merged = {
  readonly id: string
  /** The files in which they are found now, by code. */
  readonly codes: readonly string[]
  readonly because: MergeReason
  readonly by: string
  readonly at: Date
  readonly undone: { readonly by: string; readonly at: Date; readonly conflicts: readonly Conflict[] } | null
}
export type Hint = {
  readonly caseId: string
  readonly code: string
  readonly team: string
  readonly foundAt: Date
}
export type DuplicatesData = {
  readonly pairs: readonly ListedPair[]
  readonly hints: readonly Hint[]
  readonly merges: readonly Merged[]
  readonly keptTwo: readonly KeptTwo[]
}

const hintRows = z.array(z.object({ case_id: z.string(), team: z.string(), found_at: z.date() }))

/** Files of one's office whose person another office could have written down since: the file and the office, nothing else. */
const listHints = async (work: Work): Promise<Hint[]> => {
  const rows = hintRows.parse(
    await work.tx
      .$queryRaw`SELECT case_id, team, found_at FROM app.duplicate_hints() ORDER BY found_at DESC LIMIT 50`,
  )
  const files = await work.tx.caseFile.findMany({
    where: { id: { in: rows.map((row) => row.case_id) } },
    select: { id: true, code: true },
  })
  const codes = new Map(files.map(({ id, code }) => [id, code]))
  return rows.flatMap(({ case_id: caseId, team, found_at: foundAt }) => {
    const code = codes.get(caseId)
    return code === undefined ? [] : [{ caseId, code, team, foundAt }]
  })
}

const listMerges = async (work: Work): Promise<Merged[]> => {
  const rows = await work.tx.personMerge.findMany({
    where: { mergedAt: { gte: toDate(addDays(dayOf(work.now), -MERGE_DAYS)) } },
    select: {
      id: true,
      because: true,
      mergedAt: true,
      undoneAt: true,
      conflicts: true,
      merger: { select: { name: true } },
      undoer: { select: { name: true } },
      kept: { select: { files: { select: { file: { select: { code: true } } } } } },
    },
    orderBy: [{ mergedAt: 'desc' }, { id: 'desc' }],
    take: 100,
  })
  return rows.map(({ id, because, mergedAt, undoneAt, conflicts, merger, undoer, kept }) => ({
    id,
    codes: [...new Set(kept.files.map(({ file }) => file.code))],
    because: MERGE_REASONS.read(because),
    by: merger.name,
    at: mergedAt,
    undone:
      undoneAt === null
        ? null
        : {
            by: undoer?.name ?? '',
            at: undoneAt,
            conflicts: z.array(conflict).safeParse(conflicts).data ?? [],
          },
  }))
}

/** Who could be one person, within reach; what another office could know; and what was decided of late. */
export const readDuplicates = async (work: Work, isDiscreet: boolean): Promise<DuplicatesData> => ({
  pairs: (await listPairs(work)).map((pair) => toListedPair(pair, isDiscreet)),
  hints: await listHints(work),
  merges: await listMerges(work),
  keptTwo: await listKeptTwo(work, toDate(addDays(dayOf(work.now), -MERGE_DAYS)), isDiscreet),
})
