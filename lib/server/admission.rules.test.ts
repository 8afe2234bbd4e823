import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { kindOf, openGate, retryAfter } from './admission.rules'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const limits = { places: 2, least: 2, room: 2, patience: 4_000, shortPatience: 500 }
const asked = (change: Partial<typeof limits> = {}) => {
  const said: string[] = []
  const gate = openGate({ ...limits, ...change })
  const ask = (name: string) =>
    gate.ask(
      () => said.push(`${name} in`),
      () => said.push(`${name} refused`),
    )
  return { said, ask }
}

it('serves as many as there are places, lets as many wait as there is room, and refuses the rest at once', () => {
  const { said, ask } = asked()
  const leave = ['a', 'b', 'c', 'd', 'e'].map(ask)
  expect(said).toEqual(['a in', 'b in', 'e refused'])
  leave[0]?.()
  expect(said.at(-1)).toBe('c in')
  leave[1]?.()
  expect(said.at(-1)).toBe('d in')
})

it('who waited too long is refused, and the place goes to the next one', () => {
  const { said, ask } = asked()
  const leaveA = ask('a')
  ask('b')
  ask('c')
  vi.advanceTimersByTime(3_999)
  ask('d')
  vi.advanceTimersByTime(1)
  expect(said).toEqual(['a in', 'b in', 'c refused'])
  leaveA()
  expect(said.at(-1)).toBe('d in')
})

it('while others wait, slow answers take places away down to the least, and quick ones bring them back', () => {
  const { said, ask } = asked({ places: 4, least: 2, room: 100 })
  const inside: (() => void)[] = []
  let count = 0
  const come = () => inside.push(ask(`${count++}`))
  const served = () => said.filter((line) => line.endsWith('in')).length
  const answer = (after: number) => {
    vi.advanceTimersByTime(after)
    inside.shift()?.()
  }
  for (let n = 0; n < 40; n++) come()
  expect(served()).toBe(4)
  answer(1_001)
  answer(0)
  answer(0)
  // Three ended slowly, and no one came after them: two places are left, one of them taken.
  expect(served()).toBe(5)
  const before = served()
  for (let n = 0; n < 20; n++) answer(10)
  // Each that ends lets one in; two more came in beside, as the places came back.
  expect(served() - before).toBe(22)
})

it('no one who waits: a slow answer takes no place away', () => {
  const { said, ask } = asked({ least: 1 })
  for (let n = 0; n < 5; n++) {
    const leave = ask('slow')
    vi.advanceTimersByTime(9_000)
    leave()
  }
  ask('a')
  ask('b')
  expect(said.slice(-2)).toEqual(['a in', 'b in'])
})

it('in a queue that stays one waits for a short time only', () => {
  const { said, ask } = asked({ places: 1, least: 1, room: 9 })
  const leave = ['a', 'b', 'c'].map(ask)
  vi.advanceTimersByTime(3_000)
  leave[0]?.()
  ask('d')
  vi.advanceTimersByTime(999)
  expect(said).toEqual(['a in', 'b in'])
  // c gives up after its four seconds; d has three more, but who comes now has half of one.
  vi.advanceTimersByTime(2)
  ask('e')
  vi.advanceTimersByTime(500)
  expect(said).toEqual(['a in', 'b in', 'c refused', 'e refused'])
  vi.advanceTimersByTime(3_000)
  expect(said.at(-1)).toBe('d refused')
})

it('stays short of patience when all who waited gave up at once, and has it again after a second in which no one waits', () => {
  const { said, ask } = asked({ places: 1, least: 1, room: 1 })
  const leave = ask('a')
  const last = () => said.at(-1)
  ask('b')
  vi.advanceTimersByTime(4_000)
  expect(last()).toBe('b refused')
  // No one waits in this moment; who comes next belongs to the same queue.
  vi.advanceTimersByTime(1)
  ask('c')
  vi.advanceTimersByTime(500)
  expect(last()).toBe('c refused')
  vi.advanceTimersByTime(1_001)
  ask('d')
  vi.advanceTimersByTime(500)
  expect(last()).toBe('c refused')
  leave()
  expect(last()).toBe('d in')
})

it('a place is given back once, however often it is left, and who gave up while waiting takes none', () => {
  const { said, ask } = asked()
  const [leaveA, , leaveC] = ['a', 'b', 'c'].map(ask)
  leaveC?.()
  leaveA?.()
  leaveA?.()
  expect(said).toEqual(['a in', 'b in'])
  ask('d')
  ask('e')
  expect(said).toEqual(['a in', 'b in', 'd in'])
})

it.each([
  ['GET', '/api/ready', 'health'],
  ['GET', '/_next/static/chunks/a.js', 'free'],
  ['GET', '/calendar?x=1', 'free'],
  ['GET', '/worker.js', 'free'],
  ['GET', '/offline', 'free'],
  ['GET', '/offline/1a2b/main-3C.js', 'free'],
  ['GET', '/cases', 'page'],
  ['HEAD', '/sign-in', 'page'],
  ['POST', '/cases/A-1', 'save'],
  ['PUT', '/api/drafts', 'save'],
  // What a phone says first may be refused as any save: it asks again (docs/adr/0179).
  ['POST', '/api/device/hello', 'save'],
  ['POST', '/api/attachments', 'papers'],
  ['GET', '/api/attachments/1', 'papers'],
  ['GET', '/_next/image?url=x', 'page'],
  ['GET', '/api/attachmentsx', 'page'],
] as const)('%s %s is counted as %s', (method, url, kind) => {
  expect(kindOf(method, url)).toBe(kind)
})

it('asks for another try within three to eight seconds', () => {
  expect([0, 0.5, 0.999].map(retryAfter)).toEqual([3, 6, 8])
})
