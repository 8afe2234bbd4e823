import { randomBytes } from 'node:crypto'
import { type DataKey, encryptField } from '../../lib/crypto/envelope'
import { kidOf, wrap } from '../../lib/crypto/keyring'
import type { Holder } from '../../lib/db/field-crypto'
import { newId } from '../../lib/shared/ids'

/**
 * Encrypts in memory what the application would encrypt through its field encryption, and collects the wrapped keys for one bulk
 * insert.
 */
export const openEncrypter = () => {
  const keys = new Map<string, DataKey>()
  const rows: {
    id: string
    holderKind: string
    holderId: string
    kid: string
    wrapped: Uint8Array<ArrayBuffer>
  }[] = []

  const keyOf = (holder: Holder): DataKey => {
    const name = `${holder.kind}:${holder.id}`
    const known = keys.get(name)
    if (known) return known
    const key = { id: newId(), bytes: randomBytes(32) }
    const wrapped = wrap(key.bytes, `${name}:${key.id}`)
    rows.push({ id: key.id, holderKind: holder.kind, holderId: holder.id, kid: kidOf(wrapped), wrapped })
    keys.set(name, key)
    return key
  }

  return {
    rows,
    encrypt: (holder: Holder, table: string, row: string, column: string, revision: number, text: string) =>
      encryptField(keyOf(holder), { table, row, column, revision }, text),
  }
}
export type Encrypter = ReturnType<typeof openEncrypter>
