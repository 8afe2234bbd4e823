import type { Cells } from './cells'
import { decryptJson, encryptJson, placeOf, textKey } from './keys'
import type { DevicePorts } from './ports'
import type { Change, KeptRecord } from './records'
import type { OpenStore, Stores } from './stores'

type Kind = KeptRecord['kind']
/** Less than this and nothing new is begun: what was begun must still find room. */
const ROOM = 2_000_000

type Needs = Pick<DevicePorts, 'records' | 'random' | 'room'>

/** Readable texts of an open store, each under a key of its own. */
export const createTexts = ({ records, random, room }: Needs, cells: Cells, stores: Stores) => {
  const find = async ({ keys }: OpenStore, kind: Kind, name: string): Promise<KeptRecord | null> =>
    records.get('kept', await placeOf(keys, kind, name))

  const read = async ({ keys }: OpenStore, { id, text, ...place }: KeptRecord): Promise<unknown> => {
    const cell = await cells.read(place)
    return cell === null ? null : decryptJson(await textKey(keys, cell, id), id, text)
  }
  const list = async (store: OpenStore, kind: Kind): Promise<readonly unknown[]> => {
    const kept = (await records.list('kept')).filter((one) => one.store === store.id && one.kind === kind)
    return Promise.all(kept.map((one) => read(store, one)))
  }

  type About = Pick<KeptRecord, 'kind' | 'until' | 'item' | 'left'>
  /**
   * The change that keeps `value` under `name`. With `there` in its cell, so that what is written often costs one write; without,
   * in a new one. Null: no room for anything new, and nothing was written.
   */
  const put = async (
    store: OpenStore,
    name: string,
    value: unknown,
    about: About,
    there: KeptRecord | null,
  ): Promise<(Change & { readonly put: 'kept' }) | null> => {
    const id = await placeOf(store.keys, about.kind, name)
    const same = there === null ? null : await cells.read(there)
    if (same === null && (await room()) < ROOM) return null
    const place = there !== null && same !== null ? there : await cells.take(await stores.used())
    const cell = same ?? (place === null ? null : await cells.read(place))
    if (place === null || cell === null) return null
    const text = await encryptJson(await textKey(store.keys, cell, id), id, value, random(12))
    const { cell: number, check } = place
    return { put: 'kept', record: { id, store: store.id, cell: number, check, text, ...about } }
  }

  return { find, read, list, put }
}
export type Texts = ReturnType<typeof createTexts>
