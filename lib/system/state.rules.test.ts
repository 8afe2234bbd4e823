import { describe, expect, it } from 'vitest'
import {
  ALARMS,
  type AlarmName,
  alarmsOf,
  type Facts,
  type InstanceFacts,
  type Mark,
  type Run,
} from './facts.rules'
import { JOBS, pauseAfter } from './job.rules'
import { countAt, jobRowsOf, rowsOf } from './state.rules'

const now = new Date('2026-12-01T12:00:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)
const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const anInstance = (change: Partial<InstanceFacts> = {}): InstanceFacts => ({
  kind: 'pages',
  version: '1.0.0',
  startedAt: ago(HOUR),
  seenAt: ago(10),
  diskFree: 60,
  slowSince: null,
  waitsSince: null,
  ...change,
})
const aMark = (change: Partial<Mark> = {}): Mark => ({
  at: ago(HOUR),
  isOk: true,
  succeededAt: ago(HOUR),
  failingSince: null,
  amount: null,
  ...change,
})
const aRun = (state: Run['state'], at = 5 * MINUTE): Run => ({
  state,
  startedAt: ago(at),
  endedAt: state === 'running' ? null : ago(at - 1),
  did: 0,
  code: null,
})
const jobsWith = (runs: readonly Run[]): Facts['jobs'] =>
  JOBS.codes.map((name, at) => ({
    name,
    dueAt: ago(-MINUTE),
    heldUntil: null,
    runs: at === 0 ? runs : [aRun('ok')],
  }))

/** An installation of which everything is as it should be. */
const well: Facts = {
  now,
  version: '1.0.0',
  database: '18.4',
  checkpointLag: 4 * MINUTE,
  textsInCustody: 0,
  isDemo: false,
  isSecure: true,
  hasMail: true,
  instances: [anInstance(), anInstance({ kind: 'jobs' })],
  marks: {
    backup: aMark(),
    verify: aMark(),
    ready: aMark({ at: ago(30) }),
    certificate: aMark({ at: ago(30), amount: 60 }),
  },
  jobs: jobsWith([aRun('ok')]),
}
const mark = (kind: string, change: Partial<Mark>): Partial<Facts> => ({
  marks: { ...well.marks, [kind]: aMark(change) },
})
const pages = (change: Partial<InstanceFacts>): Partial<Facts> => ({
  instances: [anInstance(change), anInstance({ kind: 'jobs' })],
})
const failed = (count: number): Facts['jobs'] =>
  jobsWith([...Array.from({ length: count }, () => aRun('failed')), aRun('ok')])

/** For each alarm what sets it off, and what is only near it. */
const EDGES: Readonly<Record<AlarmName, readonly [on: Partial<Facts>, near: Partial<Facts>]>> = {
  notReady: [
    mark('ready', { at: ago(30), isOk: false, failingSince: ago(2 * MINUTE) }),
    mark('ready', { at: ago(30), isOk: false, failingSince: ago(2 * MINUTE - 1) }),
  ],
  checkpointLag: [{ checkpointLag: 20 * MINUTE + 1 }, { checkpointLag: 20 * MINUTE }],
  backup: [
    mark('backup', { succeededAt: ago(26 * HOUR + 1) }),
    mark('backup', { succeededAt: ago(26 * HOUR) }),
  ],
  verify: [mark('verify', { isOk: false, amount: 3 }), mark('verify', { at: ago(100 * HOUR) })],
  disk: [pages({ diskFree: 14 }), pages({ diskFree: 15 })],
  certificate: [mark('certificate', { amount: 13 }), mark('certificate', { amount: 14 })],
  slow: [pages({ slowSince: ago(10 * MINUTE) }), pages({ slowSince: ago(10 * MINUTE - 1) })],
  waits: [pages({ waitsSince: ago(MINUTE) }), pages({ waitsSince: ago(MINUTE - 1) })],
  job: [{ jobs: failed(3) }, { jobs: failed(2) }],
}

describe('the nine alarms', () => {
  it('are silent while all is well, and nothing needs action', () => {
    expect(alarmsOf(well)).toEqual([])
    expect(countAt(well, 'now')).toBe(0)
    expect(rowsOf(well).filter(({ level }) => level !== 'well')).toEqual([])
    expect(jobRowsOf(well).filter(({ level }) => level !== 'well')).toEqual([])
  })

  it.each(ALARMS)('%s goes off at its limit, alone, and not before', (alarm) => {
    const [on, near] = EDGES[alarm]
    expect(alarmsOf({ ...well, ...on })).toEqual([alarm])
    expect(alarmsOf({ ...well, ...near })).toEqual([])
    // What is mailed is red on the page as well.
    expect(countAt({ ...well, ...on }, 'now')).toBe(1)
    expect(countAt({ ...well, ...near }, 'now')).toBe(0)
  })

  it('of a backup: never is as bad as long ago; a failed try beside a fresh one is not', () => {
    expect(alarmsOf({ ...well, marks: { ...well.marks, backup: undefined } })).toEqual(['backup'])
    expect(alarmsOf({ ...well, ...mark('backup', { isOk: false, succeededAt: ago(HOUR) }) })).toEqual([])
  })

  it('look at no process that is gone, and count lost runs as failed', () => {
    const gone = anInstance({
      seenAt: ago(3 * MINUTE),
      diskFree: 1,
      slowSince: ago(HOUR),
      waitsSince: ago(HOUR),
    })
    expect(alarmsOf({ ...well, instances: [...well.instances, gone] })).toEqual([])
    expect(
      alarmsOf({ ...well, jobs: jobsWith([aRun('running'), aRun('lost'), aRun('failed'), aRun('lost')]) }),
    ).toEqual(['job'])
  })
})

it('jobs that no process does are red; in the demo nothing is', () => {
  const without = { ...well, instances: [anInstance()] }
  expect(rowsOf(without).find(({ name }) => name === 'jobs')).toMatchObject({
    level: 'now',
    say: 'jobs.missing',
  })
  expect(countAt({ ...without, isDemo: true, jobs: failed(3) }, 'now')).toBe(0)
  // What waits for the process is said once, of the process.
  const idle = jobsWith([]).map((job) => ({ ...job, dueAt: ago(DAY) }))
  expect(countAt({ ...without, jobs: idle }, 'soon')).toBe(0)
  expect(countAt({ ...well, jobs: idle }, 'soon')).toBe(idle.length)
})

it('a job that failed is tried again sooner than usual, later each time, and never later than usual', () => {
  const every = (period: number) =>
    [0, 1, 2, 3, 4, 9].map((failures) => pauseAfter(failures, period) / MINUTE)
  expect(every(3600)).toEqual([60, 1, 5, 15, 60, 60])
  expect(every(300)).toEqual([5, 1, 5, 5, 5, 5])
})

it('texts from phones that cannot be opened are to be looked at soon, with their number', () => {
  expect(rowsOf({ ...well, textsInCustody: 2 }).find(({ name }) => name === 'texts')).toMatchObject({
    level: 'soon',
    say: 'texts.waiting',
    count: 2,
  })
})
