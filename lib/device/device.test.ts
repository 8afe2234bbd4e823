import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createBrowser, openWindow } from '../../tests/support/device/browser'
import { createServer, sealingKey } from '../../tests/support/device/server'
import { readCopy } from '../../tests/support/device/thief'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const WRONG = 'kakakakakakaka'

const prepared = async () => {
  const clock = { at: Date.UTC(2026, 10, 24, 8) }
  const server = createServer(() => clock.at)
  const browser = createBrowser(server, clock)
  const key = await sealingKey()
  const window = await openWindow(browser)
  const { device } = window
  const prepare = async (as: string): Promise<string> => {
    const code = device.newCode()
    browser.right.add(code)
    const given = { device: 'device', store: randomUUID(), token: `token of ${as}`, key, locale: 'nl', as }
    expect(await device.prepare(given, code)).toEqual({ ok: true, value: null })
    return code
  }
  const code = await prepare('anna')
  const taken = { id: 'plan-1', on: '2026-11-24', key, initials: 'A. B.' }
  return { clock, server, browser, device, window, prepare, code, taken }
}
const kindOf = async (answer: Promise<{ readonly kind: string }>): Promise<string> => (await answer).kind

describe('unlocking', () => {
  it('counts a wrong code before it is tried, waits, and forgets everything at the tenth', async () => {
    const { clock, browser, device, window, taken, code } = await prepared()
    await device.takeAlong(taken)
    await device.saveDraft('visit', 'visit', { note: 'begun' })
    device.lock()
    const waits: number[] = []
    for (let tries = 1; tries < 10; tries += 1) {
      expect(await device.unlock(WRONG)).toEqual({ kind: 'wrong', triesLeft: 10 - tries })
      const next = await device.unlock(WRONG)
      if (next.kind !== 'wait') {
        // The first three wait for nothing: that was another try.
        tries += 1
        continue
      }
      waits.push(next.seconds)
      clock.at += next.seconds * 1_000
    }
    expect(waits).toEqual([5, 15, 30, 60, 120, 300, 300])
    expect(await device.unlock(WRONG)).toEqual({ kind: 'emptied' })
    expect(device.state()).toBe('unprepared')
    expect(await kindOf(device.unlock(code))).not.toBe('open')
    expect(await readCopy(browser, [code])).toEqual([])
    // What was begun goes to the server, sealed.
    await device.send(true)
    expect(await browser.server.insides()).toMatchObject([{ state: 'unfinished', input: { note: 'begun' } }])
    window.die()
  })

  it('a window that is ended while a code is tried has had its try', async () => {
    const { browser, device, window } = await prepared()
    device.lock()
    // One step: the count. The second is the trial itself.
    Object.assign(window.life, { left: 2, after: false })
    await window.alive(device.unlock(WRONG))
    const next = await openWindow(browser)
    expect(await next.device.unlock(WRONG)).toEqual({ kind: 'wrong', triesLeft: 8 })
  })

  it('a lock while a code is tried opens nothing', async () => {
    const { device, code } = await prepared()
    device.lock()
    const answer = device.unlock(code)
    device.closeEverything()
    expect(await answer).toEqual({ kind: 'locked' })
    expect(device.state()).toBe('locked')
  })
})

describe('two accounts on one device', () => {
  it('do not see, count or forget each other’s', async () => {
    const { device, code, prepare } = await prepared()
    await device.saveDraft('visit', 'visit', { note: 'of anna' })
    await device.finish('other', 'note', { text: 'finished by anna' })
    const other = await prepare('bert')
    expect([device.account()?.as, await device.drafts(), await device.items()]).toEqual(['bert', [], []])
    await device.saveDraft('visit', 'visit', { note: 'of bert' })
    await device.empty()
    expect(await kindOf(device.unlock(other))).toBe('wrong')
    expect(await kindOf(device.unlock(code))).toBe('open')
    expect((await device.drafts()).map(({ value }) => value)).toEqual([{ note: 'of anna' }])
    expect(await device.items()).toMatchObject([{ form: 'note', state: 'onDevice' }])
  })

  it('are sent for by the one who is there, locked too', async () => {
    const { device, server, prepare } = await prepared()
    await device.finish('a', 'note', { text: 'by anna' })
    await prepare('bert')
    await device.finish('b', 'note', { text: 'by bert' })
    device.lock()
    await device.send()
    expect((await server.insides()).map(({ as, seq }) => [as, seq])).toEqual([
      ['anna', 1],
      ['bert', 2],
    ])
  })
})

