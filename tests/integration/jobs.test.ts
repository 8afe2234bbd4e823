import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { disconnect } from '@/lib/db/client'
import { withJobWork } from '@/lib/db/work'
import type { JobName } from '@/lib/system/job.rules'
import { claimJob, forgetOldRuns } from '@/lib/system/lease.data'
import { typescript } from '../../scripts/child.mjs'
import { type Job, type Loop, openLoop } from '../../scripts/job-loop'
import { openSuperuser } from '../support/superuser'

let owner: Awaited<ReturnType<typeof openSuperuser>>
let loops: Loop[] = []
beforeAll(async () => {
  owner = await openSuperuser()
})
beforeEach(() => owner.query('DELETE FROM job_lease; DELETE FROM job_run'))
afterEach(async () => {
  await Promise.all(loops.map((loop) => loop.stop(10_000)))
  loops = []
})
afterAll(async () => {
  await owner.end()
  await disconnect()
})

const holder = (leaseSeconds = 60) => ({ instance: randomUUID(), version: 'test', leaseSeconds })
const begin = (jobs: readonly Job[], leaseSeconds = 60): void => {
  loops.push(openLoop(jobs, holder(leaseSeconds), 20))
}
const aJob = (name: JobName, run: Job['run'], change: Partial<Job> = {}): Job => ({
  name,
  period: 3_600,
  limit: 60,
  run,
  ...change,
})
const runsOf = async (job: string) =>
  (await owner.query('SELECT state, did, code FROM job_run WHERE job = $1 ORDER BY started_at, id', [job]))
    .rows
const leaseOf = async (job: string) =>
  (
    await owner.query(
      'SELECT holder, failures, round(extract(epoch FROM due_at - app.now()))::int AS wait FROM job_lease WHERE job = $1',
      [job],
    )
  ).rows[0]
const makeDue = () => owner.query('UPDATE job_lease SET due_at = app.now()')
/** So many runs have ended, and no one holds the job any more. */
const ended = (job: string, count: number) =>
  expect
    .poll(
      async () => [
        (await runsOf(job)).filter(({ state }) => state !== 'running').length,
        (await leaseOf(job))?.holder ?? null,
      ],
      { timeout: 60_000 },
    )
    .toEqual([count, null])

it('three processes at once do each job once a period, ten periods long', async () => {
  let at = 0
  let most = 0
  let did = 0
  const run = async () => {
    at += 1
    most = Math.max(most, at)
    await withJobWork('system', ({ tx }) => tx.$queryRaw`SELECT pg_sleep(0.02)::text`)
    at -= 1
    did += 1
    return 1
  }
  for (let i = 0; i < 3; i++) begin([aJob('reminders', run)])
  for (let period = 1; period <= 10; period++) {
    await ended('reminders', period)
    await makeDue()
  }
  await ended('reminders', 11)
  expect([did, most]).toEqual([11, 1])
  expect(await runsOf('reminders')).toEqual(
    Array.from({ length: 11 }, () => ({ state: 'ok', did: 1, code: null })),
  )
})

it('a quarter that freezes for long holds up no reminder', async () => {
  let thaw = (): void => undefined
  const freezing = aJob('freezing', () => new Promise((resolve) => (thaw = () => resolve(1))))
  begin([freezing, aJob('reminders', async () => 7)])
  await ended('reminders', 1)
  await makeDue()
  await ended('reminders', 2)
  expect(await runsOf('freezing')).toEqual([{ state: 'running', did: null, code: null }])
  thaw()
  await ended('freezing', 1)
})

it('the lease of a process that was killed ends, its run is lost, and another one does the job', async () => {
  // A process of its own takes the job and is killed in the middle of it.
  const program = `
    import { claimJob } from '@/lib/system/lease.data'
    await claimJob('mail', { instance: '${randomUUID()}', version: 'test', leaseSeconds: 2 })
    console.log('claimed')
    setInterval(() => undefined, 1000)`
  const [conditions = '', flag = '', tsx = ''] = typescript('')
  const child: ChildProcess = spawn(
    process.execPath,
    [conditions, flag, tsx, '--input-type=module', '-e', program],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  await new Promise<void>((resolve) => child.stdout?.once('data', () => resolve()))
  child.kill('SIGKILL')
  expect(await claimJob('mail', holder())).toBeNull()
  begin([aJob('mail', async () => 3)])
  await ended('mail', 2)
  expect(await runsOf('mail')).toEqual([
    { state: 'lost', did: null, code: null },
    { state: 'ok', did: 3, code: null },
  ])
})

it('a lease is held as long as the work takes, also longer than the lease', async () => {
  let end = (): void => undefined
  begin([aJob('proofs', () => new Promise((resolve) => (end = () => resolve(1))))], 1)
  await expect.poll(async () => (await runsOf('proofs')).length, { timeout: 20_000 }).toBe(1)
  const since = Date.now()
  while (Date.now() - since < 2_500) expect(await claimJob('proofs', holder(1))).toBeNull()
  end()
  await ended('proofs', 1)
})

it('what fails is tried again after one minute, then five, with a class of errors and no word of it', async () => {
  let isBroken = true
  const run = async () => {
    if (isBroken) throw Object.assign(new Error('Failing row contains (Amina Diallo)'), { code: '23514' })
    return 0
  }
  begin([aJob('imports', run)])
  await ended('imports', 1)
  expect((await leaseOf('imports'))?.wait).toBeLessThanOrEqual(60)
  await makeDue()
  await ended('imports', 2)
  await expect.poll(async () => (await leaseOf('imports'))?.failures).toBe(2)
  expect((await leaseOf('imports'))?.wait).toBeGreaterThan(240)
  expect(await runsOf('imports')).toEqual([
    { state: 'failed', did: null, code: '23514' },
    { state: 'failed', did: null, code: '23514' },
  ])
  isBroken = false
  await makeDue()
  await ended('imports', 3)
  await expect.poll(async () => (await leaseOf('imports'))?.failures).toBe(0)
})

it('what takes longer than its limit counts as failed at once, and is begun by no one before it ends', async () => {
  let end = (): void => undefined
  begin([aJob('duplicates', () => new Promise((resolve) => (end = () => resolve(1))), { limit: 0.1 })])
  await expect
    .poll(() => runsOf('duplicates'), { timeout: 60_000 })
    .toEqual([{ state: 'failed', did: null, code: 'limit' }])
  await makeDue()
  expect(await claimJob('duplicates', holder())).toBeNull()
  end()
  await expect.poll(async () => (await leaseOf('duplicates'))?.holder).toBeNull()
})

it('the history is ninety days long', async () => {
  await owner.query(
    `INSERT INTO job_run (job, instance_id, version, state, started_at, ended_at)
     SELECT 'mail', gen_random_uuid(), 'test', 'ok', app.now() - make_interval(days => age), app.now() FROM unnest(ARRAY[1, 89, 91, 400]) AS age`,
  )
  expect(await forgetOldRuns()).toBe(2)
  expect(await runsOf('mail')).toHaveLength(2)
})
