import { describe, expect, it } from 'vitest'
import { mapStore } from '../../tests/support/drafts/device'
import { openDraftBox } from './draft-box'
import { deriveDraftKeys } from './draft-cipher'
import type { DraftContent } from './draft-content'

const KEY = Buffer.alloc(32, 7).toString('base64')
const OTHER_KEY = Buffer.alloc(32, 9).toString('base64')
const REQUEST = '0198f0c2-7b1e-4c3a-9b52-1f6a0c9d4e11'

const draft = (note: string, at = 1): DraftContent => ({
  at,
  requestId: REQUEST,
  values: { note },
  form: 'visit',
  path: '/detention/new',
  problem: null,
})
const anna = () => deriveDraftKeys('account-a', KEY)
const bert = () => deriveDraftKeys('account-b', OTHER_KEY)

describe('drafts on a device', () => {
  it('come back after a reload, with the id they were sent under', async () => {
    const { store } = mapStore()
    await (await openDraftBox(await anna(), store, 'visit', 'tab-1')).save(draft('has not slept'))
    const after = await openDraftBox(await anna(), store, 'visit', 'tab-2')
    expect(await after.find()).toMatchObject([{ ...draft('has not slept'), tab: 'tab-1' }])
  })

  it('hold nothing that can be read without the key', async () => {
    const { store, records } = mapStore()
    await (await openDraftBox(await anna(), store, 'visit', 'tab-1')).save(draft('Invented Person'))
    const [record] = [...records.values()]
    const raw = JSON.stringify([
      record?.slot,
      record?.tab,
      Buffer.from(record?.cipher ?? new ArrayBuffer(0)).toString('latin1'),
    ])
    for (const secret of ['Invented', 'visit', 'account-a', REQUEST]) expect(raw).not.toContain(secret)
  })

  it('are not there for another account on the same device', async () => {
    const { store } = mapStore()
    await (await openDraftBox(await anna(), store, 'visit', 'tab-1')).save(draft('text'))
    expect(await (await openDraftBox(await bert(), store, 'visit', 'tab-2')).find()).toEqual([])
    const sameKey = await deriveDraftKeys('account-b', KEY)
    expect(await (await openDraftBox(sameKey, store, 'visit', 'tab-2')).find()).toEqual([])
  })

  it('of two tabs stay apart, the newest is offered first', async () => {
    const { store } = mapStore()
    const one = await openDraftBox(await anna(), store, 'visit', 'tab-1')
    const two = await openDraftBox(await anna(), store, 'visit', 'tab-2')
    await one.save(draft('first', 10))
    await two.save(draft('second', 20))
    const three = await openDraftBox(await anna(), store, 'visit', 'tab-3')
    expect((await three.find()).map(({ values }) => values.note)).toEqual(['second', 'first'])
    await two.clear()
    expect((await three.find()).map(({ values }) => values.note)).toEqual(['first'])
  })

  it('of one form are not offered in another', async () => {
    const { store } = mapStore()
    await (await openDraftBox(await anna(), store, 'visit', 'tab-1')).save(draft('text'))
    expect(await (await openDraftBox(await anna(), store, 'note', 'tab-2')).find()).toEqual([])
  })

  it('moved or changed by someone do not open', async () => {
    const { store, records } = mapStore()
    const keys = await anna()
    await (await openDraftBox(keys, store, 'visit', 'tab-1')).save(draft('text'))
    const [record] = [...records.values()]
    if (record === undefined) throw new Error('nothing was written')
    await store.put({ ...record, tab: 'tab-9' })
    const bytes = new Uint8Array(record.cipher)
    bytes[0] = (bytes[0] ?? 0) ^ 1
    expect(await (await openDraftBox(keys, store, 'visit', 'tab-2')).find()).toEqual([])
  })

  it('are written in order, and nothing is written after the server has said yes', async () => {
    const { store } = mapStore()
    const box = await openDraftBox(await anna(), store, 'visit', 'tab-1')
    const reader = await openDraftBox(await anna(), store, 'visit', 'tab-2')
    await Promise.all(['a', 'ab', 'abc'].map((text, index) => box.save(draft(text, index))))
    expect((await reader.find()).map(({ values }) => values.note)).toEqual(['abc'])
    await Promise.all([box.save(draft('abcd', 9)), box.clear()])
    expect(await reader.find()).toEqual([])
  })

  it('say when the device is full, and are written again when it is not', async () => {
    const { store, state } = mapStore()
    const box = await openDraftBox(await anna(), store, 'visit', 'tab-1')
    const reader = await openDraftBox(await anna(), store, 'visit', 'tab-2')
    state.isFull = true
    await expect(box.save(draft('text'))).rejects.toThrow('full')
    state.isFull = false
    await box.save(draft('text'))
    expect(await reader.find()).toHaveLength(1)
  })
})