describe('what is taken along', () => {
  it('is kept to the end of the day, by the latest time that was ever known', async () => {
    const { clock, browser, device, window, code, taken } = await prepared()
    expect(await device.takeAlong(taken)).toEqual({ ok: true, value: { until: Date.UTC(2026, 10, 24, 23) } })
    clock.at += 14 * HOUR
    await device.tick()
    expect(await device.taken()).toEqual([taken])
    window.die()
    // Set back by ten days, an hour before its end: it is still an hour before its end.
    browser.state.ahead = -10 * DAY
    const next = await openWindow(browser)
    await next.device.unlock(code)
    expect(await next.device.taken()).toEqual([taken])
    clock.at += HOUR
    await next.device.tick()
    expect(await next.device.taken()).toEqual([])
    expect(await readCopy(browser, [code])).toEqual([])
  })

  it('is forgotten before the code is asked', async () => {
    const { clock, browser, device, code, taken } = await prepared()
    await device.takeAlong(taken)
    device.lock()
    clock.at += 2 * DAY
    await device.unlock(WRONG)
    expect(await readCopy(browser, [code])).toEqual([])
  })

  it('a clock that was years ahead takes nothing away once the server has said the time', async () => {
    const { browser, device, taken } = await prepared()
    browser.state.ahead = 5_000 * DAY
    await device.tick()
    browser.state.ahead = 0
    expect((await device.takeAlong(taken)).ok).toBe(true)
    expect(await device.taken()).toEqual([taken])
  })

  it('is refused for a day that is over, and taken out when it is no longer wanted', async () => {
    const { browser, device, code, taken } = await prepared()
    expect(await device.takeAlong({ ...taken, on: '2026-11-23' })).toEqual({ ok: false, code: 'past' })
    await device.takeAlong(taken)
    await device.takeAlong({ ...taken, id: 'plan-2' })
    await device.takeOut('plan-1')
    expect((await device.taken()).map(({ id }) => id)).toEqual(['plan-2'])
    expect(await readCopy(browser, [code])).toHaveLength(1)
  })

  it('goes when the server orders it, locked too', async () => {
    const { browser, device, server, code, taken } = await prepared()
    await device.takeAlong(taken)
    await device.finish('a', 'note', { text: 'finished' })
    device.lock()
    server.orders.add(device.stores()[0] ?? '')
    await device.send()
    expect(device.state()).toBe('unprepared')
    expect(await readCopy(browser, [code])).toEqual([])
    expect(await server.insides()).toHaveLength(1)
    // And the server knows that it is gone.
    expect(server.state.stores).toEqual([])
  })
})

