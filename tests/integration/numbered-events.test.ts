import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import FileRoute from '@/app/(signed-in)/cases/[code]/page'
import { type Head, readHeads } from '@/lib/crypto/checkpoint-head'
import { disconnect } from '@/lib/db/client'
import { withJobWork } from '@/lib/db/work'
import { checkHeads } from '../../scripts/audit-log/heads'
import { verifyAuditLog } from '../../scripts/audit-log/verify'
import { runCheckpointJob } from '../../scripts/checkpoint-job'
import { makeCheckpoints, takeStock } from '../support/audit-log'
import { givenFullFile } from '../support/given/full-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { openPage } from '../support/handlers'
import { urls } from '../support/own-database'
import { openSuperuser } from '../support/superuser'

let organisation: GivenOrganisation
let owner: pg.Client
let file: { caseId: string; code: string }
beforeAll(async () => {
  owner = await openSuperuser()
  organisation = await givenCaseOrganisation()
  file = await givenFullFile(organisation)
  await takeStock(owner)
  await makeCheckpoints(owner)
})
afterAll(async () => {
  await organisation.close()
  await owner.end()
  await disconnect()
})

const view = async (): Promise<void> => {
  const page = await openPage(organisation.casey.token, FileRoute, {
    params: { code: file.code },
    search: { file: file.caseId },
  })
  expect(page.outcome).toBe('shown')
}
const found = async (heads: Parameters<typeof verifyAuditLog>[1] = []) =>
  (await verifyAuditLog(urls.backup, heads)).found
const line = async () => String((await verifyAuditLog(urls.backup)).head)
/** The last events, oldest first. */
const lastEvents = async (count: number): Promise<{ id: string; number: string }[]> =>
  (
    await owner.query(
      `SELECT id, counter || '/' || number AS number FROM audit_event ORDER BY txid DESC, counter, number DESC LIMIT ${count}`,
    )
  ).rows.reverse()
/** With the power of the database, past every trigger; `undo` puts back what was there. */
const directly = async (sql: string): Promise<void> => {
  await owner.query(`SET session_replication_role = replica; ${sql}; SET session_replication_role = origin`)
}
const keep = () =>
  directly(`DROP TABLE IF EXISTS kept_event, kept_seal, kept_counter;
    CREATE TEMP TABLE kept_event AS TABLE audit_event; CREATE TEMP TABLE kept_seal AS TABLE audit_seal;
    CREATE TEMP TABLE kept_counter AS TABLE audit_counter`)
const putBack = () =>
  directly(`DELETE FROM audit_event; INSERT INTO audit_event SELECT * FROM kept_event;
    DELETE FROM audit_seal; INSERT INTO audit_seal SELECT * FROM kept_seal;
    DELETE FROM audit_counter; INSERT INTO audit_counter SELECT * FROM kept_counter`)
