import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runNode } from '../../scripts/child.mjs'
import { type Cluster, openCluster } from '../../scripts/cluster.mjs'
import { createDatabase, migrateDatabase, prepareDatabase, type Urls } from '../../scripts/database.mjs'
import { status } from '../../scripts/database-status.mjs'
import { applyMigrations, listMigrations, ourProject } from '../../scripts/migrations.mjs'
import { withClient } from '../../scripts/pg-client.mjs'
import { prepareForeign } from '../../scripts/prepare.mjs'
import { compareWithSchema } from '../../scripts/prisma-engine.mjs'
import { restoreDatabase } from '../../scripts/restore.mjs'
import { readSettings } from '../../scripts/settings.mjs'
import { cloneDatabase } from '../../scripts/test-cluster.mjs'
import { archiveOld, createOld, states } from '../support/history'
import { urls } from '../support/own-database'
import { toRecordKey } from '../support/record-key'
import { isSweep } from '../support/sweep'

// Runs on the built-in PostgreSQL with everything else, and with TEST_POSTGRES=15, 16, 17 on the others (npm run test:postgres).

const corrected = '20261126150000_record_key_inline'
/** The last migration of the version whose text of `corrected` ran on PostgreSQL 18 only. */
const lastOfBefore = '20261126230000_trail_by_event'
const before = fs.readFileSync('tests/support/record-key-inline-before.sql', 'utf8')
const own = new URL(urls.superuser).pathname.slice(1)
const isOlder = (process.env.TEST_POSTGRES ?? '') !== ''
let cluster: Cluster
let major: number
let folders: string
let counter = 0

const nextName = () => `${own}_v${++counter}`

const ask = async (url: string, sql: string): Promise<Record<string, unknown>[]> =>
  withClient(url, async (client) => (await client.query(sql)).rows)

const history = listMigrations(ourProject.history)

/** What is recorded of the corrected migration: after the adoption among the migrations before it. */
const recorded = async (url: string) => {
  const [row] = await ask(url, "SELECT to_regclass('app.migration_before') IS NOT NULL AS adopted")
  return ask(
    url,
    `SELECT checksum, finished_at IS NOT NULL AS finished, rolled_back_at IS NOT NULL AS given_up
       FROM ${row?.adopted ? 'app.migration_before' : 'public._prisma_migrations'} WHERE migration_name = '${corrected}' ORDER BY started_at`,
  )
}

/** Brings a database to a version of its day, with another text for the corrected migration. */
const migrateOld = (url: string, sql: string) =>
  withClient(url, (client) =>
    applyMigrations(
      client,
      history
        .filter(({ name }) => name <= lastOfBefore)
        .map((one) => (one.name === corrected ? { name: corrected, sql, checksum: checksum(sql) } : one)),
    ),
  )

/** What the version before recorded when it began a migration and did not come to its end. */
const recordStopped = (url: string, sql: string) =>
  ask(
    url,
    `INSERT INTO public._prisma_migrations (id, checksum, migration_name, started_at)
     VALUES ('stopped', '${checksum(sql)}', '${corrected}', now())`,
  )

const checksum = (sql: string) => createHash('sha256').update(sql).digest('hex')

/** The numbers that app.record_key gives, and those that Node gives. */
const numbers = async (url: string) => {
  const key = Buffer.alloc(32, 7)
  const pad = (byte: number) =>
    Buffer.from(Buffer.concat([key, Buffer.alloc(32)]).map((part) => part ^ byte)).toString('hex')
  const rows = await ask(
    url,
    `SELECT n::text AS word, app.record_key('\\x${pad(0x36)}', '\\x${pad(0x5c)}', n::text) AS number FROM generate_series(1, 200) n`,
  )
  return {
    given: rows.map(({ number }) => number),
    expected: rows.map(({ word }) => toRecordKey(key, String(word))),
  }
}

const expectWhole = async (url: string, migrate: string) => {
  expect(await status(migrate)).toEqual({
    ok: true,
    missing: [],
    parts: [],
    unknown: [],
    failed: [],
    edited: [],
    differences: [],
  })
  expect(await compareWithSchema(migrate)).toBe('')
  const { given, expected } = await numbers(url)
  expect(given).toEqual(expected)
}

beforeAll(async () => {
  cluster = await openCluster({ test: true })
  folders = fs.mkdtempSync(path.join(os.tmpdir(), 'accompany-versions-'))
  major = Number((await ask(urls.superuser, 'SHOW server_version_num'))[0]?.server_version_num) / 10_000
})

afterAll(async () => {
  fs.rmSync(folders, { recursive: true, force: true })
  await cluster.release()
})

it('runs on the PostgreSQL that was asked for', () => {
  expect(String(Math.floor(major))).toBe(process.env.TEST_POSTGRES || '18')
})

describe('an empty database', () => {
  it('gets every migration, and equals the schema', async () => {
    const { urls: made, applied } = await prepareDatabase({ cluster, name: nextName() })
    expect(applied.migrations).toEqual(listMigrations().map(({ name }) => name))
    await expectWhole(made.superuser, made.migrate)
  })
})

