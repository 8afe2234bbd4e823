import 'server-only'
import { randomBytes, randomInt } from 'node:crypto'
import * as z from 'zod'
import { encryptField } from '@/lib/crypto/envelope'
import { kidOf, wrap } from '@/lib/crypto/keyring'
import { linkHashOf } from '@/lib/crypto/outside-key'
import { wrapContext } from '@/lib/db/field-crypto'
import { storedCode } from '@/lib/db/stored-code'
import type { ShareWork } from '@/lib/db/work'
import { LOCALES } from '@/lib/i18n/locales'
import { newId } from '@/lib/shared/ids'
import type { IncomingContent } from './incoming.schema'
import { contentAt } from './place'

const form = z.array(z.object({ locale: storedCode(LOCALES), organisation: z.string() })).max(1)
export type IncomingForm = z.output<typeof form>[number]

/** To whom a link leads; null for a link that never was, is over or was revoked. */
export const findForm = async (work: ShareWork, secret: string): Promise<IncomingForm | null> => {
  const [row] = form.parse(
    await work.tx.$queryRaw`SELECT locale, organisation FROM app.incoming_form(${linkHashOf(secret)})`,
  )
  return row ?? null
}

const taken = z.array(z.object({ receipt: z.string().nullable() })).max(1)

/**
 * Encrypts what was typed, at once and with a key of its own, and hands it to the database. Neither the page nor its role reads it again.
 * @returns the number to keep; `full` when no more may come today; null when the link leads nowhere
 */
export const takeIncoming = async (
  work: ShareWork,
  sent: { readonly secret: string; readonly requestId: string; readonly content: IncomingContent },
): Promise<{ readonly receipt: string } | 'full' | null> => {
  const { secret, requestId, content } = sent
  const id = newId()
  const key = { id: newId(), bytes: randomBytes(32) }
  const { holder, ...at } = contentAt(id)
  const closed = encryptField(key, at, JSON.stringify(content))
  const wrapped = wrap(key.bytes, wrapContext(holder, key.id))
  const receipt = String(randomInt(100_000_000)).padStart(8, '0')
  const [row] = taken.parse(
    await work.tx
      .$queryRaw`SELECT receipt FROM app.take_incoming(${linkHashOf(secret)}, ${requestId}::uuid, ${id}::uuid,
      ${content.urgency}, ${closed}, ${receipt}, ${key.id}::uuid, ${kidOf(wrapped)}, ${wrapped})`,
  )
  if (row === undefined) return null
  return row.receipt === null ? 'full' : { receipt: row.receipt }
}
