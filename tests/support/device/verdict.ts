import { expect } from 'vitest'
import type { Inside } from '@/lib/device/submission'
import { MAX_TRIES } from '@/lib/device/waits.rules'
import { type Browser, openWindow } from './browser'
import { type Account, type Promises, textIn, wordsIn } from './promises'
import { readCopy } from './thief'

type Life = {
  readonly browser: Browser
  readonly promises: Promises
  readonly codes: readonly { readonly account: Account; readonly code: string }[]
}

/** What the server has of each text: finished, or the copy with the highest number. */
const newest = (insides: readonly Inside[]): ReadonlyMap<string, Inside> => {
  const all = new Map<string, Inside>()
  for (const one of insides.toSorted((a, b) => a.seq - b.seq)) {
    if (all.get(one.requestId)?.state !== 'finished') all.set(one.requestId, one)
  }
  return all
}

/** Everything is well again, and a window opens once more: what was promised must be true. */
export const judge = async ({ browser, promises, codes }: Life): Promise<void> => {
  const { server, state, disk } = browser
  server.state.mood = 'up'
  state.isFull = false
  state.ahead = 0
  const { device } = await openWindow(browser)
  for (let round = 0; round < 3; round += 1) await device.send(true)

  // Everything finished has arrived once, as it was written, in the order it was finished in.
  const insides = await server.insides()
  const finished = insides.filter((one) => one.state === 'finished')
  const ids = finished.map(({ requestId }) => requestId)
  expect(new Set(ids).size, 'a text arrived twice').toBe(ids.length)
  const arrived = newest(insides)
  const orders = new Map<string, number>()
  for (const [requestId, { account, device: on, text }] of promises.finished) {
    const there = arrived.get(requestId)
    expect(there?.state, `finished and not there: ${text}`).toBe('finished')
    expect(textIn(there?.input)).toBe(text)
    expect(there?.as).toBe(account)
    const seq = there?.seq ?? 0
    expect(seq, 'order').toBeGreaterThan(orders.get(on) ?? 0)
    orders.set(on, seq)
  }
  expect((await disk.list('item')).filter((item) => item.state !== 'arrived')).toEqual([])
  // Nothing that was kept is lost, whatever happened to the place where it was readable.
  const words = new Set([...arrived.values()].flatMap(({ input }) => wordsIn(input)))
  for (const word of promises.words.keys()) expect(words, `lost: ${word}`).toContain(word)

  // Orders were obeyed, the tenth wrong code was the last.
  for (const id of device.stores())
    expect(server.orders, 'a store that was ordered to be forgotten').not.toContain(id)
  expect(browser.tried.most, 'wrong codes').toBeLessThanOrEqual(MAX_TRIES)

  // No one reads, or counts, what is another's.
  const readable = new Set<string>()
  for (const { account, code } of codes) {
    browser.clock.at += 3_600_000 / 10
    if ((await device.unlock(code)).kind !== 'open') continue
    expect(device.account()?.as).toBe(account)
    const items = await device.items()
    for (const { requestId } of items) expect(arrived.get(requestId)?.as).toBe(account)
    for (const value of [...(await device.drafts()), ...(await device.taken())])
      for (const word of wordsIn(value)) {
        expect(word.startsWith(account), `${account} reads ${word}`).toBe(true)
        readable.add(word)
      }
    device.lock()
  }
  for (const word of promises.forgotten) expect(readable, `not forgotten: ${word}`).not.toContain(word)

  // Who copies everything and has every code reads no more than they do.
  const copied = await readCopy(
    browser,
    codes.map(({ code }) => code),
  )
  for (const word of copied.flatMap(wordsIn))
    expect(readable, `opens with a key that is left: ${word}`).toContain(word)
}
