import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { verifyAuditLog } from '../../scripts/audit-log/verify'
import { backupDatabase, destroyOldKeys } from '../../scripts/backup.mjs'
import { runNode } from '../../scripts/child.mjs'
import { type Cluster, openCluster } from '../../scripts/cluster.mjs'
import { createDatabase, type Urls } from '../../scripts/database.mjs'
import { lookAtArchive, restoreDatabase } from '../../scripts/restore.mjs'
import { cloneDatabase } from '../../scripts/test-cluster.mjs'
import { makeCheckpoints, takeStock } from '../support/audit-log'
import { openGiven } from '../support/given/given'
import { urls } from '../support/own-database'
import { isSweep } from '../support/sweep'

const day = 24 * 60 * 60 * 1000
const own = new URL(urls.superuser).pathname.slice(1)
let cluster: Cluster
let identityFile: string
let recipient: string
let folders: string
let personId: string
let counter = 0

const nextName = () => `${own}_${++counter}`
const newFolder = () => fs.mkdtempSync(path.join(folders, 'backup-'))

async function ask(
  url: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql, [...values])).rows
  } finally {
    await client.end()
  }
}

/** An empty database as `npm run restore` prepares it. */
const emptyTarget = (): Promise<Urls> => createDatabase({ cluster, name: nextName() })

/** A migrated database without people, that a test may damage. */
async function ownSource(): Promise<(url: string) => string> {
  const name = nextName()
  await cloneDatabase(urls.superuser, inject('template').name, name)
  return (url) => Object.assign(new URL(url), { pathname: `/${name}` }).href
}

const backup = (folder: string, options: { url?: string; now?: Date; acceptFewer?: boolean } = {}) =>
  backupDatabase({ url: urls.backup, folder, recipients: [recipient], ...options })

const restore = (url: string, file: string, other: { identityFile?: string; keyFile?: string } = {}) =>
  restoreDatabase({ url, file, identityFile, ...other })

/** One hash for each table over all its rows, read past every policy. */
async function fingerprints(url: string): Promise<Map<string, unknown>> {
  const tables = await ask(
    url,
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  )
  const names = tables
    .map(({ name }) => String(name))
    .filter((name) => name !== '_prisma_migrations' && name !== 'session')
  const one = (name: string) =>
    `SELECT '${name}' AS name, count(*)::int AS rows, md5(string_agg(t::text, E'\\n' ORDER BY t::text)) AS hash FROM public."${name}" t`
  const rows = await ask(url, names.map(one).join(' UNION ALL '))
  return new Map(rows.map(({ name, rows, hash }) => [String(name), { rows, hash }]))
}

let shared: Promise<{ folder: string; file: string; rows: number }> | undefined
/** A folder of its own with an archive of the organisation, which no test changes: made once. */
async function copyOfArchive() {
  shared ??= (async () => {
    const folder = newFolder()
    const { file, rows } = await backup(folder)
    return { folder, file, rows }
  })()
  const made = await shared
  const folder = newFolder()
  fs.cpSync(made.folder, folder, { recursive: true })
  return { folder, file: path.join(folder, made.file), rows: made.rows }
}

beforeAll(async () => {
  cluster = await openCluster({ test: true })
  folders = fs.mkdtempSync(path.join(os.tmpdir(), 'accompany-backups-'))
  identityFile = path.join(folders, 'identity')
  const identity = await generateX25519Identity()
  recipient = await identityToRecipient(identity)
  fs.writeFileSync(identityFile, identity)

  const given = openGiven()
  const organisation = given.organisation()
  const team = given.team(organisation)
  const worker = given.staff(organisation, 'caseworker', { teams: [team] })
  given.session(worker)
  const file = given.file({ teamId: team, workerId: worker })
  personId = given.person({ caseIds: [file.id], createdBy: worker, name: 'Kanarie Verzonnen' })
  given.note({ caseId: file.id, authorId: worker, text: 'Kanarie in een notitie' })
  const placeId = given.place()
  const visitId = given.visit({ teamId: team, placeId, createdBy: worker })
  given.encounter({ visitId, caseId: file.id, personId, placeId, authorId: worker })
  given.auditLog({ actorId: worker, event: 'case.opened', caseId: file.id })
  const owner = new pg.Client({ connectionString: urls.superuser })
  await owner.connect()
  // The audit log is signed by a trigger that wants someone signed in; here history is written as it would stand.
  await owner.query('ALTER TABLE audit_event DISABLE TRIGGER USER')
  await given.save(owner)
  await owner.query('ALTER TABLE audit_event ENABLE TRIGGER USER')
  await takeStock(owner)
  await makeCheckpoints(owner)
  await owner.end()
})

afterAll(async () => {
  fs.rmSync(folders, { recursive: true, force: true })
  await cluster.release()
})

