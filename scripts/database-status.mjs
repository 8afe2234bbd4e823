// What separates a database from this version of the code.
import fs from 'node:fs'
import { stageOf } from './adoption.mjs'
import { catalogueText, differences } from './catalogue.mjs'
import { compareMigration, listMigrations, ourProject, readRecorded } from './migrations.mjs'
import { withClient } from './pg-client.mjs'
import { compareParts, readParts } from './sql-parts.mjs'

/**
 * @typedef {object} Status
 * @property {boolean} ok nothing is missing and nothing differs
 * @property {string[]} missing migrations that would be applied
 * @property {string[]} parts of prisma/sql that would be applied, as "table note"
 * @property {string[]} unknown migrations that this version does not have
 * @property {string[]} failed migrations that an earlier version began and did not finish; they are applied again
 * @property {string[]} edited migrations that were applied with another text
 * @property {string[]} differences from prisma/catalogue.txt, once nothing is missing
 */

/** @param {string} url of accompany_migrate @param {import('./migrations.mjs').Project} [project] @returns {Promise<Status>} */
export function status(url, project = ourProject) {
  return withClient(url, async (client) => {
    const recorded = await readRecorded(client)
    const applied = recorded.filter(({ state }) => state === 'applied')
    const current = listMigrations(project.migrations)
    const known =
      stageOf(recorded, project) === 'history' ? [...listMigrations(project.history), ...current] : current
    const names = new Set(applied.map(({ name }) => name))
    const missing = known.filter(({ name }) => !names.has(name)).map(({ name }) => name)
    const only = (/** @type {string} */ word) =>
      applied.filter((one) => compareMigration(known, one) === word).map(({ name }) => name)
    const { changed, gone } = await compareParts(client, readParts(project.sql))
    const parts = [...changed, ...gone].map(({ kind, name }) => `${kind} ${name}`)
    const seen = {
      missing,
      parts,
      unknown: only('unknown'),
      failed: recorded.filter(({ state }) => state === 'stopped').map(({ name }) => name),
      edited: only('edited'),
      differences:
        missing.length + parts.length > 0
          ? []
          : differences(fs.readFileSync(project.catalogue, 'utf8'), await catalogueText(client)),
    }
    return { ok: Object.values(seen).every((list) => list.length === 0), ...seen }
  })
}

/** @param {readonly string[]} parts as "table note" @returns {string} those of a few kinds by name, many as a number */
export function inWords(parts) {
  const plural = {
    function: 'functions',
    check: 'tables with changed checks',
    table: 'tables with changed protection',
  }
  return Object.entries(plural)
    .map(([kind, words]) => ({
      words,
      names: parts.filter((part) => part.startsWith(`${kind} `)).map((part) => part.slice(kind.length + 1)),
    }))
    .filter(({ names }) => names.length > 0)
    .map(({ words, names }) => `${names.length} ${words}${names.length > 20 ? '' : ` (${names.join(', ')})`}`)
    .join(', ')
}

/**
 * @param {Status} seen @returns {string[]} lines for the terminal
 */
export function sayStatus({ ok, missing, parts, unknown, failed, edited, differences: found }) {
  if (ok)
    return [
      'the database is what this version makes: every migration, every part of prisma/sql, and nothing else',
    ]
  const list = (/** @type {string} */ title, /** @type {string[]} */ names) =>
    names.length > 0 ? [`${title}: ${names.join(', ')}`] : []
  const many = `${missing.length}, the first ${missing[0]}, the last ${missing.at(-1)}`
  return [
    ...list('migrations that would be applied', missing.length > 5 ? [many] : missing),
    ...list('would be applied from prisma/sql', parts.length > 0 ? [inWords(parts)] : []),
    ...list('applied here but unknown to this version', unknown),
    ...list('stopped half-way, which left nothing behind: "npm run db -- migrate" applies it again', failed),
    ...list('applied with another text than the one of this version', edited),
    ...(found.length === 0
      ? []
      : [
          'the database is not what this version makes. The first differences ("missing" should be there, "extra" should not):',
          ...found.map((line) => `  ${line}`),
          'Functions, checks, policies, triggers and grants come back with "npm run db -- migrate --again"; a table or column that was changed by hand has to be changed back by hand.',
        ]),
  ]
}
