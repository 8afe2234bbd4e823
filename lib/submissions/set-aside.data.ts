import 'server-only'
import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import { encryptField } from '@/lib/crypto/envelope'
import { kidOf, wrap } from '@/lib/crypto/keyring'
import { placeInFile, wrapContext } from '@/lib/db/field-crypto'
import type { Work } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'

export const entryContentAt = (caseId: string, id: string) =>
  placeInFile(caseId, { table: 'waiting_entry', row: id, column: 'content' })

const fates = z.array(z.object({ fate: z.enum(['open', 'closed', 'elsewhere', 'gone', 'aside']) })).length(1)
export type Fate = 'open' | 'closed' | 'elsewhere' | 'gone'

/** What became of a file about which a device wrote, for its author. */
export const fateOf = async (work: Work, caseId: string): Promise<Fate> => {
  const [row] = fates.parse(await work.tx.$queryRaw`SELECT app.fate_of(${caseId}::uuid) AS fate`)
  return row === undefined || row.fate === 'aside' ? 'gone' : row.fate
}

/**
 * Lays a piece before who may judge it. Its author may not reach the file any more, so the text is encrypted under a key of the file that is
 * made here and that they cannot read again.
 */
export const setAside = async (
  work: Work,
  piece: {
    readonly submissionId: string
    readonly caseId: string
    readonly form: string
    readonly input: unknown
    readonly writtenAt: Date
  },
): Promise<void> => {
  const { submissionId, caseId, form, input, writtenAt } = piece
  const id = newId(work.now.getTime())
  const key = { id: newId(), bytes: randomBytes(32) }
  const holder = { kind: 'file', id: caseId } as const
  const content = encryptField(
    key,
    { table: 'waiting_entry', row: id, column: 'content', revision: 1 },
    JSON.stringify(input),
  )
  const wrapped = wrap(key.bytes, wrapContext(holder, key.id))
  const [row] = fates.parse(
    await work.tx
      .$queryRaw`SELECT app.set_aside(${id}::uuid, ${caseId}::uuid, ${submissionId}::uuid, ${form}, ${content}, ${writtenAt},
        ${key.id}::uuid, ${kidOf(wrapped)}, ${wrapped}) AS fate`,
  )
  // It was judged a moment ago, in this transaction; the next try sees what became of the file since.
  if (row?.fate !== 'aside') throw new Error('the file changed while a piece was set aside')
}