describe('a backup', () => {
  it('comes back whole on an empty machine, with every guard, and everyone signed out', async () => {
    const made = await copyOfArchive()
    const target = await emptyTarget()
    const done = await restore(target.migrate, made.file)
    expect(done.rows).toBe(made.rows)
    expect(await fingerprints(target.superuser)).toEqual(await fingerprints(urls.superuser))
    expect(await ask(target.superuser, 'SELECT count(*)::int AS n FROM session')).toEqual([{ n: 0 }])
    const guards = `SELECT relname, relrowsecurity, relforcerowsecurity,
      (SELECT array_agg(tgname::text || tgenabled::text ORDER BY tgname) FROM pg_trigger WHERE tgrelid = c.oid AND NOT tgisinternal) AS triggers
      FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname`
    expect(await ask(target.superuser, guards)).toEqual(await ask(urls.superuser, guards))
    expect(await ask(target.app, 'SELECT count(*)::int AS n FROM person')).toEqual([{ n: 0 }])
  })

  it('shows nothing of what it holds', async () => {
    const folder = newFolder()
    const made = await backup(folder)
    for (const name of [made.file, made.file.replace('.backup', '.json'), 'erasures.json'])
      expect(fs.readFileSync(path.join(folder, name)).includes('Kanarie')).toBe(false)
    expect(fs.statSync(path.join(folder, made.file)).mode & 0o077).toBe(0)
  })

  it.each(['app', 'auth', 'job', 'stats', 'share', 'migrate'] as const)(
    'made as %s, which does not see every row, fails',
    async (role) => {
      const folder = newFolder()
      await expect(backup(folder, { url: urls[role] })).rejects.toThrow(
        'sees only the rows that policies show it',
      )
      expect(fs.readdirSync(folder)).toEqual(['keys'])
    },
  )

  it('of a database that lacks a table fails', async () => {
    const at = await ownSource()
    await ask(at(urls.superuser), 'DROP TABLE public.signal')
    const folder = newFolder()
    await expect(backup(folder, { url: at(urls.backup) })).rejects.toThrow('The database lacks signal')
    expect(fs.readdirSync(folder)).toEqual(['keys'])
  })

  it('of a database with a table it may not read fails', async () => {
    const at = await ownSource()
    await ask(at(urls.superuser), 'REVOKE SELECT ON public.person_name FROM accompany_backup')
    await expect(backup(newFolder(), { url: at(urls.backup) })).rejects.toThrow('may not read person_name')
  })

  it('that holds much less than the last one fails until someone says that it is right', async () => {
    const folder = newFolder()
    const at = await ownSource()
    const filled = await backup(folder, { now: new Date('2026-05-01T10:00:00Z') })
    expect(filled.rows).toBeGreaterThan(0)
    const emptied = ['country_fact', 'statement', 'code_value', 'law', 'actor', 'place']
    await ask(
      at(urls.superuser),
      `SET session_replication_role = replica; ${emptied.map((table) => `DELETE FROM ${table}`).join('; ')}`,
    )
    const now = new Date('2026-05-02T10:00:00Z')
    await expect(backup(folder, { url: at(urls.backup), now })).rejects.toThrow('--accept-fewer')
    await expect(backup(folder, { url: at(urls.backup), now, acceptFewer: true })).resolves.toMatchObject({
      madeAt: now.toISOString(),
    })
  })

  it('destroys the key of an archive that is older than thirty days', async () => {
    const folder = newFolder()
    const now = new Date('2026-05-01T10:00:00Z')
    const old = await backup(folder, { now })
    await backup(folder, { now: new Date(now.getTime() + 29 * day) })
    expect(fs.readdirSync(path.join(folder, 'keys'))).toHaveLength(2)
    const copy = path.join(folder, 'copy.backup')
    fs.copyFileSync(path.join(folder, old.file), copy)
    await backup(folder, { now: new Date(now.getTime() + 31 * day) })
    expect(fs.existsSync(path.join(folder, old.file))).toBe(false)
    const target = await emptyTarget()
    await expect(restore(target.migrate, copy)).rejects.toThrow('nothing opens the archive any more')
  })
})

it('archives that are older than thirty days are closed for good also where no new one is made', async () => {
  const folder = newFolder()
  const now = new Date('2026-05-01T10:00:00Z')
  await backup(folder, { now })
  expect(destroyOldKeys(folder, new Date(now.getTime() + 29 * day))).toBe(0)
  expect(destroyOldKeys(folder, new Date(now.getTime() + 31 * day))).toBe(1)
  expect(fs.readdirSync(folder).sort()).toEqual(['erasures.json', 'keys'])
  expect(fs.readdirSync(path.join(folder, 'keys'))).toEqual([])
})

