import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { disconnect } from '@/lib/db/client'
import { verifyAuditLog, verifyWith } from '../../scripts/audit-log/verify'
import { runCheckpointJob } from '../../scripts/checkpoint-job'
import { makeCheckpoints } from '../support/audit-log'
import { givenCheckpoints } from '../support/given/checkpoints'
import { urls } from '../support/own-database'
import { isSweep } from '../support/sweep'
import { listTamperings } from '../support/tamperings'

let given: Awaited<ReturnType<typeof givenCheckpoints>>
beforeAll(async () => {
  given = await givenCheckpoints()
})
afterAll(async () => {
  await given.close()
  await disconnect()
})

it('finds nothing where nothing was touched', async () => {
  const clean = await verifyAuditLog(urls.backup)
  expect(clean.found).toEqual([])
  expect(clean.checkpoints).toBeGreaterThanOrEqual(4)
  expect(clean.tables).toBeGreaterThan(60)
})

it('finds nothing, again and again, while colleagues write and two jobs make checkpoints at once, and misses or doubles no event', async () => {
  let runs = 0
  const until = async (run: () => Promise<unknown>, rest = 0): Promise<void> => {
    while (runs < 25) {
      await run()
      await pause(rest)
    }
  }
  const verify = async (): Promise<void> => {
    expect((await verifyAuditLog(urls.backup)).found).toEqual([])
    runs++
  }
  const write = () => until(given.comment, 300)
  const checkpoint = () => until(runCheckpointJob, 400)
  await Promise.all([write(), write(), checkpoint(), checkpoint(), until(verify)])
  await makeCheckpoints(given.owner)
  expect((await verifyAuditLog(urls.backup)).found).toEqual([])
  const { rows } = await given.owner.query(
    `SELECT (SELECT count(*)::int FROM audit_event) - (SELECT sum(events)::int FROM audit_seal) AS events,
            (SELECT count(*)::int FROM row_mark) - (SELECT sum(marks)::int FROM audit_seal) AS marks`,
  )
  expect(rows).toEqual([{ events: 0, marks: 0 }])
})

it('finds each thing that someone with the power of the database may do, one at a time', async () => {
  const heads = await given.readHeads()
  const all = listTamperings(given)
  expect(all.length).toBeGreaterThanOrEqual(70)
  const missed: unknown[] = []
  // A third of them, from every part of the list; all in a sweep.
  for (const [what, sql, said, triggers] of all.filter((_, at) => isSweep || at % 3 === 0)) {
    await given.owner.query('BEGIN')
    if (triggers !== 'on') await given.owner.query('SET LOCAL session_replication_role = replica')
    await given.owner.query(sql)
    const { found } = await verifyWith(given.owner, heads)
    await given.owner.query('ROLLBACK')
    if (!found.some((sentence) => said.test(sentence))) missed.push({ what, found })
  }
  expect(missed).toEqual([])
  expect((await verifyAuditLog(urls.backup, heads)).found).toEqual([])
})

it('knows that the end was cut off only by the head that was kept elsewhere', async () => {
  const heads = await given.readHeads()
  await given.owner.query('BEGIN')
  await given.owner.query('SET LOCAL session_replication_role = replica')
  await given.owner.query('DELETE FROM audit_seal WHERE number = (SELECT max(number) FROM audit_seal)')
  expect((await verifyWith(given.owner)).found).toEqual([])
  expect((await verifyWith(given.owner, heads)).found).toEqual([
    expect.stringContaining('the end was cut off'),
    expect.stringMatching(
      /^What these checkpoints covered, from .* to .*, is as they said: only the checkpoints were changed\.$/,
    ),
  ])
  await given.owner.query('ROLLBACK')
})
