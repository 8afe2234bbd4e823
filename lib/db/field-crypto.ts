import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import { type Coordinates, type DataKey, encryptBytes, keyIdOf, openBytes } from '@/lib/crypto/envelope'
import { isInRing, kidOf, unwrap, wrap } from '@/lib/crypto/keyring'
import type { Locale } from '@/lib/i18n/locales'
import { newId } from '@/lib/shared/ids'
import { type DamagedPlace, damageSentence, hasDamageSentence, nameOfPlace, withoutSentences } from './damage'
import { Damaged, isOutOfReach, NotFound } from './errors'
import type { Prisma } from './generated/client'
import { type Sql, sql } from './sql'

export type Holder = {
  readonly kind: 'person' | 'file' | 'visit' | 'glass' | 'vault' | 'import' | 'partner' | 'incoming'
  readonly id: string
}
export type CipherPlace = Coordinates & { readonly holder: Holder }
/** The place of a text of a file: encrypted with the key of the file. What is written once keeps its first revision. */
export const placeInFile = (
  caseId: string,
  { table, row, column, revision = 1 }: Omit<Coordinates, 'revision'> & Partial<Coordinates>,
): CipherPlace => ({ holder: { kind: 'file', id: caseId }, table, row, column, revision })
export type Opened<T> = { readonly ok: true; readonly value: T } | { readonly ok: false }

/**
 * Encrypts and opens fields and pieces of papers within one transaction. Who cannot see the holder cannot see its key: row-level
 * security decides. What is damaged (a bit, a cipher of another place, a key) never fails a page; it is remembered and told to
 * the administrators at the end of the transaction (docs/adr/0107).
 */
