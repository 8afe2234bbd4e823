import 'server-only'
import * as z from 'zod'
import { unwrapDraftKey } from '@/lib/accounts/draft-key.data'
import type { Work } from '@/lib/db/work'
import { type DraftKeys, deriveDraftKeys, openText } from '@/lib/drafts/draft-cipher'

const drafts = z.array(
  z.object({
    staff_id: z.string(),
    wrapped: z.instanceof(Uint8Array),
    slot: z.string(),
    tab: z.string(),
    iv: z.instanceof(Uint8Array),
    cipher: z.instanceof(Uint8Array),
  }),
)

/**
 * Deletes what someone typed about an erased file and never sent, no matter who it was. A draft says in no clear column what it is
 * about, so each is opened here and looked through for the ids of what is gone; no one is shown any. The database hands them out
 * to the transaction that erases, and to no other. What lies on a device stays there until its owner throws it away. Throws
 * Damaged: drafts under a damaged key may be about the file, or about another one, and a backup may bring the key back.
 */
export const dropDrafts = async (work: Work, erasureId: string, ids: readonly string[]): Promise<number> => {
  const rows = drafts.parse(await work.tx.$queryRaw`SELECT * FROM app.drafts_for_erasure(${erasureId}::uuid)`)
  const keys = new Map<string, DraftKeys>()
  let dropped = 0
  for (const { staff_id: owner, wrapped, slot, tab, iv, cipher } of rows) {
    const key =
      keys.get(owner) ?? (await deriveDraftKeys(owner, unwrapDraftKey(owner, wrapped).toString('base64')))
    keys.set(owner, key)
    const text = await openText(key, `${slot}/${tab}`, {
      iv: new Uint8Array(iv),
      cipher: new Uint8Array(cipher).buffer,
    })
    if (text === null || !ids.some((id) => text.includes(id))) continue
    await work.tx.$executeRaw`SELECT app.drop_draft(${erasureId}::uuid, ${owner}::uuid, ${slot}, ${tab})`
    dropped += 1
  }
  return dropped
}
