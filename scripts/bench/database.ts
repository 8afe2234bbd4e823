// The databases of the bench, one a size, kept between runs: a server of their own that waits for the disk, as in real use.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { type Draw, draws } from '../../prisma/seed/invented'
import { openCluster } from '../cluster.mjs'
import { type databaseUrls, prepareDatabase } from '../database.mjs'
import { withClient } from '../pg-client.mjs'
import { loadReference } from '../prepare.mjs'
import { addKey } from '../secrets.mjs'
import { openCopy } from './copy'
import { writeInvented } from './crowd'
import { type Codes, countFiles, visitDay, visitId, visitPlace, visitsOf, writeFile } from './files'
import { BENCH_SECRET, insertOrganisation, openSessions, TEAMS, teamId, workerId } from './organisation'
import { type Sinks, TABLES } from './tables'

const SEED = 20_261_124
export const folder = path.resolve('.data/bench')
export const keyFile = path.join(folder, 'key-encryption-keys')

/** Files of an office where own fields are measured (own.sql). */
const OFFICE = 5_000
type Own = { readonly files: number; readonly fields: number }

export type Filled = Awaited<ReturnType<typeof openFilled>>
export type Urls = Filled['urls']

const read = (file: string): string => readFileSync(file, 'utf8')

const MADE_BY = /^(files|crowd|organisation|people|persons|tables|copy)\.ts$|^(years|own)\.sql$/

/** Tables and generator of today; another content is another database. */
const fingerprint = (): string => {
  const hash = createHash('sha256')
  for (const folder of ['prisma/migrations', 'prisma/sql'])
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(sql|txt)$/.test(file)) hash.update(read(path.join(folder, file)))
  for (const file of readdirSync('scripts/bench').sort())
    if (MADE_BY.test(file)) hash.update(read(`scripts/bench/${file}`))
  return hash.digest('hex').slice(0, 8)
}

/** The environment of a server or a program that works on one of the databases. */
export const environment = (urls: ReturnType<typeof databaseUrls>, port = 1): Record<string, string> => ({
  NODE_ENV: 'production',
  DATABASE_URL: urls.app,
  AUTH_DATABASE_URL: urls.auth,
  JOB_DATABASE_URL: urls.job,
  STATS_DATABASE_URL: urls.stats,
  SHARE_DATABASE_URL: urls.share,
  KEY_FILE: keyFile,
  NEXTAUTH_SECRET: BENCH_SECRET,
  NEXTAUTH_URL: `http://localhost:${port}`,
  DEMO: 'off',
  NEXT_TELEMETRY_DISABLED: '1',
})

export const openBenchCluster = async () => {
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  if (!existsSync(keyFile)) addKey(keyFile)
  return openCluster({ data: folder })
}
export type Cluster = Awaited<ReturnType<typeof openBenchCluster>>

const strings = async (admin: pg.Client, sql: string): Promise<string[]> =>
  (await admin.query<{ is: string }>(sql)).rows.map(({ is }) => is)

const readCodes = async (admin: pg.Client): Promise<Codes> => ({
  centres: await strings(
    admin,
    "SELECT id AS is FROM place WHERE kind = 'closed_centre' AND valid_to IS NULL ORDER BY slug LIMIT 2",
  ),
  topics: await strings(
    admin,
    "SELECT code AS is FROM code_value WHERE list = 'encounter_topic' ORDER BY code",
  ),
  signals: await strings(
    admin,
    "SELECT code AS is FROM code_value WHERE list = 'concern_type' ORDER BY code",
  ),
})

const writeVisits = async (url: string, files: number, codes: Codes): Promise<void> => {
  const visit = await openCopy(url, 'visit', ['id', 'team_id', 'place_id', 'on_date', 'access', 'created_by'])
  const visitor = await openCopy(url, 'visit_visitor', ['visit_id', 'staff_id'])
  for (let team = 0; team < TEAMS; team++)
    for (let n = 0; n < visitsOf(team, files); n++) {
      const access = n % 40 === 0 ? 'refused' : 'granted'
      const [id, worker] = [visitId(team, n), workerId(team, n)]
      visit.row([id, teamId(team), visitPlace(n, codes), visitDay(n), access, worker])
      visitor.row([id, worker])
      await visit.drain()
      await visitor.drain()
    }
  await visit.end()
  await visitor.end()
}

/** How one database is made: `write` writes file number `index` of so many, and what hangs on it. */
type Files = {
  readonly files: number
  readonly seed: number
  readonly write: (index: number, files: number, codes: Codes, draw: Draw, sinks: Sinks) => unknown
}

const openOrganisation = (url: string, offices = TEAMS): Promise<Codes> =>
  withClient(url, async (admin) => {
    const found = await readCodes(admin)
    await insertOrganisation(admin, found.centres, offices)
    return found
  })

