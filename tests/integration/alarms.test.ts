import { randomUUID } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import SystemRoute from '@/app/(signed-in)/settings/system/page'
import { disconnect } from '@/lib/db/client'
import { metrics } from '@/lib/runtime/metrics'
import { readFacts } from '@/lib/system/facts.data'
import { ALARMS, type AlarmName } from '@/lib/system/facts.rules'
import { JOBS } from '@/lib/system/job.rules'
import { countAt } from '@/lib/system/state.rules'
import { askPages, openAlarmWatch } from '../../scripts/alarm-watch'
import { leaveSystemMark } from '../../scripts/system-mark.mjs'
import { makeCheckpoints } from '../support/audit-log'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { openPage } from '../support/handlers'
import { urls } from '../support/own-database'
import { openSuperuser } from '../support/superuser'

let organisation: GivenOrganisation
let owner: Awaited<ReturnType<typeof openSuperuser>>
let isRefusing = false
const mails: string[] = []
const catcher = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onRcptTo: (_, __, done) => done(isRefusing ? new Error('no') : null),
  onData: (stream, _, done) => {
    let text = ''
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
    })
    stream.on('end', () => {
      mails.push(text)
      done()
    })
  },
})
const portOf = (address: string | AddressInfo | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0

beforeAll(async () => {
  await new Promise<void>((resolve) => catcher.listen(0, '127.0.0.1', resolve))
  owner = await openSuperuser()
  organisation = await givenCaseOrganisation()
  await makeCheckpoints(owner)
})
afterAll(async () => {
  await new Promise<void>((resolve) => catcher.close(resolve))
  await owner.end()
  await organisation.close()
  await disconnect()
})

/** An installation of which everything is as it should be. */
beforeEach(async () => {
  isRefusing = false
  mails.length = 0
  await owner.query(
    'DELETE FROM alarm; DELETE FROM instance; DELETE FROM system_mark; DELETE FROM job_run; DELETE FROM job_lease',
  )
  for (const kind of ['pages', 'jobs'])
    await owner.query('SELECT app.tell_instance($1, $2, $3, 60, false, false)', [randomUUID(), kind, '0.1.0'])
  for (const kind of ['backup', 'verify'] as const) await leaveSystemMark(urls.backup, kind, true, 10)
  await owner.query(
    `INSERT INTO job_run (job, instance_id, version, state, ended_at) SELECT j, gen_random_uuid(), '0.1.0', 'ok', app.now() FROM unnest($1::text[]) AS j`,
    [[...JOBS.codes]],
  )
})

const watch = (
  answer: { isReady: boolean; days: number | null } = { isReady: true, days: 60 },
  now = Date.now,
) =>
  openAlarmWatch({
    address: 'https://dossiers.example.org',
    mail: {
      server: { url: `smtp://127.0.0.1:${portOf(catcher.server.address())}`, from: 'accompany@example.org' },
      to: ['alerts@example.org'],
    },
    ask: async () => answer,
    now,
  })

/** What happens to an installation so that each alarm goes off. */
const HAPPENINGS: Readonly<Record<Exclude<AlarmName, 'certificate' | 'checkpointLag'>, string>> = {
  notReady:
    "INSERT INTO system_mark (kind, at, ok, failing_since) VALUES ('ready', app.now(), false, app.now() - interval '3 minutes') ON CONFLICT (kind) DO UPDATE SET ok = false, failing_since = EXCLUDED.failing_since",
  backup: "UPDATE system_mark SET succeeded_at = app.now() - interval '27 hours' WHERE kind = 'backup'",
  verify: "SELECT app.set_system_mark('verify', false, 3)",
  disk: 'UPDATE instance SET disk_free = 14',
  slow: "UPDATE instance SET slow_since = app.now() - interval '11 minutes'",
  waits: "UPDATE instance SET waits_since = app.now() - interval '2 minutes'",
  job: "UPDATE job_run SET state = 'failed' WHERE job = 'mail'; INSERT INTO job_run (job, instance_id, version, state, ended_at) SELECT 'mail', gen_random_uuid(), '0.1.0', 'failed', app.now() FROM generate_series(1, 2)",
}

it('none goes off while all is well', async () => {
  expect(await watch().look()).toEqual([])
  expect(mails).toEqual([])
  expect(await organisation.ada.work(readFacts).then((facts) => countAt(facts, 'now'))).toBe(0)
})

const goesOff = async (alarm: AlarmName, look: ReturnType<typeof watch>['look']): Promise<void> => {
  expect(await look()).toEqual([alarm])
  expect(mails).toHaveLength(1)
  const [mail = ''] = mails
  expect(mail).toContain('To: alerts@example.org')
  expect(mail).toContain('https://dossiers.example.org/settings/system')
  // Still on: no one is told again.
  await look()
  expect(mails).toHaveLength(1)
  const { values } = await metrics().alarms.get()
  expect(values.filter(({ value }) => value === 1).map(({ labels }) => labels.alarm)).toEqual([alarm])
}

it.each(Object.entries(HAPPENINGS))('%s goes off by mail, once', async (name, happening) => {
  await owner.query(happening)
  const alarm = ALARMS.find((one) => one === name)
  if (alarm === undefined) throw new Error(name)
  await goesOff(alarm, watch({ isReady: alarm !== 'notReady', days: 60 }).look)
})

it('certificate goes off by mail, once', async () => {
  await goesOff('certificate', watch({ isReady: true, days: 13 }).look)
})

it('checkpointLag goes off by mail, once', async () => {
  await owner.query('BEGIN; SET LOCAL session_replication_role = replica')
  await owner.query(
    `INSERT INTO audit_event (at, txid, event, detail) VALUES (app.now() - interval '21 minutes', (SELECT COALESCE(max(end_txid), 0) + 1 FROM audit_seal), 'test', '{}')`,
  )
  await owner.query('COMMIT')
  try {
    await goesOff('checkpointLag', watch().look)
  } finally {
    await owner.query(
      "SET session_replication_role = replica; DELETE FROM audit_event WHERE event = 'test'; RESET session_replication_role",
    )
  }
})

it('two processes mail it once between them, again after an hour, and after a mail that did not go out', async () => {
  await owner.query(HAPPENINGS.disk)
  await Promise.all([watch().look(), watch().look()])
  expect(mails).toHaveLength(1)
  await owner.query("UPDATE alarm SET mailed_at = app.now() - interval '61 minutes'")
  await watch().look()
  expect(mails).toHaveLength(2)
  await owner.query("UPDATE alarm SET mailed_at = app.now() - interval '61 minutes'")
  isRefusing = true
  const other = watch()
  await other.look()
  expect(mails).toHaveLength(2)
  isRefusing = false
  await other.look()
  expect(mails).toHaveLength(3)
})

it('that the pages do not answer is mailed without the database, after two minutes, once an hour', async () => {
  let clock = 0
  const { look } = watch({ isReady: false, days: null }, () => clock)
  await owner.query('ALTER TABLE system_mark RENAME TO elsewhere')
  try {
    expect(await look()).toEqual([])
    clock = 119_000
    expect(await look()).toEqual([])
    clock = 120_000
    expect(await look()).toEqual(['notReady'])
    clock = 3_700_000
    await look()
    expect(mails).toHaveLength(1)
    clock = 3_721_000
    await look()
    expect(mails).toHaveLength(2)
  } finally {
    await owner.query('ALTER TABLE elsewhere RENAME TO system_mark')
  }
})

it('asks the pages at their address whether they are ready', async () => {
  let status = 200
  const pages = http.createServer((_, response) => response.writeHead(status).end())
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${portOf(pages.address())}`
  expect(await askPages(address)).toEqual({ isReady: true, days: null })
  status = 503
  expect(await askPages(address)).toEqual({ isReady: false, days: null })
  await new Promise((resolve) => pages.close(resolve))
  expect(await askPages(address)).toEqual({ isReady: false, days: null })
})

it('the page is for admins, and what is behind it is read by no other account', async () => {
  expect((await openPage(organisation.ada.token, SystemRoute)).outcome).toBe('shown')
  for (const other of [organisation.casey, organisation.coral, organisation.gus]) {
    expect((await openPage(other.token, SystemRoute)).outcome).toBe('notFound')
    expect(
      await other.work(
        ({ tx }) =>
          tx.$queryRaw`SELECT (SELECT count(*) FROM job_run)::int + (SELECT count(*) FROM job_lease)::int
                            + (SELECT count(*) FROM instance)::int + (SELECT count(*) FROM system_mark)::int AS n`,
      ),
    ).toEqual([{ n: 0 }])
  }
})
