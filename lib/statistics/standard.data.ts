import * as z from 'zod'
import type { Frozen } from './atom.data'
import { type Policy, policyOf } from './disclosure.rules'
import { findAsked } from './question.rules'
import { readStored } from './standard.schema'
import type { ProtectedTable } from './table.rules'

/** A proven table of the standard set of a snapshot. code: the question in one word. */
export type Proven = { snapshotId: string; code: string; table: ProtectedTable; policy: Policy }

const rows = z.array(z.object({ snapshotId: z.string(), code: z.string(), content: z.string() }))

/** Proven tables of these snapshots, in the order of the set. */
export async function listProven({ tx }: Frozen, snapshotIds: readonly string[]): Promise<readonly Proven[]> {
  const found = await tx.sdcStandard.findMany({
    where: { snapshotId: { in: [...snapshotIds] }, content: { not: null } },
    select: { snapshotId: true, code: true, content: true },
    orderBy: [{ snapshotId: 'asc' }, { place: 'asc' }],
  })
  return rows.parse(found).map(({ snapshotId, code, content }) => {
    const asked = findAsked(code)
    if (asked === null) throw new Error('the standard set holds a question that no list knows')
    return { snapshotId, code, table: readStored(content), policy: policyOf(asked.profile) }
  })
}

/** The proven table of one question; null when there is none. */
export const findProven = async (
  work: Frozen,
  snapshotId: string,
  code: string,
): Promise<ProtectedTable | null> =>
  (await listProven(work, [snapshotId])).find((one) => one.code === code)?.table ?? null
