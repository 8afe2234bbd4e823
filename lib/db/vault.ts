import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import { type Coordinates, type DataKey, keyIdOf, openBytes, sealBytes } from '@/lib/crypto/envelope'
import { kidOf, unwrap, wrap } from '@/lib/crypto/keyring'
import { newId } from '@/lib/shared/ids'
import { isOutOfReach, NotFound } from './errors'
import { Prisma } from './generated/client'

export type Holder = {
  readonly kind: 'person' | 'file' | 'visit' | 'glass' | 'vault' | 'import'
  readonly id: string
}
export type Place = Coordinates & { readonly holder: Holder }

/** Seals and opens fields and pieces of papers within one transaction. Who cannot see the holder cannot see its key: row-level security decides. */
export type Vault = {
  seal(place: Place, text: string): Promise<Uint8Array<ArrayBuffer>>
  sealBytes(place: Place, bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>>
  open(place: Place, sealed: Uint8Array): Promise<string>
  openBytes(place: Place, sealed: Uint8Array): Promise<Buffer>
  /** Whether a key of the holder herself opens it; false for what came to her from somebody who was merged into her. */
  isOwn(holder: Holder, sealed: Uint8Array): Promise<boolean>
  /** Fetches the keys of many holders by one statement: what opens or seals texts of many files says so first. */
  gather(kind: Holder['kind'], ids: readonly string[]): Promise<void>
}

/** Binds a wrapped data key to its holder and row. */
export const wrapContext = (holder: Holder, id: string): string => `${holder.kind}:${holder.id}:${id}`

const keyRows = z.array(
  z.object({ id: z.string(), holder_id: z.string(), wrapped: z.instanceof(Uint8Array<ArrayBuffer>) }),
)

export const openVault = (tx: Prisma.TransactionClient): Vault => {
  const keys = new Map<string, DataKey>()
  const owners = new Map<string, string>()
  const inUse = new Map<string, string>()

  const remember = (holder: Holder, key: DataKey): DataKey => {
    keys.set(key.id, key)
    owners.set(key.id, holder.id)
    inUse.set(`${holder.kind}:${holder.id}`, key.id)
    return key
  }

  // By hand: one text for one holder and for forty, so that the database keeps its plan.
  const loadWhere = async (kind: Holder['kind'], where: Prisma.Sql): Promise<void> => {
    const rows = keyRows.parse(
      await tx.$queryRaw`SELECT id, holder_id, wrapped FROM wrapped_key
        WHERE ${where} AND holder_kind = ${kind} AND recipient = 'server' ORDER BY created_at`,
    )
    for (const { id, holder_id: holderId, wrapped } of rows) {
      const holder = { kind, id: holderId }
      remember(holder, { id, bytes: unwrap(wrapped, wrapContext(holder, id)) })
    }
  }
  const load = (kind: Holder['kind'], ids: readonly string[]): Promise<void> =>
    loadWhere(kind, Prisma.sql`holder_id = ANY (${[...ids]}::uuid[])`)

  const keyFor = async (holder: Holder): Promise<DataKey> => {
    const name = `${holder.kind}:${holder.id}`
    if (!inUse.has(name)) await load(holder.kind, [holder.id])
    const known = keys.get(inUse.get(name) ?? '')
    if (known) return known
    const key = { id: newId(), bytes: randomBytes(32) }
    const wrapped = wrap(key.bytes, wrapContext(holder, key.id))
    try {
      await tx.wrappedKey.createMany({
        data: [{ id: key.id, holderKind: holder.kind, holderId: holder.id, kid: kidOf(wrapped), wrapped }],
      })
    } catch (error) {
      // Within reach a moment ago, and taken away by a colleague since: not there, as for everybody else.
      throw isOutOfReach(error) ? new NotFound() : error
    }
    return remember(holder, key)
  }

  const sealed: Vault['sealBytes'] = async ({ holder, ...at }, bytes) =>
    sealBytes(await keyFor(holder), at, bytes)
  const opened: Vault['openBytes'] = async ({ holder, ...at }, closed) => {
    const id = keyIdOf(closed)
    if (!keys.has(id)) await load(holder.kind, [holder.id])
    // Of somebody who was merged into her (docs/adr/0076): by its id, where row-level security shows it.
    if (!keys.has(id)) await loadWhere(holder.kind, Prisma.sql`id = ${id}::uuid`)
    const key = keys.get(id)
    if (key === undefined) throw new Error('the data key of this field was destroyed')
    return openBytes(key, at, closed)
  }

  return {
    seal: (place, text) => sealed(place, Buffer.from(text, 'utf8')),
    sealBytes: sealed,
    open: async (place, closed) => (await opened(place, closed)).toString('utf8'),
    openBytes: opened,
    async isOwn(holder, closed) {
      const id = keyIdOf(closed)
      if (!keys.has(id)) await load(holder.kind, [holder.id])
      return owners.get(id) === holder.id
    },
    async gather(kind, ids) {
      const missing = [...new Set(ids)].filter((id) => !inUse.has(`${kind}:${id}`))
      if (missing.length > 0) await load(kind, missing)
    },
  }
}
