// Prisma Migrate without a downloaded engine: the same schema engine as WASM, from npm. Its table _prisma_migrations is
// the official one, so Prisma's own command line can take over at any time.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { MigrationAdapter } from './migration-adapter.mjs'
import { withClient } from './pg-client.mjs'
import { Refusal } from './refusal.mjs'

/** @typedef {{ schema: string, migrations: string }} Project folders with *.prisma files and with migrations */
/** @typedef {{ ok: boolean, missing: string[], unknown: string[], failed: string[], edited: string[], drift: string | null }} Status */

const root = fileURLToPath(new URL('..', import.meta.url))
/** @type {Project} */
export const ourProject = {
  schema: path.join(root, 'prisma/schema'),
  migrations: path.join(root, 'prisma/migrations'),
}
const filters = { externalTables: [], externalEnums: [] }
let loaded = false
/** The module keeps its state in globals: a second instance in one process would corrupt the first. */
function load() {
  if (loaded) return
  loaded = true
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const code = new WebAssembly.Module(fs.readFileSync(script.replace(/\.js$/, '.wasm')))
  /** @type {any} */
  const glue = bindings
  // The engine leaves its ten-second lock timer behind, which would keep the process alive that long.
  const patient = Object.keys(glue).filter((name) => name.startsWith('__wbg_setTimeout_'))
  const unref = (/** @type {(...args: unknown[]) => unknown} */ run, /** @type {number} */ ms) =>
    setTimeout(run, ms).unref()
  const imports = { ...glue, ...Object.fromEntries(patient.map((name) => [name, unref])) }
  const instance = new WebAssembly.Instance(code, { './schema_engine_bg.js': imports })
  glue.__wbg_set_wasm(instance.exports)
  /** @type {any} */
  const start = instance.exports.__wbindgen_start
  start()
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (/** @type {string} */ text) => console.error(text) },
  })
}

/** @param {Project} project @returns {{ path: string, content: string }[]} */
function readSchema(project) {
  return fs
    .readdirSync(project.schema)
    .filter((file) => file.endsWith('.prisma'))
    .sort()
    .map((file) => ({
      path: path.join(project.schema, file),
      content: fs.readFileSync(path.join(project.schema, file), 'utf8'),
    }))
}

