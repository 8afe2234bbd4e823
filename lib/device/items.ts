import type { Item } from './device.types'
import { SCHEMAS } from './form-versions'
import { decryptJson, encryptJson } from './keys'
import type { DevicePorts } from './ports'
import type { Change, ItemRecord } from './records'
import { isLabel, type Label } from './shapes'
import type { OpenStore } from './stores'
import { type Inside, seal } from './submission'

/** Held while items are read and changed: the window that writes and the one that sends may be two. */
export const ITEMS = 'accompany device items'

const STATES = {
  received: 'arrived',
  placed: 'arrived',
  returned: 'returned',
  waiting: 'waitingForCoordinator',
} as const satisfies Record<ItemRecord['outcome'], Item['state']>

const stateOf = ({ state, outcome }: ItemRecord): Item['state'] => {
  if (state === 'arrived') return STATES[outcome]
  return state === 'refused' ? 'refused' : 'onDevice'
}

export const removeItem = ({ id }: Pick<ItemRecord, 'id'>): readonly Change[] => [
  { remove: 'item', id },
  { remove: 'sealed', id },
]

type Text = Pick<Inside, 'state' | 'form' | 'requestId' | 'after' | 'input'> & { readonly at: number }
type Needs = Pick<DevicePorts, 'records' | 'random' | 'newId'>

/** Sealed items of an open store. Call `make` and write what it gives while ITEMS is held: it counts. */
export const createItems = ({ records, random, newId }: Needs) => {
  /** Null: longer than what may be sent. */
  const make = async (
    { id: store, given, keys }: OpenStore,
    { form, state, requestId, at, after, input }: Text,
    skew: number,
  ): Promise<{ readonly id: string; readonly changes: readonly Change[] } | null> => {
    const device = await records.get('device', 'device')
    if (device === null) throw new DOMException('the database was lost', 'NotFoundError')
    const seq = device.seq + 1
    const id = newId()
    const inside: Inside = {
      v: 1,
      form,
      schema: SCHEMAS[form],
      state,
      requestId,
      as: given.as,
      token: given.token,
      seq,
      at: new Date(at).toISOString(),
      skew: Math.round(skew),
      after,
      device: given.device,
      input,
    }
    const sealed = await seal(given.key, id, inside)
    if (sealed === null) return null
    const { enc, cipher, hash } = sealed
    const label: Label = { form, requestId, at }
    const record: ItemRecord = {
      id,
      store,
      device: given.device,
      seq,
      finished: state === 'finished',
      key: given.key.id,
      hash,
      label: await encryptJson(keys.labels, `item ${id}`, label, random(12)),
      state: 'waiting',
      tries: 0,
      nextAt: 0,
      arrivedAt: null,
      outcome: 'received',
    }
    return {
      id,
      changes: [
        { put: 'device', record: { ...device, seq } },
        { put: 'item', record },
        { put: 'sealed', record: { id, enc, cipher } },
      ],
    }
  }

  const labelOf = async ({ keys }: OpenStore, { id, label }: ItemRecord): Promise<Label | null> => {
    const told = await decryptJson(keys.labels, `item ${id}`, label)
    return isLabel(told) ? told : null
  }

  /** The finished ones of this account alone, newest first. */
  const list = async (store: OpenStore): Promise<readonly Item[]> => {
    const own = (await records.list('item')).filter((one) => one.finished && one.store === store.id)
    const told = await Promise.all(
      own.map(async (one): Promise<Item[]> => {
        const label = await labelOf(store, one)
        if (label === null) return []
        const { id, arrivedAt } = one
        return [{ id, ...label, state: stateOf(one), arrivedAt }]
      }),
    )
    return told.flat().toSorted((a, b) => b.at - a.at)
  }

  return { make, labelOf, list }
}