const DAY = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d:\d\d`

describe('events deleted before a checkpoint', () => {
  it('three page views are missed, with their numbers and between which moments', async () => {
    for (let n = 0; n < 5; n++) await view()
    expect(await found()).toEqual([])
    await keep()
    const [, first, second, third] = await lastEvents(5)
    const gone = [first, second, third]
    await directly(`DELETE FROM audit_event WHERE id IN (${gone.map((one) => `'${one?.id}'`).join()})`)
    expect(await found()).toEqual([
      expect.stringMatching(
        new RegExp(
          `^3 events are gone, numbers ${first?.number} to ${third?.number}: they were written between ${DAY} and ${DAY}\\.$`,
        ),
      ),
    ])
    // The next checkpoint does not make it well again.
    await makeCheckpoints(owner)
    expect(await found()).toEqual([expect.stringContaining('3 events are gone')])
    await putBack()
    expect(await found()).toEqual([])
  })

  it('the very last ones too, which nothing follows', async () => {
    for (let n = 0; n < 3; n++) await view()
    await keep()
    const gone = await lastEvents(3)
    await directly(`DELETE FROM audit_event WHERE id IN (${gone.map(({ id }) => `'${id}'`).join()})`)
    expect(await found()).toEqual([
      expect.stringMatching(
        new RegExp(`numbers ${gone[0]?.number} to ${gone[2]?.number}: they were written after ${DAY}`),
      ),
    ])
    await putBack()
  })

  it.each([
    ['a counter put back', 'UPDATE audit_counter SET last = last - 1', /has given \d+ numbers and event/],
    ['a counter deleted', 'DELETE FROM audit_counter', /has given 0 numbers/],
    [
      'an event put in without a number',
      `INSERT INTO audit_event (id, at, actor_kind, txid, event) SELECT gen_random_uuid(), now(), 'staff', max(txid), 'case.opened' FROM audit_event`,
      /has no number: it was put in directly/,
    ],
    [
      'an event put in under the number of another',
      `INSERT INTO audit_event (id, at, actor_kind, txid, event, counter, number) SELECT gen_random_uuid(), at, 'staff', txid, 'case.listed', counter, number FROM audit_event ORDER BY txid DESC LIMIT 1`,
      /is borne by 2 events/,
    ],
    [
      'another number',
      `UPDATE audit_event SET number = number + 1000 WHERE id = (SELECT id FROM audit_event ORDER BY txid DESC LIMIT 1)`,
      /Event \d+\/\d+ is gone/,
    ],
  ])('%s is named', async (_what, sql, said) => {
    await view()
    await keep()
    await directly(sql)
    expect(await found()).toEqual(expect.arrayContaining([expect.stringMatching(said)]))
    await putBack()
    expect(await found()).toEqual([])
  })
})

describe('events deleted or changed after a checkpoint, and all checkpoints made anew by the product’s own job', () => {
  const makeAnewFrom = async (number: bigint): Promise<void> => {
    await directly(`DELETE FROM audit_seal WHERE number >= ${number}`)
    await makeCheckpoints(owner)
  }
  /** A checkpoint over five page views, between two others; the lines that were kept elsewhere. */
  const given = async () => {
    const lines: string[] = []
    for (let n = 0; n < 3; n++) {
      for (let views = 0; views < 5; views++) await view()
      await makeCheckpoints(owner)
      lines.push(await line())
    }
    const heads = readHeads(lines.join('\n'))
    expect(heads.length).toBe(3)
    await keep()
    const events = await lastEvents(10)
    return { heads, events, from: heads[1]?.number ?? 0n }
  }

  it('with the kept lines the window and the deleted numbers are named', async () => {
    const { heads, events, from } = await given()
    expect(await found(heads)).toEqual([])
    const gone = events.slice(1, 4)
    await directly(`DELETE FROM audit_event WHERE id IN (${gone.map(({ id }) => `'${id}'`).join()})`)
    await makeAnewFrom(from)
    const said = await found(heads)
    const at = (n: number) => heads[n]?.at.toISOString().slice(0, 19).replace('T', ' ')
    expect(said).toContainEqual(
      `Between ${at(0)} and ${at(1)}, which checkpoint ${from} covered, 5 events were covered: 3 of them are gone or were changed, 2 are there now.`,
    )
    expect(said).toContainEqual(
      expect.stringMatching(
        new RegExp(
          `^3 events are gone, numbers ${gone[0]?.number} to ${gone[2]?.number}: they were written between`,
        ),
      ),
    )
    expect(said.filter((one) => one.startsWith('Between'))).toHaveLength(1)
    await putBack()
  })

  it('a changed event is named, with the window, where all checkpoints were made anew', async () => {
    const { heads, events, from } = await given()
    const changed = events[2]
    await directly(`UPDATE audit_event SET actor_id = gen_random_uuid() WHERE id = '${changed?.id}'`)
    await makeAnewFrom(1n)
    // By what is here alone no one can tell.
    expect(await found()).toEqual([])
    const said = await found(heads)
    expect(said).toContainEqual(
      expect.stringMatching(
        new RegExp(
          `^The event case\\.opened of ${DAY} \\(number ${changed?.number}, ${changed?.id}\\) is not what checkpoint ${from} covered: changed or put in since\\.$`,
        ),
      ),
    )
    expect(said).toContainEqual(
      expect.stringContaining(`which checkpoint ${from} covered, 5 events were covered: 1 of them`),
    )
    await putBack()
  })

  it('a line of an earlier version, or a single one, names the window', async () => {
    const { heads, events } = await given()
    await directly(`DELETE FROM audit_event WHERE id = '${events[2]?.id}'`)
    await makeAnewFrom(1n)
    const [first, , last] = heads
    const old = heads.map((head) => ({ ...head, covers: null }))
    const say = (at: Date | undefined) => at?.toISOString().slice(0, 19).replace('T', ' ')
    expect(await found(old)).toContainEqual(
      `Something was changed between the first event and ${say(last?.at)}.`,
    )
    expect(await found(heads.slice(2))).toContainEqual(
      `Something was changed between the first event and ${say(last?.at)}.`,
    )
    await putBack()
    await directly(`DELETE FROM audit_event WHERE id = '${events[2]?.id}'`)
    await makeAnewFrom(heads[1]?.number ?? 0n)
    expect(await found(old)).toContainEqual(
      `Something was changed between ${say(first?.at)} and ${say(last?.at)}.`,
    )
    await putBack()
  })

  it('a line that was damaged is refused, and one that a mail program broke is read', async () => {
    const one = await line()
    const damaged: readonly [string, string][] = [
      ['another count', one.replace(/events=\d+/, 'events=99')],
      ['a word with a wrong letter', one.replace('txids=', 'txjds=')],
      ['the word that broke', one.replace(' txids=', '\ntxjds=')],
      ['a hash too short', one.replace(/(marks=\d+:.{10})./, '$1')],
      ['no previous', one.replace(/ previous=\S*/, '')],
      ['no first bytes of events', one.replace(/ checks=\S*/, '')],
      ['fewer first bytes of events', one.replace(/ checks=.{8}/, ' checks=')],
      ['another word at the end', `${one} more`],
      ['cut off within its chain', one.slice(0, 60)],
      ['cut off within what it covers', one.slice(0, one.indexOf('events=') + 12)],
      ['without its chain', one.replace(/[0-9a-f]{64} /, '')],
      ['no time', one.replace(/20\d\d-\S+/, 'Monday')],
      ['without its beginning', one.slice(20)],
    ]
    for (const [what, line] of damaged) {
      expect(() => readHeads(line), what).toThrow('1 line was damaged after the copy was made (line 1)')
      expect(() => readHeads(`Kept:\n${one}\n${line}\n${one}\n`), what).toThrow('1 line was damaged')
      expect(() => readHeads(`Kept:\n${one}\n${line}\n${one}\n`), what).toThrow('(line 3)')
      expect(() => readHeads(`${line}\n${one}\n${line}\n`), what).toThrow('2 lines were damaged')
      expect(() => readHeads(`${line}\n${one}\n${line}\n`), what).toThrow(
        `(lines 1, ${line.split('\n').length + 2})`,
      )
    }
    expect(readHeads(`Kept:\r\n${one}\r\n\r\nRegards\r\n`)).toEqual(readHeads(one))
    expect(readHeads(one.slice(0, one.indexOf(' txids=')))).toEqual([{ ...readHeads(one)[0], covers: null }])
    expect(readHeads(one.replaceAll(' ', '\n'))).toEqual(readHeads(one))
  })
})

it('a hundred thousand kept lines a year are gone through once, not once for each', async () => {
  const length = 300
  let reads = 0
  const heads = Array.from({ length }, (_, n): Head => {
    const [number, hash] = [BigInt(n + 1), '0'.repeat(64)]
    const covers = {
      ...{ number, checkpointMs: 1000n, first: 0n, end: 0n, events: 1n, marks: 0n, checks: null },
      ...{ eventHash: hash, markHash: hash, previous: hash },
    }
    return {
      get number() {
        reads += 1
        return number
      },
      chain: hash,
      at: new Date(n * 1000),
      covers,
    }
  })
  const said = (await checkHeads(owner, new Map(), heads)).map(({ sentence }) => sentence)
  expect(said).toContainEqual(
    expect.stringMatching(
      /^Between 1970-01-01 00:04:58 and .*, which checkpoint 300 covered, 1 events were covered/,
    ),
  )
  expect(reads).toBeLessThan(20 * length)
})

describe('no alarm', () => {
  const asAuth = async <T>(run: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: urls.auth })
    await client.connect()
    try {
      return await run(client)
    } finally {
      await client.end()
    }
  }
  const ADD = `INSERT INTO audit_event (event, detail) VALUES ('session.refused', '{}')`

  it('for transactions and parts of them that were undone', async () => {
    await asAuth(async (client) => {
      for (let n = 0; n < 10; n++) {
        await client.query('BEGIN')
        await client.query(ADD)
        if (n % 2 === 0) await client.query(`SAVEPOINT one; ${ADD}; ROLLBACK TO one; ${ADD}`)
        await client.query(n % 3 === 0 ? 'COMMIT' : 'ROLLBACK')
      }
    })
    expect(await found()).toEqual([])
  })

  it('for many that write at once, undo, and hold several files; no one waits for a number', async () => {
    const before = Number((await owner.query('SELECT count(*)::int AS n FROM audit_event')).rows[0].n)
    // One transaction is left open the whole time, with a number of its own.
    await asAuth(async (slow) => {
      await slow.query(`BEGIN; ${ADD}`)
      await Promise.all(
        Array.from({ length: 8 }, (_, writer) =>
          asAuth(async (client) => {
            await client.query(`SET lock_timeout = '2s'`)
            for (let n = 0; n < 25; n++) {
              await client.query(`BEGIN; ${ADD}; ${ADD}`)
              await client.query((n + writer) % 5 === 0 ? 'ROLLBACK' : 'COMMIT')
            }
          }),
        ),
      )
      await slow.query('COMMIT')
    })
    expect(await found()).toEqual([])
    const after = Number((await owner.query('SELECT count(*)::int AS n FROM audit_event')).rows[0].n)
    expect(after - before).toBe(8 * 20 * 2 + 1)
  })

  it('for jobs, which see one moment and write after others have', async () => {
    const built = { event: 'deadline.reminded', count: 1 } as const
    const job = (before?: () => Promise<void>) =>
      withJobWork('reminders', async (work) => {
        await before?.()
        await work.audit(built)
        await work.audit(built)
      })
    await job()
    await job(view)
    // The counter moves between the moment that the outer one sees and what it writes.
    await job(() => job())
    await Promise.all([job(), job(), job()])
    expect(await found()).toEqual([])
    const { rows } = await owner.query(
      `SELECT count(*)::int AS n FROM audit_event e JOIN audit_counter c ON c.id = e.counter AND c.of_snapshots WHERE e.event = 'deadline.reminded'`,
    )
    expect(rows).toEqual([{ n: 14 }])
  })

  it('for what was written before events were numbered, in a database that was upgraded', async () => {
    await keep()
    await directly(
      `UPDATE audit_event SET counter = NULL, number = NULL; DELETE FROM audit_counter; DELETE FROM audit_seal`,
    )
    await runCheckpointJob()
    expect((await verifyAuditLog(urls.backup)).numberedSince).toBeNull()
    await view()
    const seen = await verifyAuditLog(urls.backup)
    expect(seen.found).toEqual([])
    expect(seen.numberedSince).toMatch(/^\d{4}-\d\d-\d\d$/)
    await directly(`DELETE FROM audit_event; DELETE FROM audit_counter`)
    await putBack()
  })
})

describe('a role of the application', () => {
  it('cannot take a number without an event, choose one, or touch a counter', async () => {
    for (const url of [urls.app, urls.auth, urls.job]) {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      try {
        for (const sql of [
          'SELECT app.number_event()',
          'UPDATE audit_counter SET last = last + 1',
          'SELECT * FROM audit_counter',
          `INSERT INTO audit_event (event, counter, number) VALUES ('session.refused', 1, 1)`,
        ])
          await expect(client.query(sql)).rejects.toThrow(/permission denied|trigger functions/)
      } finally {
        await client.end()
      }
    }
  })
})
