import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { expect, it } from 'vitest'
import { disconnect } from '@/lib/db/client'
import { env } from '@/lib/runtime/env'
import { openCluster } from '../../scripts/cluster.mjs'
import { prepareDatabase } from '../../scripts/database.mjs'
import { addNote } from '../support/given/action'
import { openGiven } from '../support/given/given'
import { act } from '../support/handlers'

const KILLS = 20
const WRITERS = 4

/** A cluster of its own, with fsync on, that may be killed. */
const openThrowAway = async () => {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'accompany-kill-'))
  fs.chmodSync(data, 0o711)
  const cluster = await openCluster({ data })
  const { urls } = await prepareDatabase({ cluster })
  return { data, cluster, urls }
}

const postmasterOf = (folder: string): number =>
  Number(fs.readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')[0])

const query = async (url: string, sql: string, values: unknown[] = []) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}

it('20 kills of PostgreSQL during saves: nothing acknowledged is lost, nothing is written twice', async () => {
  const { data, cluster, urls } = await openThrowAway()
  // The handlers of this file work on the throw-away server: its addresses are read before the first connection.
  Object.assign(env(), {
    DATABASE_URL: urls.app,
    AUTH_DATABASE_URL: urls.auth,
    JOB_DATABASE_URL: urls.job,
    STATS_DATABASE_URL: urls.stats,
    SHARE_DATABASE_URL: urls.share,
  })
  try {
    expect(
      await query(
        urls.superuser,
        "SELECT current_setting('fsync') AS f, current_setting('synchronous_commit') AS s",
      ),
    ).toEqual([{ f: 'on', s: 'on' }])
    const given = openGiven()
    const organisationId = given.organisation()
    const teamId = given.team(organisationId)
    const workers = Array.from({ length: WRITERS }, () => {
      const id = given.staff(organisationId, 'caseworker', { teams: [teamId] })
      return { caseId: given.file({ teamId, workerId: id }).id, token: given.tokenFor(id) }
    })
    const owner = new pg.Client({ connectionString: urls.superuser })
    await owner.connect()
    await given.save(owner)
    await owner.end()

    const acknowledged = new Set<string>()
    let retries = 0
    for (let kill = 0; kill < KILLS; kill++) {
      let isKilled = false
      const unanswered: { worker: (typeof workers)[number]; requestId: string; kind: string }[] = []
      const writing = workers.map(async (worker) => {
        while (!isKilled) {
          const kind = randomUUID()
          const requestId = randomUUID()
          const answer = await act(worker.token, addNote, { caseId: worker.caseId, kind }, requestId).catch(
            () => null,
          )
          if (answer?.ok) acknowledged.add(kind)
          else unanswered.push({ worker, requestId, kind })
        }
      })
      // Killed in the middle of saving: after a drawn number of acknowledged saves, not after a time.
      const before = acknowledged.size
      const wanted = before + 3 + Math.floor(Math.random() * 40)
      while (acknowledged.size < wanted) await new Promise((resolve) => setImmediate(resolve))
      process.kill(postmasterOf(cluster.folder), 'SIGKILL')
      isKilled = true
      await Promise.all(writing)
      await disconnect()
      const back = await openCluster({ data })
      expect(back.port).toBe(cluster.port)
      for (const { worker, requestId, kind } of unanswered) {
        retries += 1
        const answer = await act(worker.token, addNote, { caseId: worker.caseId, kind }, requestId)
        expect(answer.ok).toBe(true)
        acknowledged.add(kind)
      }
    }
    const rows = await query(urls.superuser, 'SELECT kind, count(*)::int AS n FROM note GROUP BY kind')
    const written = new Map(rows.map((row) => [String(row.kind), Number(row.n)]))
    const lost = [...acknowledged].filter((kind) => !written.has(kind))
    const twice = [...written].filter(([, n]) => n > 1)
    const traces = await query(
      urls.superuser,
      "SELECT count(*)::int AS n FROM audit_event WHERE event = 'note.written'",
    )
    console.log(
      `kills: ${KILLS}, acknowledged saves: ${acknowledged.size}, sent again: ${retries}, lost: ${lost.length}, twice: ${twice.length}`,
    )
    expect(lost).toEqual([])
    expect(twice).toEqual([])
    expect(written.size).toBe(acknowledged.size)
    expect(traces[0]?.n).toBe(acknowledged.size)
  } finally {
    await disconnect()
    await cluster.release()
    fs.rmSync(data, { recursive: true, force: true })
    if (path.dirname(cluster.folder) !== data) fs.rmSync(cluster.folder, { recursive: true, force: true })
  }
})