describe('a database of the version before the correction', () => {
  it('is the text whose checksum is accepted', () => {
    const accepted = JSON.parse(fs.readFileSync(path.join(ourProject.history, 'accepted.json'), 'utf8'))
    expect(accepted[corrected]).toEqual([checksum(before)])
  })

  it('upgrades: whole from 18, half-way from the others', async () => {
    const { superuser, migrate } = await createDatabase({ cluster, name: nextName() })
    if (major >= 18) await migrateOld(migrate, before)
    else {
      await expect(migrateOld(migrate, before)).rejects.toThrow('cannot cast type bytea to integer')
      await recordStopped(superuser, before)
      const seen = await status(migrate)
      expect(seen).toMatchObject({ ok: false, failed: [corrected] })
      expect(seen.missing).toContain(lastOfBefore)
    }
    const { migrations } = await migrateDatabase(migrate)
    expect(migrations.includes(corrected)).toBe(major < 18)
    await expectWhole(superuser, migrate)
    expect(await migrateDatabase(migrate)).toEqual({ migrations: [], parts: [] })
  })

  // On an older PostgreSQL each run sees one that stopped half-way.
  it.runIf(isSweep || isOlder)('that stopped half-way for another reason upgrades too', async () => {
    const { superuser, migrate } = await createDatabase({ cluster, name: nextName() })
    const broken = `${before}\nSELECT 1 / 0;\n`
    await expect(migrateOld(migrate, broken)).rejects.toThrow()
    await recordStopped(superuser, broken)
    await migrateDatabase(migrate)
    expect(await recorded(superuser)).toEqual([
      { checksum: checksum(broken), finished: false, given_up: true },
      {
        checksum: history.find(({ name }) => name === corrected)?.checksum,
        finished: true,
        given_up: false,
      },
    ])
    await expectWhole(superuser, migrate)
  })
})

let oldest: Promise<Urls> | undefined
/** A database of the last version before the baseline, in whose history the corrected migration bears another checksum. */
const oldWith = async (sum: string): Promise<Urls> => {
  const name = nextName()
  // Made once, and copied for each.
  oldest ??= createOld(cluster, nextName(), states.last)
  await cloneDatabase(cluster.superuser(), new URL((await oldest).superuser).pathname.slice(1), name)
  const old = await createDatabase({ cluster, name })
  await ask(
    old.superuser,
    `UPDATE public._prisma_migrations SET checksum = '${sum}' WHERE migration_name = '${corrected}'`,
  )
  return old
}

describe('an accepted checksum', () => {
  it('counts for status, upgrade and the restore of an archive; any other one does not', async () => {
    const archive = (old: Urls) => archiveOld(old, fs.mkdtempSync(path.join(folders, 'backup-')))
    const old = await oldWith(checksum(before))
    expect(await status(old.migrate)).toMatchObject({ edited: [] })
    const target: Urls = await createDatabase({ cluster, name: nextName() })
    await restoreDatabase({ url: target.migrate, ...(await archive(old)) })
    await expectWhole(target.superuser, target.migrate)
    await migrateDatabase(old.migrate)
    await expectWhole(old.superuser, old.migrate)

    const other = await oldWith(checksum(`${before} `))
    expect(await status(other.migrate)).toMatchObject({ ok: false, edited: [corrected] })
    await expect(migrateDatabase(other.migrate)).rejects.toThrow(corrected)
    const empty = await createDatabase({ cluster, name: nextName() })
    await expect(restoreDatabase({ url: empty.migrate, ...(await archive(other)) })).rejects.toThrow(
      corrected,
    )
  })
})

describe('a database that knows only the letters of English', () => {
  const withOptions = async (options: string): Promise<Urls> => {
    const name = nextName()
    await ask(
      cluster.superuser(),
      `CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE template0 ${options}`,
    )
    return createDatabase({ cluster, name })
  }

  it('is refused by migrate, status and start, with the command that makes a right one', async () => {
    const wrong = await withOptions("ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE 'C'")
    const sentence = 'does not know the letters outside English'
    await expect(migrateDatabase(wrong.migrate)).rejects.toThrow(sentence)
    const tables = "SELECT count(*)::int AS n FROM pg_tables WHERE schemaname = 'public'"
    expect(await ask(wrong.superuser, tables)).toEqual([{ n: 0 }])

    const env = {
      DATABASE_URL: wrong.app,
      AUTH_DATABASE_URL: wrong.auth,
      JOB_DATABASE_URL: wrong.job,
      STATS_DATABASE_URL: wrong.stats,
      SHARE_DATABASE_URL: wrong.share,
    }
    const settings = readSettings({ NODE_ENV: 'test', ...env })
    await expect(prepareForeign(settings, env)).rejects.toThrow(sentence)

    const shown = await runNode(['scripts/db.mjs', 'status'], {
      env: { MIGRATE_DATABASE_URL: wrong.migrate },
    })
    expect(shown.code).toBe(1)
    expect(shown.output).toContain(sentence)
    const command = /CREATE DATABASE .*;/.exec(shown.output)?.[0] ?? ''
    const name = /"([^"]+)"/.exec(command)?.[1] ?? ''
    await ask(cluster.superuser(), command)
    const right = await createDatabase({ cluster, name })
    await migrateDatabase(right.migrate)
    await expectWhole(right.superuser, right.migrate)
  })

  it('is refused also when it stores text otherwise than as UTF-8', async () => {
    const latin = await withOptions("ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C'")
    await expect(migrateDatabase(latin.migrate)).rejects.toThrow('stores text as LATIN1')
  })
})
