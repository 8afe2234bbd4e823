import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { Given, TakenAlong } from '@/lib/device/device.types'
import { type Browser, createBrowser, openWindow, type Window } from './browser'
import { type Account, createPromises, type Promises, textIn, wordsIn } from './promises'
import { createServer, MOODS, type Mood, sealingKey } from './server'
import { judge } from './verdict'

const HOUR = 3_600_000
/** A Tuesday, nine in the morning in Brussels. */
const BEGIN = Date.UTC(2026, 10, 24, 8)
const WRONG = 'kakakakakakaka'

const ACCOUNTS = ['anna', 'bert'] as const
const NAMES = ['visit', 'note'] as const

const PLAIN = [
  'open',
  'type',
  'type',
  'type',
  'finish',
  'finish',
  'change',
  'discard',
  'takeAlong',
  'takeOut',
  'lock',
  'closeEverything',
  'send',
  'send',
  'send',
  'tick',
  'here',
  'close',
  'kill',
  'wrongCode',
  'wrongCode',
  'unlock',
  'unlock',
  'unlock',
] as const
const WRITING: readonly string[] = ['type', 'finish', 'change', 'discard', 'takeAlong', 'takeOut']
const WORLD = [
  'empty',
  'prepare',
  'wipe',
  'evictDatabase',
  'evictCells',
  'evictAll',
  'backUp',
  'restore',
  'newBuild',
] as const

export type Step =
  | {
      readonly kind: (typeof PLAIN)[number] | (typeof WORLD)[number]
      readonly which: number
      readonly as: number
      readonly name: number
    }
  | { readonly kind: 'arm'; readonly which: number; readonly calls: number; readonly after: boolean }
  | { readonly kind: 'mood'; readonly mood: Mood }
  | { readonly kind: 'full'; readonly isFull: boolean }
  /** Time passes; or the clock of the device is set to something else. */
  | { readonly kind: 'hours' | 'clock'; readonly hours: number }

const plain = (kinds: typeof PLAIN | typeof WORLD): fc.Arbitrary<Step> =>
  fc.record({ kind: fc.constantFrom(...kinds), which: fc.nat(2), as: fc.nat(1), name: fc.nat(1) })

const single: fc.Arbitrary<Step> = fc.oneof(
  { weight: 30, arbitrary: plain(PLAIN) },
  { weight: 2, arbitrary: plain(WORLD) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('arm' as const),
      which: fc.nat(2),
      calls: fc.integer({ min: 1, max: 9 }),
      after: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('mood' as const),
      mood: fc.constantFrom('up' as const, ...MOODS),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('full' as const), isFull: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('hours' as const, 'clock' as const),
      hours: fc.integer({ min: -47, max: 47 }),
    }),
  },
)
const placed = fc.record({ which: fc.nat(2), as: fc.nat(1), name: fc.nat(1) })
const mood = fc.record({ kind: fc.constant('mood' as const), mood: fc.constantFrom('up' as const, ...MOODS) })
const maybe = fc.array(single, { maxLength: 2 })
/** A text that is begun, gone on with and finished, with anything in between. */
const writing: fc.Arbitrary<Step[]> = placed.chain((place) => {
  const on = (kind: 'type' | 'finish' | 'send') => fc.constant({ ...place, kind })
  return fc
    .tuple(on('type'), maybe, on('type'), maybe, on('finish'), maybe, on('send'))
    .map(([first, a, second, b, end, c, sent]): Step[] => [first, ...a, second, ...b, end, ...c, sent])
})
/** One that is finished, perhaps sent, changed and finished again. */
const changing: fc.Arbitrary<Step[]> = placed.chain((place) => {
  const on = (kind: 'finish' | 'change' | 'send') => fc.constant({ ...place, kind })
  return fc
    .tuple(on('finish'), mood, maybe, fc.option(on('send'), { nil: null }), on('change'), maybe, on('finish'))
    .map(([first, weather, a, sent, changed, b, end]): Step[] => [
      first,
      weather,
      ...a,
      ...(sent === null ? [] : [sent]),
      changed,
      ...b,
      end,
    ])
})

export const steps: fc.Arbitrary<Step[]> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.array(single, { minLength: 1, maxLength: 5 }) },
      { weight: 2, arbitrary: writing },
      { weight: 1, arbitrary: changing },
    ),
    {
      minLength: 3,
      maxLength: 9,
      size: 'max',
    },
  )
  .map((parts) => parts.flat())