describe('a restore', () => {
  it.each(isSweep ? [0, 0.1, 0.5, 0.9, 0.999] : [0.5, 0.999])(
    'of an archive cut at %d of its length fails before the database is touched',
    async (part) => {
      const { file } = await copyOfArchive()
      fs.truncateSync(file, Math.floor(fs.statSync(file).size * part))
      const target = await emptyTarget()
      await expect(restore(target.migrate, file)).rejects.toThrow('cut short or changed')
      // Without the sum beside it, the archive itself must show it.
      fs.rmSync(file.replace('.backup', '.json'))
      await expect(restore(target.migrate, file)).rejects.toThrow(/cut short or damaged|not whole/)
      expect(
        await ask(target.superuser, "SELECT count(*)::int AS n FROM pg_tables WHERE schemaname = 'public'"),
      ).toEqual([{ n: 0 }])
    },
  )

  it('with the identity of someone else fails', async () => {
    const { folder, file } = await copyOfArchive()
    const other = path.join(folder, 'other-identity')
    fs.writeFileSync(other, await generateX25519Identity())
    const target = await emptyTarget()
    await expect(restore(target.migrate, file, { identityFile: other })).rejects.toThrow(
      'does not open the key',
    )
  })

  it('with the key of another archive fails', async () => {
    const folder = newFolder()
    const first = await backup(folder, { now: new Date('2026-05-01T10:00:00Z') })
    const second = await backup(folder, { now: new Date('2026-05-02T10:00:00Z') })
    const keyFile = path.join(folder, 'keys', second.file.replace('.backup', '.key'))
    const target = await emptyTarget()
    await expect(restore(target.migrate, path.join(folder, first.file), { keyFile })).rejects.toThrow(
      'not its key',
    )
  })

  it('into a database that holds something fails and changes nothing', async () => {
    const { file } = await copyOfArchive()
    const before = await fingerprints(urls.superuser)
    await expect(restore(urls.migrate, file)).rejects.toThrow('not empty')
    expect(await fingerprints(urls.superuser)).toEqual(before)
  })

  it('erases again who was erased after the archive was made', async () => {
    const { folder, file } = await copyOfArchive()
    fs.writeFileSync(path.join(folder, 'erasures.json'), JSON.stringify([{ kind: 'person', id: personId }]))
    const target = await emptyTarget()
    expect((await restore(target.migrate, file)).erased).toBe(1)
    const left = await ask(
      target.superuser,
      `SELECT (SELECT count(*)::int FROM wrapped_key WHERE holder_id = $1) AS keys, (SELECT count(*)::int FROM person_name WHERE person_id = $1) AS names,
        (SELECT count(*)::int FROM person_identifier WHERE person_id = $1) AS numbers, (SELECT count(*)::int FROM erasure WHERE holder_id = $1) AS erased,
        (SELECT count(*)::int FROM encounter WHERE person_id = $1) AS met`,
      [personId],
    )
    expect(left).toEqual([{ keys: 0, names: 0, numbers: 0, erased: 1, met: 1 }])
  })
})

it('what is restored is as it was left, goes on being covered, and erasing again leaves no alarm', async () => {
  const { folder, file } = await copyOfArchive()
  fs.writeFileSync(path.join(folder, 'erasures.json'), JSON.stringify([{ kind: 'person', id: personId }]))
  const target = await emptyTarget()
  await restore(target.migrate, file)
  const seen = await verifyAuditLog(target.backup)
  expect(seen.found).toEqual([])
  expect(seen.head).toBe((await verifyAuditLog(urls.backup)).head)
  // Numbers of transactions may begin anew on another server; what happens there stands behind what is covered.
  const [told] = await ask(
    target.superuser,
    `SELECT (SELECT max(txid) FROM row_mark WHERE digest IS NULL) >= (SELECT max(end_txid) FROM audit_seal) AS behind`,
  )
  expect(told).toEqual({ behind: true })
  await ask(target.superuser, "SET session_replication_role = replica; UPDATE note SET kind = 'call'")
  expect((await verifyAuditLog(target.backup)).found).toEqual([
    expect.stringContaining('of note is not what'),
  ])
})