/** Migrations on the disk, in order, with the checksum Prisma records. @param {Project} [project] */
export function listMigrations(project = ourProject) {
  if (!fs.existsSync(project.migrations)) return []
  return fs
    .readdirSync(project.migrations, { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isDirectory() && fs.existsSync(path.join(project.migrations, entry.name, 'migration.sql')),
    )
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(path.join(project.migrations, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * Checksums under which a migration may stand in a database beside the one of its file: it was corrected where it stands,
 * because on some servers it did not run (docs/adr/0105).
 * @type {Record<string, string[]>}
 */
const accepted = JSON.parse(fs.readFileSync(path.join(ourProject.migrations, 'accepted.json'), 'utf8'))

/** @param {{ name: string, checksum: string }} applied @returns {boolean} whether this version has it, with this text or an accepted one */
export const isOurMigration = ({ name, checksum }) =>
  listMigrations().some(
    (own) => own.name === name && (own.checksum === checksum || accepted[name]?.includes(checksum)),
  )

/** @param {string} url @param {string[]} names @returns {Promise<string[]>} those whose applied text is no accepted one */
const findEdited = (url, names) =>
  withClient(url, async (client) => {
    const { rows } = await client.query(
      `SELECT migration_name AS name, checksum FROM public._prisma_migrations
        WHERE migration_name = ANY($1) AND finished_at IS NOT NULL AND rolled_back_at IS NULL`,
      [names],
    )
    return rows.filter(({ name, checksum }) => !accepted[name]?.includes(checksum)).map(({ name }) => name)
  })

/** @param {Project} project @returns {import('@prisma/schema-engine-wasm').MigrationList} */
function migrationList(project) {
  const lock = path.join(project.migrations, 'migration_lock.toml')
  return {
    baseDir: project.migrations,
    shadowDbInitScript: '',
    lockfile: {
      path: 'migration_lock.toml',
      content: fs.existsSync(lock) ? fs.readFileSync(lock, 'utf8') : null,
    },
    migrationDirectories: listMigrations(project).map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  }
}

/**
 * @template T
 * @param {string} url
 * @param {Project} project
 * @param {(engine: any) => Promise<T>} run
 * @returns {Promise<T>}
 */
async function withEngine(url, project, run) {
  load()
  const adapter = new MigrationAdapter(url)
  /** @type {[string, string][]} */
  const datamodels = readSchema(project).map((file) => [file.path, file.content])
  /** @type {any} */
  const Engine = bindings.SchemaEngine
  try {
    const engine = await Engine.new(
      { datamodels },
      () => undefined,
      bindMigrationAwareSqlAdapterFactory(adapter),
    )
    try {
      return await run(engine)
    } finally {
      engine.free()
    }
  } catch (error) {
    // The engine appends its own WASM backtrace, which tells nobody anything.
    const text = error instanceof Error ? error.message : String(error)
    throw new Refusal(`Prisma says: ${text.split(/\n {3}\d+: /)[0]?.trim()}`)
  } finally {
    // Left open, these connections would keep the database from being used as a template.
    await adapter.close()
  }
}

/** @param {string} text */
const isEmpty = (text) => /^(-- This is an empty migration\.|No difference detected\.)?\s*$/.test(text.trim())

/**
 * What separates the database from the schema files: policies, functions, triggers, checks and partial indexes are
 * outside Prisma's sight (tests/architecture looks at those).
 * @param {any} engine @param {Project} project @param {boolean} script as SQL
 * @returns {Promise<string>}
 */
async function findDrift(engine, project, script) {
  const files = readSchema(project)
  const from = { tag: 'schemaDatasource', files, configDir: root }
  const { stdout } = await engine.diff({
    from,
    to: { tag: 'schemaDatamodel', files },
    script,
    exitCode: null,
    filters,
  })
  return isEmpty(stdout ?? '') ? '' : stdout
}

/**
 * Applies what is missing. Two at once are safe (advisory lock). A migration is one transaction: one that a kill or an
 * error cut short left nothing but its mark, and is applied again.
 * @param {string} url of accompany_migrate @param {Project} [project]
 * @returns {Promise<string[]>} names applied
 */
export function deploy(url, project = ourProject) {
  return withEngine(url, project, async (engine) => {
    const migrationsList = migrationList(project)
    const seen = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters,
    })
    for (const migrationName of seen.failedMigrationNames)
      await engine.markMigrationRolledBack({ migrationName })
    const done = await engine.applyMigrations({ migrationsList, filters })
    return done.appliedMigrationNames
  })
}

/** @param {string} url @param {Project} [project] @returns {Promise<Status>} */
export function status(url, project = ourProject) {
  return withEngine(url, project, async (engine) => {
    const migrationsList = migrationList(project)
    const seen = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters,
    })
    const drift = await findDrift(engine, project, false)
    const history = seen.history ?? {}
    const missing =
      history.unappliedMigrationNames ??
      (history.diagnostic ? listMigrations(project).map(({ name }) => name) : [])
    const unknown = history.unpersistedMigrationNames ?? []
    const failed = seen.failedMigrationNames
    const edited =
      seen.editedMigrationNames.length > 0 ? await findEdited(url, seen.editedMigrationNames) : []
    const ok = !seen.history && failed.length === 0 && edited.length === 0 && drift === ''
    return { ok, missing, unknown, failed, edited, drift: drift || null }
  })
}

/**
 * Writes the SQL that takes a fully migrated scratch database to the schema files.
 * @param {string} url of the scratch database @param {string} name @param {Project} [project]
 * @returns {Promise<string | null>} the file, null when nothing changed
 */
export function writeMigration(url, name, project = ourProject) {
  return withEngine(url, project, async (engine) => {
    const sql = await findDrift(engine, project, true)
    if (!sql) return null
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
    const folder = path.join(project.migrations, `${stamp}_${name}`)
    fs.mkdirSync(folder, { recursive: true })
    const file = path.join(folder, 'migration.sql')
    fs.writeFileSync(file, sql)
    const lock = path.join(project.migrations, 'migration_lock.toml')
    if (!fs.existsSync(lock)) fs.writeFileSync(lock, 'provider = "postgresql"\n')
    return file
  })
}
