import { unwrapDraftKey } from '@/lib/accounts/draft-key.data'
import { deriveDraftKeys, openText } from '@/lib/drafts/draft-cipher'
import { type DraftContent, toDraft } from '@/lib/drafts/draft-content'

type Ask = (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>

/** What lies among the drafts of an account, opened as its own page does. */
export const openDrafts = async (ask: Ask, staffId: string): Promise<DraftContent[]> => {
  const [key] = await ask('SELECT wrapped FROM draft_key WHERE staff_id = $1', [staffId])
  if (!(key?.wrapped instanceof Uint8Array)) return []
  const keys = await deriveDraftKeys(staffId, unwrapDraftKey(staffId, key.wrapped).toString('base64'))
  const rows = await ask('SELECT slot, tab, iv, cipher FROM draft WHERE staff_id = $1', [staffId])
  const found = []
  for (const { slot, tab, iv, cipher } of rows) {
    if (!(iv instanceof Uint8Array) || !(cipher instanceof Uint8Array)) throw new Error('bytes of a draft')
    const text = await openText(keys, `${String(slot)}/${String(tab)}`, {
      iv: new Uint8Array(iv),
      cipher: new Uint8Array(cipher).buffer,
    })
    const draft = toDraft(text)
    if (draft === null) throw new Error('a draft that does not open')
    found.push(draft)
  }
  return found
}
