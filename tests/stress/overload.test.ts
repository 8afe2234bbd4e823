import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { disconnect } from '@/lib/db/client'
import { addDays } from '@/lib/shared/dates'
import { findAction } from '../../scripts/bench/action'
import { findFreePort } from '../../scripts/port.mjs'
import { openGiven } from '../support/given/given'
import { serveWithHeap } from '../support/served'
import { openSuperuser } from '../support/superuser'

// Five times what it can serve, on a small heap; then half an hour of an ordinary day, in which nothing may pile up. OVERLOAD_SECONDS and
// ORDINARY_MINUTES for less.

const HEAP = 512
const OVERLOAD_SECONDS = Number(process.env.OVERLOAD_SECONDS ?? '300')
const ORDINARY_MINUTES = Number(process.env.ORDINARY_MINUTES ?? '30')
const ORDINARY = 10
const MEASURE_SECONDS = 15
const FILES = 40

let served: Awaited<ReturnType<typeof serveWithHeap>>
let token = ''
let pages: string[] = []
let save: () => ReturnType<typeof served.ask>

beforeAll(async () => {
  const given = openGiven()
  const organisationId = given.organisation()
  const teamId = given.team(organisationId)
  const workerId = given.staff(organisationId, 'caseworker', { teams: [teamId] })
  const files = Array.from({ length: FILES }, () => given.file({ teamId, workerId }))
  token = given.tokenFor(workerId)
  const owner = await openSuperuser()
  await given.save(owner)
  await owner.end()
  pages = ['/', '/cases', '/planning', ...files.map(({ code }) => `/cases/${code}`)]
  served = await serveWithHeap(HEAP, await findFreePort())
  const action = findAction('writeNote')
  let saved = 0
  // Spread over files and days as in an office: a file with thousands of notes of one day is another page, and not a load.
  save = () => {
    saved += 1
    const file = files[saved % FILES]
    const happenedOn = addDays('2026-11-02', -(Math.floor(saved / FILES) % 90))
    const input = { caseId: file?.id, kind: 'note', happenedOn, text: 'Under load.' }
    return served.ask(`/cases/${file?.code}`, token, {
      type: 'text/plain;charset=UTF-8',
      body: Buffer.from(JSON.stringify([{ requestId: randomUUID(), input }])),
      headers: { 'next-action': action, accept: 'text/x-component' },
    })
  }
}, 120_000)
afterAll(async () => {
  await served.stop()
  await disconnect()
})

let asked = 0
/** One request in ten saves. */
const askNext = async () => {
  asked += 1
  const isSave = asked % 10 === 0
  const answer = await (isSave ? save() : served.ask(pages[asked % pages.length] ?? '/', token))
  return { ...answer, isSave }
}
const quantile = (all: readonly number[], share: number): number =>
  all.toSorted((a, b) => a - b)[Math.floor(all.length * share)] ?? 0

type Load = {
  readonly statuses: Map<number, number>
  readonly took: number[]
  readonly savesTook: number[]
  readonly most: number
}
/** So many requests a second, whatever becomes of them. */
const load = async (rate: number, seconds: number): Promise<Load> => {
  const statuses = new Map<number, number>()
  const took: number[] = []
  const savesTook: number[] = []
  const under: Promise<unknown>[] = []
  let most = 0
  const began = performance.now()
  for (let sent = 0; sent < rate * seconds; sent++) {
    const wait = (sent * 1000) / rate - (performance.now() - began)
    if (wait > 0) await pause(wait)
    under.push(
      askNext().then(({ status, took: ms, isSave }) => {
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        if (status === 200) took.push(ms)
        if (status === 200 && isSave) savesTook.push(ms)
      }),
    )
    if (sent % Math.ceil(rate) === 0) most = Math.max(most, served.size())
  }
  await Promise.all(under)
  return { statuses, took, savesTook, most }
}

it(`bends under five times its capacity for ${OVERLOAD_SECONDS} seconds and breaks nothing`, async () => {
  for (const page of pages) expect((await served.ask(page, token)).status).toBe(200)
  const until = performance.now() + MEASURE_SECONDS * 1000
  let done = 0
  const measure = async () => {
    while (performance.now() < until) {
      expect((await askNext()).status).toBe(200)
      done += 1
    }
  }
  await Promise.all([1, 2, 3, 4].map(measure))
  const capacity = done / MEASURE_SECONDS
  const { statuses, took, savesTook, most } = await load(5 * capacity, OVERLOAD_SECONDS)
  const over = performance.now()
  const calm: number[] = []
  while (calm.length < 5) {
    const { status, took: ms } = await served.ask(pages[0] ?? '/', token)
    calm.push(status === 200 && ms < 1000 ? ms : Number.POSITIVE_INFINITY)
    if (calm.at(-1) === Number.POSITIVE_INFINITY) calm.length = 0
  }
  const recovered = (performance.now() - over) / 1000
  console.log(
    `capacity ${capacity.toFixed(1)}/s; five times that for ${OVERLOAD_SECONDS} s: ${JSON.stringify(Object.fromEntries(statuses))}, ` +
      `served p95 ${Math.round(quantile(took, 0.95))} ms (saves ${Math.round(quantile(savesTook, 0.95))} ms), memory at most ${Math.round(most)} MB, five quick answers after ${recovered.toFixed(1)} s`,
  )
  expect([...statuses.keys()].toSorted()).toEqual([200, 503])
  expect(statuses.get(200)).toBeGreaterThan(0.5 * capacity * OVERLOAD_SECONDS)
  expect(quantile(took, 0.95)).toBeLessThan(2_000)
  expect(most).toBeLessThan(700)
  expect(recovered).toBeLessThan(10)
})

it(`keeps nothing of ${ORDINARY_MINUTES} minutes at ${ORDINARY} requests a second`, async () => {
  // Caches fill first.
  await load(ORDINARY, 60)
  const before = await served.usedHeap()
  const { statuses, took } = await load(ORDINARY, ORDINARY_MINUTES * 60)
  const after = await served.usedHeap()
  const thousands = (ORDINARY * ORDINARY_MINUTES * 60) / 1000
  const each = (after - before) / thousands
  console.log(
    `${ORDINARY_MINUTES} minutes at ${ORDINARY}/s: ${JSON.stringify(Object.fromEntries(statuses))}, p95 ${Math.round(quantile(took, 0.95))} ms, ` +
      `used heap ${before.toFixed(1)} MB, then ${after.toFixed(1)} MB: ${each.toFixed(2)} MB a thousand requests`,
  )
  expect([...statuses.keys()].filter((status) => status >= 500 && status !== 503)).toEqual([])
  expect(each).toBeLessThan(1)
})
