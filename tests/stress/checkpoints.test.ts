import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { disconnect } from '@/lib/db/client'
import { verifyAuditLog, verifyWith } from '../../scripts/audit-log/verify'
import { runCheckpointJob } from '../../scripts/checkpoint-job'
import { givenCheckpoints } from '../support/given/checkpoints'
import { urls } from '../support/own-database'
import { listTamperings } from '../support/tamperings'

let given: Awaited<ReturnType<typeof givenCheckpoints>>
beforeAll(async () => {
  given = await givenCheckpoints()
})
afterAll(async () => {
  await given.close()
  await disconnect()
})

it('each of hundreds of tamperings is found, one at a time from a clean state', async () => {
  const { owner } = given
  const heads = await given.readHeads()
  const missed: unknown[] = []
  let tried = 0
  for (const shift of [0, 1, 2, 3, 4])
    for (const [what, sql, said, triggers] of listTamperings({ ...given, shift })) {
      await owner.query('BEGIN')
      if (triggers !== 'on') await owner.query('SET LOCAL session_replication_role = replica')
      await owner.query(sql)
      const { found } = await verifyWith(owner, heads)
      await owner.query('ROLLBACK')
      tried++
      if (!found.some((sentence) => said.test(sentence))) missed.push({ what, shift, found })
    }
  expect(missed).toEqual([])
  expect(tried).toBeGreaterThanOrEqual(300)
})

it('a thousand clean looks, while colleagues write and two jobs make checkpoints, raise no alarm', async () => {
  let runs = 0
  const until = async (run: () => Promise<unknown>, rest = 0): Promise<void> => {
    while (runs < 1000) {
      await run()
      await pause(rest)
    }
  }
  const verify = async (): Promise<void> => {
    expect((await verifyAuditLog(urls.backup)).found).toEqual([])
    runs++
  }
  const checkpoint = () => until(runCheckpointJob, 2000)
  await Promise.all([until(given.comment, 2000), checkpoint(), checkpoint(), until(verify)])
})