describe('npm run restore', () => {
  const command = async (
    target: Urls,
    file: string,
    more: readonly string[] = [],
    backupUrl = target.backup,
  ) =>
    runNode(['scripts/restore.mjs', file, '--identity', identityFile, ...more], {
      env: { MIGRATE_DATABASE_URL: target.migrate, BACKUP_DATABASE_URL: backupUrl },
    })
  /** An archive of the organisation, or of a copy of it that was changed behind its back. */
  const archived = async (behind = '') => {
    const { file } = await copyOfArchive()
    if (behind === '') return { file }
    const target = await emptyTarget()
    await restore(target.migrate, file)
    await ask(target.superuser, `SET session_replication_role = replica; ${behind}`)
    const other = newFolder()
    return { file: path.join(other, (await backup(other, { url: target.backup })).file) }
  }
  const head = async () => String((await verifyAuditLog(urls.backup)).head)

  it('says by itself that all is as it was left', async () => {
    const { file } = await archived()
    const done = await command(await emptyTarget(), file, ['--head', await head()])
    expect(done.output).toContain('tables restored and counted')
    expect(done.output).toMatch(
      /All is as it was left\. Checkpoints: [1-9]\d*, tables: \d+, .*against checkpoint \d+ kept elsewhere/,
    )
    expect(done.code).toBe(0)
  })

  // What it finds is found without the command above, and its failure is that of the next test.
  it.runIf(isSweep)(
    'names what was changed behind the back of the organisation before the archive was made, and fails',
    async () => {
      const { file } = await archived("UPDATE note SET kind = 'call'")
      const done = await command(await emptyTarget(), file)
      expect(done.output).toContain('tables restored and counted')
      expect(done.output).toContain('of note is not what')
      expect(done.output).toContain('Nothing was undone')
      expect(done.code).toBe(1)
    },
  )

  it('without the key file stops before the rows, says which key is wanted, and goes on when it is there', async () => {
    const { file } = await archived()
    const target = await emptyTarget()
    const other = path.join(newFolder(), 'keys')
    const run = (...more: readonly string[]) =>
      runNode(['scripts/restore.mjs', file, '--identity', identityFile, ...more], {
        env: { MIGRATE_DATABASE_URL: target.migrate, BACKUP_DATABASE_URL: target.backup, KEY_FILE: other },
      })
    const missing = await run()
    expect(missing.code).toBe(1)
    expect(missing.output).toContain(`The key file ${other} is missing; it must hold test`)
    fs.writeFileSync(other, 'younger:AAAA\n')
    expect((await run()).output).toContain(`The key file ${other} lacks test`)
    const tables = "SELECT count(*)::int AS n FROM pg_tables WHERE schemaname = 'public'"
    expect(await ask(target.superuser, tables)).toEqual([{ n: 0 }])
    const without = await run('--without-keys')
    expect(without.output).toContain('tables restored and counted')
    expect(without.output).toContain('without test encrypted text stays closed')
  })

  it('finds against a line kept elsewhere that the end of the checkpoints was cut off', async () => {
    const { file } = await archived('DELETE FROM audit_seal')
    const done = await command(await emptyTarget(), file, ['--head', await head()])
    expect(done.output).toContain('the end was cut off')
    expect(done.code).toBe(1)
  })

  it('restores nothing on a server of one’s own before it was told how to read it', async () => {
    const { file } = await archived()
    const target = await emptyTarget()
    const done = await command(target, file, [], '')
    expect(done.output).toContain('BACKUP_DATABASE_URL')
    expect(done.code).toBe(1)
    expect(
      await ask(target.superuser, "SELECT count(*)::int AS n FROM pg_tables WHERE schemaname = 'public'"),
    ).toEqual([{ n: 0 }])
  })
})

it('refuses a wrong archive, identity or key file before it knows of any database', async () => {
  const { folder, file } = await copyOfArchive()
  const other = path.join(folder, 'other')
  const look = (changes: { file?: string; identityFile?: string; neededKeys?: string }) =>
    lookAtArchive({ file, identityFile, ...changes })
  await expect(look({ identityFile: other })).rejects.toThrow(`There is no file ${other}`)
  fs.writeFileSync(other, await generateX25519Identity())
  await expect(look({ identityFile: other })).rejects.toThrow('does not open')
  await expect(look({ file: `${file}x` })).rejects.toThrow('There is no archive')
  await expect(look({ neededKeys: path.join(folder, 'none') })).rejects.toThrow('nothing was changed')
  expect((await look({})).header.format).toBe(1)
})

it('on a server whose transactions are numbered lower, what happens comes behind what was covered', async () => {
  const folder = newFolder()
  const at = await ownSource()
  const url = at(urls.superuser)
  await ask(
    url,
    "SET session_replication_role = replica; INSERT INTO audit_event (id, actor_kind, txid, event) VALUES (gen_random_uuid(), 'auth', 7000000000, 'session.refused')",
  )
  const made = await backup(folder, { url: at(urls.backup) })
  const target = await emptyTarget()
  await restore(target.migrate, path.join(folder, made.file))
  await ask(target.auth, "INSERT INTO audit_event (event, detail) VALUES ('session.refused', '{}')")
  expect(await ask(target.superuser, 'SELECT max(txid) > 7000000000 AS behind FROM audit_event')).toEqual([
    { behind: true },
  ])
})