export type FieldCrypto = {
  /** Throws Damaged for a text that holds the sentence of a damaged one. */
  encrypt(place: CipherPlace, text: string): Promise<Uint8Array<ArrayBuffer>>
  encryptBytes(place: CipherPlace, bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>>
  /** To be shown: a sentence in the reader's language where the text is damaged. */
  open(place: CipherPlace, encrypted: Uint8Array): Promise<string>
  /** To be decided by: what `parse` makes of it, or that it is damaged. */
  read<T>(place: CipherPlace, encrypted: Uint8Array, parse: (text: string) => T): Promise<Opened<T>>
  /** Where nothing can go on without it. Throws Damaged. */
  openWhole(place: CipherPlace, encrypted: Uint8Array): Promise<string>
  /** Throws Damaged. */
  openBytes(place: CipherPlace, encrypted: Uint8Array): Promise<Buffer>
  /** What `open` shows in the place of a damaged text. */
  sentence(): Promise<string>
  /** A text that is made of opened ones, as it may be encrypted: a few words in brackets in the place of each sentence. */
  toCopy(text: string): Promise<string>
  /** Whether a key of the holder itself opens it; false for what came to them from a person who was merged into them. */
  isOwn(holder: Holder, encrypted: Uint8Array): Promise<boolean>
  /** Fetches the keys of many holders by one statement: what opens or encrypts texts of many files says so first. */
  gather(kind: Holder['kind'], ids: readonly string[]): Promise<void>
}

/** What was found damaged, by its name. */
export type Damages = Map<string, DamagedPlace>

/** Binds a wrapped data key to its holder and row. */
export const wrapContext = (holder: Holder, id: string): string => `${holder.kind}:${holder.id}:${id}`

const keyRows = z.array(
  z.object({ id: z.string(), holder_id: z.string(), wrapped: z.instanceof(Uint8Array<ArrayBuffer>) }),
)

type KeyRow = z.output<typeof keyRows>[number]

/** The data key of a row, or where the damage is: one name for all keys that were closed by a key which the key file lacks. */
const unwrapRow = ({ id, wrapped }: KeyRow, holder: Holder): DataKey | DamagedPlace => {
  const kid = kidOf(wrapped)
  if (!isInRing(kid))
    return /^[a-z0-9-]{1,32}$/.test(kid)
      ? { table: 'wrapped_key', column: 'kid', row: kid }
      : { table: 'wrapped_key', column: 'wrapped', row: id }
  try {
    return { id, bytes: unwrap(wrapped, wrapContext(holder, id)) }
  } catch {
    return { table: 'wrapped_key', column: 'wrapped', row: id }
  }
}

/** Whether a holder is there and within reach, by the policies of what it is. */
const HOLDERS = {
  person: (id) => sql`SELECT FROM person WHERE id = ${id}::uuid`,
  file: (id) =>
    sql`SELECT FROM case_file WHERE id = ${id}::uuid UNION ALL SELECT WHERE ${id}::uuid = ANY (app.guest_cases(NULL))`,
  visit: (id) => sql`SELECT FROM visit WHERE id = ${id}::uuid`,
  glass: (id) => sql`SELECT FROM glass WHERE id = ${id}::uuid`,
  vault: (id) => sql`SELECT FROM case_file WHERE id = ${id}::uuid`,
  import: (id) => sql`SELECT FROM import WHERE id = ${id}::uuid AND forgotten_at IS NULL`,
  partner: (id) => sql`SELECT FROM partner WHERE id = ${id}::uuid`,
  incoming: (id) => sql`SELECT FROM incoming_referral WHERE id = ${id}::uuid`,
} as const satisfies Record<Holder['kind'], (id: string) => Sql>
const answered = z.array(z.object({ is_there: z.boolean() })).length(1)

const keyIdOrNull = (encrypted: Uint8Array): string | null => {
  try {
    return keyIdOf(encrypted)
  } catch {
    return null
  }
}

export const openFieldCrypto = (
  tx: Prisma.TransactionClient,
  locale: Locale,
  damages: Damages,
): FieldCrypto => {
  const keys = new Map<string, DataKey>()
  const broken = new Map<string, DamagedPlace>()
  const absent = new Set<string>()
  const found = new Set<string>()
  const owners = new Map<string, string>()
  const inUse = new Map<string, string>()

  const remember = (holder: Holder, key: DataKey): DataKey => {
    keys.set(key.id, key)
    owners.set(key.id, holder.id)
    inUse.set(`${holder.kind}:${holder.id}`, key.id)
    return key
  }

  // By hand: one text for one holder and for forty, so that the database keeps its plan.
  const loadWhere = async (kind: Holder['kind'], where: Sql): Promise<void> => {
    const rows = keyRows.parse(
      await tx.$queryRaw`SELECT id, holder_id, wrapped FROM wrapped_key
        WHERE ${where} AND holder_kind = ${kind} AND recipient = 'server' ORDER BY created_at`,
    )
    for (const row of rows) {
      const holder = { kind, id: row.holder_id }
      const key = unwrapRow(row, holder)
      if ('bytes' in key) remember(holder, key)
      else broken.set(row.id, key)
    }
  }
  const load = (kind: Holder['kind'], ids: readonly string[]): Promise<void> =>
    loadWhere(kind, sql`holder_id = ANY (${[...ids]}::uuid[])`)

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
      // Within reach a moment ago, and taken away by a colleague since: not there, as for everyone else.
      throw isOutOfReach(error) ? new NotFound() : error
    }
    return remember(holder, key)
  }

  const encrypted: FieldCrypto['encryptBytes'] = async ({ holder, ...at }, bytes) =>
    encryptBytes(await keyFor(holder), at, bytes)

  const findKey = async (holder: Holder, id: string): Promise<DataKey | undefined> => {
    const isKnown = (): boolean => keys.has(id) || broken.has(id) || absent.has(id)
    if (!isKnown()) await load(holder.kind, [holder.id])
    // Of a person who was merged into them (docs/adr/0076): by its id, where row-level security shows it.
    if (!isKnown()) await loadWhere(holder.kind, sql`id = ${id}::uuid`)
    if (!isKnown()) absent.add(id)
    return keys.get(id)
  }

  /**
   * A text that was read a moment ago, and whose key is gone: erased, or taken out of reach, by a colleague meanwhile. Throws NotFound
   * then; a key that is missing while its holder is there is damage.
   */
  const findHolder = async ({ kind, id }: Holder): Promise<void> => {
    const name = `${kind}:${id}`
    if (found.has(name)) return
    const [row] = answered.parse(await tx.$queryRaw`SELECT EXISTS (${HOLDERS[kind](id)}) AS is_there`)
    if (row?.is_there !== true) throw new NotFound()
    found.add(name)
  }

  /** null: damaged, and remembered as such. Throws NotFound. */
  const opened = async ({ holder, ...at }: CipherPlace, closed: Uint8Array): Promise<Buffer | null> => {
    const id = keyIdOrNull(closed)
    const key = id === null ? undefined : await findKey(holder, id)
    if (key !== undefined)
      try {
        return openBytes(key, at, closed)
      } catch {
        // A bit is wrong, or it was sealed for another place: below.
      }
    else if (id !== null && !broken.has(id)) await findHolder(holder)
    const here = { table: at.table, column: at.column, row: at.row }
    const place = (id === null ? undefined : broken.get(id)) ?? here
    damages.set(nameOfPlace(place), place)
    return null
  }
  const whole: FieldCrypto['openBytes'] = async (place, closed) => {
    const bytes = await opened(place, closed)
    if (bytes === null) throw new Damaged()
    return bytes
  }
  const sentence = async (): Promise<string> => damageSentence(locale)

  return {
    async encrypt(place, text) {
      if (await hasDamageSentence(text)) throw new Damaged()
      return encrypted(place, Buffer.from(text, 'utf8'))
    },
    encryptBytes: encrypted,
    open: async (place, closed) => (await opened(place, closed))?.toString('utf8') ?? sentence(),
    async read(place, closed, parse) {
      const bytes = await opened(place, closed)
      return bytes === null ? { ok: false } : { ok: true, value: parse(bytes.toString('utf8')) }
    },
    openWhole: async (place, closed) => (await whole(place, closed)).toString('utf8'),
    openBytes: whole,
    sentence,
    toCopy: async (text) => withoutSentences(text, locale),
    async isOwn(holder, closed) {
      const id = keyIdOrNull(closed)
      if (id === null) return false
      if (!keys.has(id)) await load(holder.kind, [holder.id])
      return owners.get(id) === holder.id
    },
    async gather(kind, ids) {
      const missing = [...new Set(ids)].filter((id) => !inUse.has(`${kind}:${id}`))
      if (missing.length > 0) await load(kind, missing)
    },
  }
}
