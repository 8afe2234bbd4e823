import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { expect } from 'vitest'
import { encryptText, type Frame, type TableEnd, writeArchive } from '../../scripts/archive.mjs'
import { inPublic, listColumns, listTables, sortByReference } from '../../scripts/backup-tables.mjs'
import type { Cluster } from '../../scripts/cluster.mjs'
import { createDatabase, findMissing, migrateDatabase, type Urls } from '../../scripts/database.mjs'
import { status } from '../../scripts/database-status.mjs'
import { applyMigrations, listMigrations, ourProject } from '../../scripts/migrations.mjs'
import { withClient } from '../../scripts/pg-client.mjs'

export const history = listMigrations(ourProject.history)

/** The last migration of the version 16c1e1d, of one about half-way before it, and of the history. */
export const states = {
  halfWay: '20261125191930_two_hands',
  of16c1e1d: '20261126230000_trail_by_event',
  last: history.at(-1)?.name ?? '',
} as const

/** Brings a new database to a state of the history, as the version of that day left it. */
export const createOld = async (cluster: Cluster, name: string, last: string): Promise<Urls> => {
  const urls = await createDatabase({ cluster, name })
  await withClient(urls.migrate, async (client) => {
    await applyMigrations(
      client,
      history.filter((one) => one.name <= last),
    )
    const { rows } = await client.query("SELECT to_regproc('app.watch_rows') IS NOT NULL AS watches")
    if (rows[0].watches) await client.query('CALL app.watch_rows()')
    await client.query('GRANT SELECT ON public._prisma_migrations TO accompany_app, accompany_backup')
  })
  return urls
}

export type Written = {
  readonly organisation: string
  readonly person: string
  readonly file: string
  readonly note: string
}

/** A file with a person and a note, in columns that every state has; triggers are off, as when rows are restored. */
export const writeRows = async (urls: Urls): Promise<Written> => {
  const [organisation, team, worker, person, file, note] = Array.from({ length: 6 }, () => randomUUID())
  await withClient(urls.superuser, async (client) => {
    await client.query('SET session_replication_role = replica')
    const add = (table: string, row: Record<string, unknown>) =>
      client.query(
        `INSERT INTO public.${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
          .map((_, at) => `$${at + 1}`)
          .join(', ')})`,
        Object.values(row),
      )
    await add('organisation', { id: organisation, name: 'Invented help', kind: 'real' })
    await add('team', { id: team, organisation_id: organisation, name: 'Brussels' })
    await add('staff', {
      id: worker,
      organisation_id: organisation,
      role: 'caseworker',
      name: 'Invented worker',
    })
    await add('person', { id: person, code: 'P-1', created_by: worker })
    const scope = { team_id: team, secrecy: 'restricted' }
    await add('case_file', {
      id: file,
      code: 'F-1',
      kind: 'asylum',
      worker_id: worker,
      opened_on: '2026-11-20',
      created_by: worker,
      ...scope,
    })
    await add('case_person', { case_id: file, person_id: person, ...scope })
    const body = Buffer.from('sealed text')
    await add('note', {
      id: note,
      case_id: file,
      kind: 'note',
      happened_on: '2026-11-21',
      body_cipher: body,
      author_id: worker,
      ...scope,
    })
  })
  return { organisation: organisation ?? '', person: person ?? '', file: file ?? '', note: note ?? '' }
}

/** What is in the database of what was written, with the copies that decide who reads it. */
export const readRows = (url: string): Promise<unknown> =>
  withClient(url, async (client) => {
    const { rows } = await client.query(
      `SELECT o.id AS organisation, p.id AS person, f.id AS file, n.id AS note
         FROM public.organisation o CROSS JOIN public.person p JOIN public.case_person cp ON cp.person_id = p.id
         JOIN public.case_file f ON f.id = cp.case_id AND f.secrecy = 'restricted' JOIN public.note n ON n.case_id = f.id
        WHERE n.secrecy = 'restricted' AND n.body_cipher = 'sealed text'`,
    )
    return rows
  })

async function* frames(client: pg.Client): AsyncGenerator<Frame> {
  const tables = await sortByReference(client, await listTables(client))
  const { rows: migrations } = await client.query(
    'SELECT migration_name AS name, checksum FROM public._prisma_migrations ORDER BY migration_name',
  )
  const { rows: sequences } = await client.query(
    "SELECT sequencename AS name, last_value::text AS value FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL",
  )
  const { rows: versions } = await client.query('SHOW server_version')
  const server = String(versions[0].server_version)
  yield {
    kind: 'header',
    value: {
      format: 1,
      madeAt: new Date().toISOString(),
      server,
      migrations,
      sequences: Object.fromEntries(sequences.map(({ name, value }) => [name, value])),
    },
  }
  const ends: TableEnd[] = []
  for (const name of tables) {
    const columns = await listColumns(client, name)
    yield { kind: 'table', value: { name, columns } }
    const hash = createHash('sha256')
    const copy = client.query(
      copyTo(`COPY (SELECT ${columns.map((one) => `"${one}"`).join(', ')} FROM ${inPublic(name)}) TO STDOUT`),
    )
    for await (const chunk of copy) {
      hash.update(chunk)
      yield { kind: 'data', value: chunk }
    }
    const end = { name, rows: Number(copy.rowCount), sha256: hash.digest('hex') }
    ends.push(end)
    yield { kind: 'end', value: end }
  }
  yield { kind: 'manifest', value: { tables: ends } }
}

/** An archive as the version of that state wrote it. @returns file, and the identity that opens its key */
export const archiveOld = async (
  urls: Urls,
  folder: string,
): Promise<{ file: string; identityFile: string }> => {
  const own = await generateX25519Identity()
  const keeper = await generateX25519Identity()
  fs.mkdirSync(path.join(folder, 'keys'), { recursive: true })
  const file = path.join(folder, 'accompany-old.backup')
  await withClient(urls.superuser, (client) => writeArchive(file, frames(client), own))
  const key = await encryptText(own, [await identityToRecipient(keeper)])
  fs.writeFileSync(path.join(folder, 'keys', 'accompany-old.key'), Buffer.from(key).toString('base64'))
  const identityFile = path.join(folder, 'identity')
  fs.writeFileSync(identityFile, keeper)
  return { file, identityFile }
}

/** The database is what this version makes, and it remembers its history: so many migrations. */
export const expectCurrent = async ({ superuser, migrate, app }: Urls, before: number) => {
  expect(await status(migrate)).toMatchObject({ ok: true, differences: [] })
  expect(await findMissing(app)).toEqual([])
  const { rows } = await withClient(superuser, (client) =>
    client.query('SELECT count(*)::int AS n FROM app.migration_before WHERE finished_at IS NOT NULL'),
  )
  expect(rows).toEqual([{ n: before }])
  expect(await migrateDatabase(migrate)).toEqual({ migrations: [], parts: [] })
}
