import pg from 'pg'
import { withClient } from './pg-client.mjs'
import { Refusal } from './refusal.mjs'

/** @param {number} major of PostgreSQL: the built-in locale exists from 17 on */
const provider = (major) =>
  major >= 17 ? "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'" : "LOCALE_PROVIDER icu ICU_LOCALE 'und'"

/** A database in which the letters of every language are letters. @param {string} name @param {number} major of PostgreSQL */
export const createStatement = (name, major) =>
  `CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C' ${provider(major)}`

/**
 * Names are found without regard to capitals and accents, by the database. One that knows only the letters of English (locale
 * C, usual on PostgreSQL 15 and 16) would not find "Šimić", without any error. Throws a Refusal with the command for a right one.
 * @param {string} url of any role
 */
export async function refuseWrongLocale(url) {
  const seen = await withClient(url, async (client) => {
    const { rows } = await client.query(
      `SELECT current_database() AS name, current_setting('server_encoding') AS encoding,
              current_setting('server_version_num')::int / 10000 AS major`,
    )
    const { name, encoding, major } = rows[0]
    if (encoding !== 'UTF8') return { name, encoding, major, right: false }
    const { rows: letters } = await client.query("SELECT lower('Š') = 'š' AS right")
    return { name, encoding, major, right: letters[0].right === true }
  })
  if (seen.right) return
  const fault =
    seen.encoding === 'UTF8'
      ? 'does not know the letters outside English (for it, "Š" has no small letter), so names would not be found'
      : `stores text as ${seen.encoding}, not as UTF8`
  throw new Refusal(
    `The database "${seen.name}" ${fault}. This cannot be changed afterwards. Make another one as superuser, run prisma/roles.sql in it, and restore a backup into it if there are files already (docs/runbook.md):
  ${createStatement(`${seen.name}_utf8`, seen.major)};`,
  )
}
