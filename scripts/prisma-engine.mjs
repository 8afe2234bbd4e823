// Compares a database with prisma/schema, and writes the SQL of a new migration: Prisma's schema engine as WASM, from npm, so that nothing
// is downloaded. For developers and tests only: migrations are applied without it (docs/adr/0112).
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { root } from './child.mjs'
import { MigrationAdapter } from './migration-adapter.mjs'
import { ourProject } from './migrations.mjs'
import { Refusal } from './refusal.mjs'

/** @typedef {import('./migrations.mjs').Project} Project */
/** @typedef {import('@prisma/schema-engine-wasm').SchemaEngine} SchemaEngine */

const filters = { externalTables: [], externalEnums: [] }
let loaded = false
/** The module keeps its state in globals: a second instance in one process would corrupt the first. */
function load() {
  if (loaded) return
  loaded = true
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const code = new WebAssembly.Module(fs.readFileSync(script.replace(/\.js$/, '.wasm')))
  // The engine leaves its ten-second lock timer behind, which would keep the process alive that long.
  const patient = Object.keys(bindings).filter((name) => name.startsWith('__wbg_setTimeout_'))
  const unref = (/** @type {(...args: unknown[]) => unknown} */ run, /** @type {number} */ ms) =>
    setTimeout(run, ms).unref()
  const imports = { ...bindings, ...Object.fromEntries(patient.map((name) => [name, unref])) }
  const instance = new WebAssembly.Instance(code, { './schema_engine_bg.js': imports })
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start !== 'function') throw new Error('the schema engine has another way to begin')
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

/**
 * @template T
 * @param {string} url
 * @param {Project} project
 * @param {(engine: SchemaEngine) => Promise<T>} run
 * @returns {Promise<T>}
 */
async function withEngine(url, project, run) {
  load()
  const adapter = new MigrationAdapter(url)
  /** @type {[string, string][]} */
  const datamodels = readSchema(project).map((file) => [file.path, file.content])
  try {
    const engine = await bindings.SchemaEngine.new(
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
    // The engine appends its own WASM backtrace, which tells no one anything.
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
 * @param {SchemaEngine} engine @param {Project} project @param {boolean} script as SQL
 * @returns {Promise<string>}
 */
async function findDrift(engine, project, script) {
  const files = readSchema(project)
  /** @type {import('@prisma/schema-engine-wasm').DiffTarget} */
  const from = { tag: 'schemaDatasource', files, configDir: root }
  const { stdout } = await engine.diff({
    from,
    to: { tag: 'schemaDatamodel', files },
    script,
    exitCode: null,
    filters,
  })
  return stdout === null || isEmpty(stdout) ? '' : stdout
}

/**
 * @param {string} url of a migrated database @param {Project} [project]
 * @returns {Promise<string>} how tables and columns differ from prisma/schema; empty when they do not
 */
export const compareWithSchema = (url, project = ourProject) =>
  withEngine(url, project, (engine) => findDrift(engine, project, false))

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
    return file
  })
}