describe('writing', () => {
  it('keeps one copy for the server, the newest, and none when it is finished', async () => {
    const { device, server, browser, code } = await prepared()
    await device.saveDraft('visit', 'visit', { note: 'one' })
    await device.saveDraft('visit', 'visit', { note: 'two' })
    expect(await browser.disk.list('item')).toHaveLength(1)
    const answer = await device.finish('visit', 'visit', { note: 'three' }, 'before')
    await device.send()
    expect(await server.insides()).toMatchObject([
      { state: 'finished', input: { note: 'three' }, after: 'before', seq: 3 },
    ])
    const [item] = await device.items()
    expect(answer.ok && answer.value.requestId).toBe(item?.requestId)
    expect(item?.state).toBe('arrived')
    expect(await device.drafts()).toEqual([])
    // With everything a database ever wrote, and the code.
    expect(await readCopy(browser, [code])).toEqual([])
  })

  it('thrown away after a copy has left, the server is told', async () => {
    const { device, server } = await prepared()
    await device.saveDraft('visit', 'visit', { note: 'one' })
    await device.send()
    await device.saveDraft('visit', 'visit', { note: 'two' })
    await device.discard('visit')
    await device.send()
    expect((await server.insides()).map(({ input }) => input)).toEqual([{ note: 'one' }, null])
  })

  it('can be changed until it was given to the network', async () => {
    const { device, server } = await prepared()
    const first = await device.finish('visit', 'visit', { note: 'typo' })
    const id = first.ok ? first.value.id : ''
    expect(await device.change(id, 'visit', { note: 'typo' })).toMatchObject({ ok: true })
    const again = await device.finish('visit', 'visit', { note: 'right' })
    server.state.mood = 'losesReplies'
    await device.send()
    expect(await device.change(again.ok ? again.value.id : '', 'visit', {})).toEqual({
      ok: false,
      code: 'sent',
    })
    expect(await server.insides()).toMatchObject([{ input: { note: 'right' } }])
  })

  it('a full device says so before anything is written, and what was there is there', async () => {
    const { browser, device } = await prepared()
    await device.saveDraft('visit', 'visit', { note: 'one' })
    browser.state.room = 1_000_000
    expect(await device.saveDraft('note', 'note', {})).toEqual({ ok: false, code: 'full' })
    expect((await device.saveDraft('visit', 'visit', { note: 'two' })).ok).toBe(true)
    browser.state.isFull = true
    expect(await device.finish('visit', 'visit', { note: 'two' })).toEqual({ ok: false, code: 'full' })
    expect((await device.draft('visit'))?.value).toEqual({ note: 'two' })
  })

  it('refuses the 120th thing that is readable, never in the middle of one', async () => {
    const { device } = await prepared()
    for (let one = 1; one < 120; one += 1)
      expect((await device.saveDraft(`${one}`, 'note', one)).ok).toBe(true)
    expect(await device.saveDraft('one more', 'note', 0)).toEqual({ ok: false, code: 'full' })
    expect((await device.saveDraft('1', 'note', 'longer')).ok).toBe(true)
  })

  it('locked in the middle of a save, what was typed is kept', async () => {
    const { device, code } = await prepared()
    const saved = device.saveDraft('visit', 'visit', { note: 'last words' })
    device.lock()
    expect((await saved).ok).toBe(true)
    expect(await device.saveDraft('visit', 'visit', {})).toEqual({ ok: false, code: 'locked' })
    await device.unlock(code)
    expect((await device.draft('visit'))?.value).toEqual({ note: 'last words' })
  })
})

describe('sending', () => {
  it('lets the next pass when one is refused, removes nothing, and offers it again later', async () => {
    const { clock, device, server } = await prepared()
    await device.finish('a', 'note', { text: 'one' })
    server.state.mood = 'refuses'
    await device.send()
    server.state.mood = 'up'
    await device.finish('b', 'note', { text: 'two' })
    await device.send()
    expect((await device.items()).map(({ state }) => state).toSorted()).toEqual(['arrived', 'refused'])
    clock.at += HOUR
    await device.send()
    expect((await device.items()).map(({ state }) => state)).toEqual(['arrived', 'arrived'])
  })

  it('waits two seconds, then longer; an answer with another’s hash is none', async () => {
    const { clock, device, server } = await prepared()
    await device.finish('a', 'note', { text: 'one' })
    server.state.mood = 'lies'
    await device.send()
    server.state.mood = 'up'
    clock.at += 1_000
    await device.send()
    expect(await device.items()).toMatchObject([{ state: 'onDevice' }])
    clock.at += 1_000
    await device.send()
    expect(await device.items()).toMatchObject([{ state: 'arrived' }])
  })

  it('keeps what has arrived for a week, for a server that comes back from a copy', async () => {
    const { clock, device, server } = await prepared()
    server.backUp()
    await device.finish('a', 'note', { text: 'one' })
    await device.send()
    server.restore()
    expect(await server.insides()).toEqual([])
    await device.send()
    expect(await server.insides()).toHaveLength(1)
    clock.at += 7 * DAY
    await device.tick()
    expect(await device.items()).toEqual([])
  })

  it('is one window’s work', async () => {
    const { browser, device, server } = await prepared()
    const other = await openWindow(browser)
    await device.finish('a', 'note', { text: 'one' })
    let posts = 0
    const { post } = server
    server.post = (path, body) => {
      if (path === '/api/submissions') posts += 1
      return post(path, body)
    }
    await Promise.all([device.send(true), other.device.send(true)])
    expect(posts).toBe(1)
  })
})

