import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { WORKER } from '@/lib/countries/offline/kept.rules'
import { kindOf, openGate, retryAfter } from './admission.rules'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const limits = { places: 2, room: 2, patience: 4_000 }
const asked = () => {
  const said: string[] = []
  const gate = openGate(limits)
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
  ['GET', WORKER, 'free'],
  ['GET', '/cases', 'page'],
  ['HEAD', '/sign-in', 'page'],
  ['POST', '/cases/A-1', 'save'],
  ['PUT', '/api/drafts', 'save'],
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