const fillFiles = async (url: string, { files, seed, write }: Files): Promise<void> => {
  const codes = await openOrganisation(url)
  await writeVisits(url, files, codes)
  const open = (table: keyof typeof TABLES) => openCopy(url, table, TABLES[table].split(' '))
  const copies = {
    case_file: await open('case_file'),
    person: await open('person'),
    person_name: await open('person_name'),
    age_claim: await open('age_claim'),
    nationality: await open('nationality'),
    case_person: await open('case_person'),
    case_member: await open('case_member'),
    place_stay: await open('place_stay'),
    encounter: await open('encounter'),
    encounter_item: await open('encounter_item'),
    signal: await open('signal'),
    note: await open('note'),
    consent: await open('consent'),
    wrapped_key: await open('wrapped_key'),
  } satisfies Sinks
  const draw = draws(seed)
  for (let file = 0; file < files; file++) {
    write(file, files, codes, draw, copies)
    for (const copy of Object.values(copies)) if (copy.isFull()) await copy.drain()
  }
  for (const copy of Object.values(copies)) await copy.end()
  await settle(url)
}

/** Ten years in which nothing is searched and no load is shown: reports read them, and nothing else. */
const fillYears = async (url: string): Promise<void> => {
  await openOrganisation(url, 20)
  await withClient(url, async (admin) => {
    await admin.query(read('scripts/bench/years.sql'))
    await admin.query('VACUUM (ANALYZE)')
    await admin.query('CHECKPOINT')
  })
}

/** Offices of five thousand files each, with so many own fields answered in every file. */
const fillOwn = async (url: string, { files, fields }: Own): Promise<void> => {
  await openOrganisation(url, files / OFFICE)
  await withClient(url, async (admin) => {
    await admin.query("SELECT set_config('bench.fields', $1, false)", [String(fields)])
    await admin.query(read('scripts/bench/own.sql'))
    await admin.query('VACUUM (ANALYZE)')
    await admin.query('CHECKPOINT')
  })
}

/** Ten million rows of words: their indexes are built once, when the rows are there. */
const fillNameWords = async (admin: pg.Client): Promise<void> => {
  const { rows } = await admin.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
      WHERE tablename = 'name_word' AND indexname NOT LIKE '%\\_pkey'`,
  )
  await admin.query("SET maintenance_work_mem = '512MB'")
  for (const { name } of rows) await admin.query(`DROP INDEX ${name}`)
  await admin.query('SELECT app.fill_name_words()')
  for (const { definition } of rows) await admin.query(definition)
}

/** What triggers keep for the rest of the organisation, counted once after the rows came without them. */
const settle = (url: string): Promise<void> =>
  withClient(url, async (admin) => {
    // The foreign keys of words that are made from the rows they point at.
    await admin.query("SET session_replication_role = 'replica'")
    await admin.query('SELECT app.count_tally()')
    await fillNameWords(admin)
    await admin.query('VACUUM (ANALYZE)')
    await admin.query('CHECKPOINT')
  })

/** The database of a kind and a size, made when it is not there. */
const openKind = async (cluster: Cluster, called: string, fill: (url: string) => Promise<void>) => {
  const name = `${called}_${fingerprint()}`
  const isThere = await withClient(cluster.superuser(), async (admin) => {
    const { rows } = await admin.query<{ datname: string }>('SELECT datname FROM pg_database')
    const old = rows.filter(({ datname }) => datname.startsWith(`${called}_`) && datname !== name)
    for (const { datname } of old) await admin.query(`DROP DATABASE ${datname} WITH (FORCE)`)
    return rows.some(({ datname }) => datname === name)
  })
  const draft = `draft_${called}`
  const since = performance.now()
  if (!isThere) {
    await withClient(cluster.superuser(), (admin) =>
      admin.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`),
    )
    const { urls } = await prepareDatabase({ cluster, name: draft })
    await loadReference(urls.migrate)
    // The keyring reads the environment, like everything of the application.
    Object.assign(process.env, environment(urls))
    await fill(urls.superuser)
    await withClient(cluster.superuser(), (admin) => admin.query(`ALTER DATABASE ${draft} RENAME TO ${name}`))
  }
  const { urls } = await prepareDatabase({ cluster, name })
  await withClient(urls.superuser, openSessions)
  return { name, urls, seconds: isThere ? null : (performance.now() - since) / 1000 }
}

/** An organisation with so many encounters, and everything that a file holds. */
export const openFilled = async (cluster: Cluster, encounters: number) => {
  const kind = { files: countFiles(encounters), seed: SEED, write: writeFile }
  return { encounters, ...(await openKind(cluster, `bench_${encounters}`, (url) => fillFiles(url, kind))) }
}

/** An organisation with so many people, and of each what a search reads. */
export const openCrowd = async (cluster: Cluster, people: number) => {
  const kind = { files: people, seed: SEED + 1, write: writeInvented }
  return { people, ...(await openKind(cluster, `crowd_${people}`, (url) => fillFiles(url, kind))) }
}

/** An organisation that asks so many things besides (own.sql). */
export const openOwn = (cluster: Cluster, own: Own) =>
  openKind(cluster, `own${own.fields}_${own.files}`, (url) => fillOwn(url, own))

/** An organisation with a million conversations in ten years, and all that reports count (years.sql). */
export const openYears = (cluster: Cluster) => openKind(cluster, 'years', fillYears)