type Life = {
  readonly browser: Browser
  readonly promises: Promises
  readonly codes: { readonly account: Account; readonly code: string }[]
}

/** Lives through one history, then judges it. */
export const live = async (history: readonly Step[]): Promise<void> => {
  const clock = { at: BEGIN }
  const server = createServer(() => clock.at)
  const browser = createBrowser(server, clock)
  const promises = createPromises()
  const codes: Life['codes'] = []
  const key = await sealingKey()
  let device = randomUUID()
  let windows: Window[] = []
  let count = 0
  let backedUp: number | null = null
  let isRestored = false
  const finishedHere: { id: string; requestId: string; text: string }[] = []

  const word = (account: Account): string => {
    count += 1
    return `${account}${count}x`
  }
  const open = async (): Promise<Window | null> => {
    const window = await openWindow(browser)
    windows = windows.filter(({ life }) => !life.isDead)
    if (windows.length < 3) windows.push(window)
    else window.die()
    return windows.at(-1) ?? null
  }
  const at = (which: number): Window | null => {
    windows = windows.filter(({ life }) => !life.isDead)
    return windows[which % Math.max(1, windows.length)] ?? null
  }
  const accountIn = ({ device }: Window): Account | null => {
    const as = device.account()?.as
    return ACCOUNTS.find((one) => one === as) ?? null
  }
  const prepare = async (window: Window, account: Account): Promise<void> => {
    const given: Given = {
      device,
      store: randomUUID(),
      token: `token of ${account}`,
      key,
      locale: 'fr',
      as: account,
    }
    const code = window.device.newCode()
    codes.push({ account, code })
    browser.right.add(code)
    await window.alive(window.device.prepare(given, code))
  }
  const forgetAll = (): void => {
    promises.finished.clear()
    promises.words.clear()
    promises.forgotten.clear()
    finishedHere.splice(0)
    device = randomUUID()
  }
  const dieAll = (): void => {
    for (const window of windows) window.die()
    windows = []
  }

  const type = async (window: Window, name: string): Promise<void> => {
    const account = accountIn(window)
    if (account === null) return
    const before = await window.alive(window.device.draft(name))
    const text = `${textIn(before?.value)} ${word(account)}`.trim()
    const answer = await window.alive(window.device.saveDraft(name, 'visit', { text }))
    if (answer?.ok) for (const one of wordsIn(text)) promises.words.set(one, account)
  }
  const finish = async (window: Window, name: string): Promise<void> => {
    const account = accountIn(window)
    if (account === null) return
    const before = await window.alive(window.device.draft(name))
    const text = `${textIn(before?.value)} ${word(account)}`.trim()
    const answer = await window.alive(window.device.finish(name, 'visit', { text }))
    if (!answer?.ok) return
    const { id, requestId } = answer.value
    promises.finished.set(requestId, { account, device, text })
    finishedHere.push({ id, requestId, text })
    for (const one of wordsIn(text)) {
      promises.words.set(one, account)
      promises.forgotten.add(one)
    }
  }
  const change = async (window: Window, name: string): Promise<void> => {
    const account = accountIn(window)
    const last = finishedHere.at(-1)
    if (account === null || last === undefined) return
    const { id, requestId, text } = last
    const promised = promises.finished.get(requestId)
    // Whether or not it comes to its end, it may be a draft again from here on.
    promises.finished.delete(requestId)
    for (const one of wordsIn(text)) promises.forgotten.delete(one)
    const answer = await window.alive(window.device.change(id, name, { text }))
    if (answer?.ok) finishedHere.pop()
    else if (answer !== null && promised !== undefined) {
      promises.finished.set(requestId, promised)
      for (const one of wordsIn(text)) promises.forgotten.add(one)
    }
  }
  const discard = async (window: Window, name: string): Promise<void> => {
    const before = await window.alive(window.device.draft(name))
    for (const one of wordsIn(before?.value)) promises.words.delete(one)
    const done = await window.alive(window.device.discard(name).then(() => true))
    if (done) for (const one of wordsIn(before?.value)) promises.forgotten.add(one)
  }
  const takeAlong = async (window: Window, id: string): Promise<void> => {
    const account = accountIn(window)
    if (account === null) return
    const taken: TakenAlong & { text: string } = { id, on: '2026-11-25', key, text: word(account) }
    await window.alive(window.device.takeAlong(taken))
  }
  const takeOut = async (window: Window, id: string): Promise<void> => {
    const before = (await window.alive(window.device.taken())) ?? []
    const done = await window.alive(window.device.takeOut(id).then(() => true))
    if (done)
      for (const one of wordsIn(before.filter((taken) => taken.id === id))) promises.forgotten.add(one)
  }
  /** A window with this account's store open, as a person gets it who wants to write: opened, unlocked, prepared. */
  const ready = async (which: number, account: Account): Promise<Window | null> => {
    const window = at(which) ?? (await open())
    if (window === null) return null
    const { device: store } = window
    if (store.state() === 'elsewhere') await window.alive(store.here())
    if (store.state() === 'locked') await unlock(window, account)
    if (store.state() === 'unprepared') await prepare(window, account)
    return window.life.isDead ? null : window
  }
  const unlock = async (window: Window, account: Account): Promise<void> => {
    const code = codes.findLast((one) => one.account === account)?.code
    if (code !== undefined) await window.alive(window.device.unlock(code))
  }
  const onWindow = async (
    step: Step & { which: number; as: number; name: number },
    window: Window,
  ): Promise<void> => {
    const name = NAMES[step.name] ?? 'visit'
    const account = ACCOUNTS[step.as] ?? 'anna'
    const { device: store } = window
    switch (step.kind) {
      case 'type':
        return type(window, name)
      case 'finish':
        return finish(window, name)
      case 'change':
        return change(window, name)
      case 'discard':
        return discard(window, name)
      case 'takeAlong':
        return takeAlong(window, name)
      case 'takeOut':
        return takeOut(window, name)
      case 'lock':
        return store.lock()
      case 'closeEverything':
        return store.closeEverything()
      case 'unlock':
        return unlock(window, account)
      case 'empty': {
        await window.alive(store.empty())
        return
      }
      case 'prepare':
        return prepare(window, account)
      case 'kill':
        return window.die()
      case 'wrongCode': {
        clock.at += 400_000
        await window.alive(store.unlock(WRONG))
        return
      }
      case 'send': {
        await window.alive(store.send(step.as === 0))
        return
      }
      case 'tick': {
        await window.alive(store.tick())
        return
      }
      case 'here': {
        await window.alive(store.here())
        return
      }
      case 'close': {
        await window.alive(store.close())
        return window.die()
      }
      case 'wipe': {
        const id = store.stores()[step.name]
        if (id !== undefined) server.orders.add(id)
        return
      }
      default:
        return
    }
  }

  const begin = await open()
  if (begin === null) throw new Error('no window opens')
  await prepare(begin, 'bert')
  await prepare(begin, 'anna')
  for (const step of history) {
    clock.at += 1_000
    switch (step.kind) {
      case 'open': {
        const window = await open()
        if (window !== null && step.as === 0) await unlock(window, 'anna')
        break
      }
      case 'arm': {
        const window = at(step.which)
        if (window !== null) Object.assign(window.life, { left: step.calls, after: step.after })
        break
      }
      case 'mood':
        server.state.mood = step.mood
        break
      case 'full':
        // What makes room on a full disk is no longer there for a server that comes back from a copy: one of the two in a history.
        browser.state.isFull = step.isFull && !isRestored
        if (browser.state.isFull) backedUp = Number.NaN
        break
      case 'hours':
        clock.at += Math.abs(step.hours) * HOUR
        break
      case 'clock':
        browser.state.ahead = step.hours * HOUR
        break
      case 'evictDatabase':
        browser.disk.evict()
        forgetAll()
        break
      case 'evictCells':
        dieAll()
        browser.cells.file = new Uint8Array(0)
        break
      case 'evictAll':
        dieAll()
        browser.disk.evict()
        browser.cells.file = new Uint8Array(0)
        forgetAll()
        break
      case 'backUp':
        if (backedUp === null) {
          server.backUp()
          backedUp = clock.at
        }
        break
      case 'restore':
        if (backedUp !== null && clock.at - backedUp < 12 * HOUR) {
          server.restore()
          isRestored = true
        }
        break
      case 'newBuild':
        browser.state.build = 'two'
        break
      default: {
        const account = ACCOUNTS[step.as] ?? 'anna'
        const window = WRITING.some((kind) => kind === step.kind)
          ? await ready(step.which, account)
          : at(step.which)
        if (window !== null) await onWindow(step, window)
      }
    }
  }
  dieAll()
  await judge({ browser, promises, codes })
}
