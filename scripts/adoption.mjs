// How a database of the versions before prisma/sql goes on (docs/adr/0111): it is brought to the last migration of prisma/history, compared
// with the text of that state, and takes the baseline as its first migration. No row is touched, and no one starts another version.
import fs from 'node:fs'
import path from 'node:path'
import { catalogueText, differences } from './catalogue.mjs'
import {
  applyMigrations,
  compareMigration,
  inTransaction,
  listMigrations,
  readRecorded,
  record,
} from './migrations.mjs'
import { Refusal } from './refusal.mjs'
import { registerFound } from './sql-files.mjs'

/** @typedef {import('./migrations.mjs').Project} Project */

/**
 * Where a database stands.
 * @param {readonly import('./migrations.mjs').Recorded[]} recorded @param {Project} project
 * @returns {'new' | 'history' | 'current'}
 */
export function stageOf(recorded, project) {
  const applied = recorded.filter(({ state }) => state === 'applied')
  const baseline = listMigrations(project.migrations)[0]?.name
  if (applied.some(({ name }) => name === baseline)) return 'current'
  return recorded.length === 0 ? 'new' : 'history'
}

/**
 * Refuses what this version did not make: a migration that is unknown or was edited, or tables without any record.
 * @param {import('pg').ClientBase} client @param {readonly import('./migrations.mjs').Recorded[]} recorded @param {Project} project
 */
export async function refuseUnknown(client, recorded, project) {
  const known = listMigrations(
    stageOf(recorded, project) === 'history' ? project.history : project.migrations,
  )
  for (const one of recorded.filter(({ state }) => state === 'applied')) {
    const seen = compareMigration(known, one)
    if (seen === 'unknown')
      throw new Refusal(
        `The database has the migration ${one.name}, which this version of Accompany does not have. Nothing was changed: install the version that made it, or a later one.`,
      )
    if (seen === 'edited')
      throw new Refusal(
        `The migration ${one.name} was applied with another text than the one of this version (checksum ${one.checksum}). Nothing was changed: install an unchanged copy of Accompany, or restore a backup into an empty database.`,
      )
  }
  if (recorded.length > 0) return
  const { rows } = await client.query(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname <> '_prisma_migrations' ORDER BY 1 LIMIT 1",
  )
  if (rows[0] !== undefined)
    throw new Refusal(
      `The database holds tables (${rows[0].name}) and no record of migrations, so nobody can say which version made it. Nothing was changed: give Accompany an empty database, and restore a backup into it if there is one.`,
    )
}

/** Roles that prisma/roles.sql made since: they reach no table of the history. */
const LATER_ROLES = ['accompany_count', 'accompany_sealed']

/**
 * The catalogue of a database of the history as its time knew it: without what roles.sql gave to roles that came later.
 * @param {string} text @returns {string}
 */
export const asOfHistory = (text) =>
  LATER_ROLES.reduce(
    (left, role) =>
      left
        .split('\n\n')
        .filter((part) => part.split('\n')[0] !== `default grants of ${role}`)
        .join('\n\n')
        .replaceAll(new RegExp(`, ${role}=[A-Z+]+|(?<=; )${role}=[A-Z+]+, `, 'g'), ''),
    text,
  )

/**
 * From the last migration of the history to the baseline, in one transaction: whenever it is cut short, the next start finds the
 * history as it was and does it again.
 * @param {import('pg').Client} client as accompany_migrate @param {Project} project
 */
async function adoptBaseline(client, project) {
  const wanted = fs.readFileSync(path.join(project.history, 'catalogue.txt'), 'utf8')
  const found = differences(wanted, asOfHistory(await catalogueText(client)))
  if (found.length > 0)
    throw new Refusal(
      `The database has every migration of its time, and yet it is not what they make. Its rows are untouched, and nothing was adopted. The first differences ("missing" should be there, "extra" should not):\n  ${found.join('\n  ')}\nUndo by hand what was changed by hand (as accompany_migrate), or restore a backup into an empty database; then start again.`,
    )
  const [baseline] = listMigrations(project.migrations)
  if (baseline === undefined) throw new Refusal('prisma/migrations holds no baseline.')
  await inTransaction(client, async () => {
    await client.query(
      'CREATE TABLE app.migration_before (LIKE public._prisma_migrations INCLUDING DEFAULTS)',
    )
    await client.query('INSERT INTO app.migration_before SELECT * FROM public._prisma_migrations')
    await client.query('DELETE FROM public._prisma_migrations')
    await client.query(fs.readFileSync(path.join(project.history, 'after.sql'), 'utf8'))
    await registerFound(client)
    await record(client, baseline, 0)
  })
}

/**
 * Applies what is left of the history.
 * @param {import('pg').Client} client @param {Project} project @param {(client: import('pg').Client) => Promise<void>} keepWatch
 * @returns {Promise<string[]>} names applied
 */
export async function leaveHistory(client, project, keepWatch) {
  const history = listMigrations(project.history)
  const applied = await applyMigrations(client, history)
  // Applied once with the text that was corrected later (docs/adr/0105): it replaces a function, and does so again.
  const recorded = (await readRecorded(client)).filter(({ state }) => state === 'applied')
  for (const { name, checksum, sql } of history)
    if (recorded.some((one) => one.name === name && one.checksum !== checksum))
      await inTransaction(client, () => client.query(sql))
  await keepWatch(client)
  await adoptBaseline(client, project)
  return applied
}

/** @param {import('pg').ClientBase} client @param {Project} project */
export async function readStage(client, project) {
  const recorded = await readRecorded(client)
  return { recorded, stage: stageOf(recorded, project) }
}
