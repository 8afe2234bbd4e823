import type { Bytes } from './bytes'
import type { Cells } from './cells'
import type { Clock } from './clock'
import { toPlainCode } from './code.rules'
import type { Given, SealingKey } from './device.types'
import {
  codeKey,
  decryptBytes,
  decryptJson,
  encryptBytes,
  encryptJson,
  importCode,
  openKeys,
  type StoreKeys,
} from './keys'
import type { DevicePorts } from './ports'
import type { Change, DeviceRecord } from './records'
import { isGiven } from './shapes'
import { MAX_TRIES } from './waits.rules'

/** An account's store while its keys are in memory. */
export type OpenStore = { readonly id: string; readonly given: Given; readonly keys: StoreKeys }

/** A copy of the profile must cost who guesses; a person waits half a second. */
const LEAST_PASSES = 3
const MOST_PASSES = 8
const WANTED = 400

const ROOT = 32
const IV = 12

type Needs = Pick<DevicePorts, 'records' | 'derive' | 'random' | 'elapsed'>

/** The stores of the accounts of one device: making, opening and forgetting them. */
export const createStores = ({ records, derive, random, elapsed }: Needs, cells: Cells, clock: Clock) => {
  const used = async (): Promise<Set<number>> =>
    new Set([...(await records.list('store')), ...(await records.list('kept'))].map(({ cell }) => cell))

  /** Cells first: from there on nothing opens any more, whatever a database still has in its log. */
  const forget = async (ids: readonly string[]): Promise<void> => {
    const stores = (await records.list('store')).filter(({ id }) => ids.includes(id))
    const kept = (await records.list('kept')).filter(({ store }) => ids.includes(store))
    await cells.burn([...stores, ...kept].map(({ cell }) => cell))
    await records.write([
      ...stores.map(({ id }): Change => ({ remove: 'store', id })),
      ...kept.map(({ id }): Change => ({ remove: 'kept', id })),
    ])
  }
  const forgetAll = async (): Promise<void> => {
    await forget((await records.list('store')).map(({ id }) => id))
    await cells.setHead({ tries: 0 })
  }

  /** Forgets what has expired. */
  const expire = async (): Promise<boolean> => {
    const now = clock.time()
    const over = (await records.list('kept')).filter(({ until }) => until <= now)
    if (over.length === 0) return false
    await cells.burn(over.map(({ cell }) => cell))
    await records.write(over.map(({ id }): Change => ({ remove: 'kept', id })))
    return true
  }

  /** What a window that died, or a browser that cleaned up, has left half done. */
  const settle = async (): Promise<void> => {
    if (cells.head().tries >= MAX_TRIES) await forgetAll()
    const alive = new Set<string>()
    const gone: Change[] = []
    const keeping = new Set<number>()
    for (const store of await records.list('store')) {
      if ((await cells.read(store)) === null) gone.push({ remove: 'store', id: store.id })
      else {
        alive.add(store.id)
        keeping.add(store.cell)
      }
    }
    for (const text of await records.list('kept')) {
      if (!alive.has(text.store) || (await cells.read(text)) === null)
        gone.push({ remove: 'kept', id: text.id })
      else keeping.add(text.cell)
    }
    if (gone.length > 0) await records.write(gone)
    await cells.sweep(keeping)
    await expire()
  }

  const createDevice = async (code: string): Promise<DeviceRecord> => {
    const salt = random(16)
    const begun = elapsed()
    await derive(code, salt, LEAST_PASSES)
    const wanted = Math.ceil((LEAST_PASSES * WANTED) / Math.max(1, elapsed() - begun))
    return { id: 'device', salt, passes: Math.min(MOST_PASSES, Math.max(LEAST_PASSES, wanted)), seq: 0 }
  }

  /** Null: no cell is free. */
  const prepare = async (given: Given, typed: string): Promise<OpenStore | null> => {
    const code = toPlainCode(typed)
    const there = await records.get('device', 'device')
    const device = there ?? (await createDevice(code))
    await forget([given.store])
    const place = await cells.take(await used())
    const cell = place === null ? null : await cells.read(place)
    if (place === null || cell === null) return null
    const key = await codeKey(await importCode(await derive(code, device.salt, device.passes)), cell)
    const bytes = random(ROOT)
    const id = given.store
    const root = await encryptBytes(key, id, bytes, random(IV))
    const keys = await openKeys(bytes)
    const sealed = await encryptJson(keys.labels, `given ${id}`, given, random(IV))
    await records.write([
      ...(there === null ? [{ put: 'device' as const, record: device }] : []),
      { put: 'store', record: { id, device: given.device, ...place, root, given: sealed } },
    ])
    return { id, given, keys }
  }

  /** The store that opens with the code. One derivation, whatever the number of accounts: no one is named or counted. */
  const open = async (typed: string): Promise<OpenStore | null> => {
    const device = await records.get('device', 'device')
    if (device === null) return null
    const derived = await importCode(await derive(toPlainCode(typed), device.salt, device.passes))
    for (const { id, root, given, ...place } of await records.list('store')) {
      const cell = await cells.read(place)
      const bytes: Bytes | null =
        cell === null ? null : await decryptBytes(await codeKey(derived, cell), id, root)
      if (bytes === null) continue
      const keys = await openKeys(bytes)
      const told = await decryptJson(keys.labels, `given ${id}`, given)
      if (isGiven(told)) return { id, given: told, keys }
    }
    return null
  }

  /** The server has a newer key to seal to. */
  const renew = async (store: OpenStore, key: SealingKey): Promise<OpenStore> => {
    const record = await records.get('store', store.id)
    const given = { ...store.given, key }
    if (record === null || key.id === store.given.key.id) return store
    const sealed = await encryptJson(store.keys.labels, `given ${store.id}`, given, random(IV))
    await records.write([{ put: 'store', record: { ...record, given: sealed } }])
    return { ...store, given }
  }

  return { used, forget, forgetAll, expire, settle, prepare, open, renew }
}
export type Stores = ReturnType<typeof createStores>