describe('several windows', () => {
  it('one holds the store; another says so, and can take it', async () => {
    const { browser, device, code } = await prepared()
    const other = await openWindow(browser)
    expect(other.device.state()).toBe('elsewhere')
    expect(await other.device.unlock(code)).toEqual({ kind: 'elsewhere' })
    await other.device.here()
    expect([device.state(), other.device.state()]).toEqual(['elsewhere', 'locked'])
    expect(await kindOf(other.device.unlock(code))).toBe('open')
    device.closeEverything()
    expect(other.device.state()).toBe('locked')
    await other.device.close()
    await device.tick()
    expect(device.state()).toBe('locked')
  })

  it('a browser without a private file system cannot keep anything', async () => {
    const { browser } = await prepared()
    browser.state.isUnable = true
    const { device } = await openWindow(browser)
    expect(device.state()).toBe('unable')
    expect(await device.saveDraft('a', 'note', {})).toEqual({ ok: false, code: 'locked' })
  })
})

describe('after a browser has cleaned up', () => {
  it('the cells: nothing opens, and what was begun goes to the server', async () => {
    const { browser, device, window, code } = await prepared()
    await device.saveDraft('visit', 'visit', { note: 'begun' })
    window.die()
    browser.cells.file = new Uint8Array(0)
    const next = await openWindow(browser)
    expect(next.device.state()).toBe('unprepared')
    expect(await readCopy(browser, [code])).toEqual([])
    await next.device.send()
    expect(await browser.server.insides()).toMatchObject([{ input: { note: 'begun' } }])
  })

  it('a cell that no record names is burned at the start', async () => {
    const { browser, device, window, code } = await prepared()
    await device.saveDraft('visit', 'visit', { note: 'begun' })
    // Killed between the record that goes and the cell.
    Object.assign(window.life, { left: 1, after: true })
    await window.alive(device.finish('visit', 'visit', {}))
    expect(await readCopy(browser, [code])).toHaveLength(1)
    await openWindow(browser)
    expect(await readCopy(browser, [code])).toEqual([])
  })
})

describe('a server that has too much to do', () => {
  it('is told of, ends the round after three, and has everything once it has time', async () => {
    const { clock, server, device } = await prepared()
    for (const name of ['a', 'b', 'c', 'd', 'e']) await device.finish(name, 'note', { text: name })
    server.state.mood = 'busy'
    expect(await device.send(true)).toEqual({ isBusy: true })
    // Not in the queue of its own page for five minutes because of that.
    server.state.mood = 'up'
    clock.at += 4_000
    expect(await device.send()).toEqual({ isBusy: false })
    expect((await server.insides()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
    expect((await device.items()).every(({ state }) => state === 'arrived')).toBe(true)
  })
})

describe('a phone that the server has forget', () => {
  it('says so, also after a cold start, until it is prepared anew; what was written arrives', async () => {
    const { browser, server, device, window, taken } = await prepared()
    await device.takeAlong(taken)
    await device.finish('a', 'note', { text: 'finished' })
    expect(device.wasToldToForget()).toBe(false)
    for (const id of device.stores()) server.orders.add(id)
    await device.send(true)
    expect([device.state(), device.wasToldToForget()]).toEqual(['unprepared', true])
    expect(await server.insides()).toMatchObject([{ input: { text: 'finished' } }])
    window.die()
    const next = await openWindow(browser)
    expect(next.device.wasToldToForget()).toBe(true)
    expect(await readCopy(browser, [...browser.right])).toEqual([])
    next.die()
    const last = await openWindow(browser)
    await last.device.prepare(
      {
        device: 'device',
        store: randomUUID(),
        token: 't',
        key: await sealingKey(),
        locale: 'nl',
        as: 'anna',
      },
      last.device.newCode(),
    )
    expect(last.device.wasToldToForget()).toBe(false)
  })
})
