import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import { draftKeyContext } from '@/lib/accounts/draft-key.data'
import { unwrap, wrap } from '@/lib/crypto/keyring'
import { deriveDraftKeys, encryptText } from '@/lib/drafts/draft-cipher'
import type { GivenOrganisation, GivenStaff } from './organisation'

/** What a colleague typed and did not send, as their browser has left it with the server: encrypted under their draft key. */
export const givenDraft = async (
  organisation: GivenOrganisation,
  who: GivenStaff,
  slot: string,
  text: string,
) => {
  await organisation.ask(
    'INSERT INTO draft_key (staff_id, wrapped) VALUES ($1, $2) ON CONFLICT (staff_id) DO NOTHING',
    [who.id, Buffer.from(wrap(randomBytes(32), draftKeyContext(who.id)))],
  )
  const [row] = await organisation.ask('SELECT wrapped FROM draft_key WHERE staff_id = $1', [who.id])
  const key = unwrap(z.instanceof(Uint8Array).parse(row?.wrapped), draftKeyContext(who.id))
  const keys = await deriveDraftKeys(who.id, key.toString('base64'))
  const { iv, cipher } = await encryptText(keys, `${slot}/window`, text)
  await organisation.ask(
    `INSERT INTO draft (staff_id, slot, tab, iv, cipher, revision, updated_at) VALUES ($1, $2, 'window', $3, $4, 1, now())`,
    [who.id, slot, Buffer.from(iv), Buffer.from(cipher)],
  )
}
