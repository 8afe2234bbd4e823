import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type * as z from 'zod'
import { helpBodyFile } from '@/lib/countries/help-body.schema'
import { listFile } from '@/lib/countries/list.schema'
import {
  actorFile,
  codeListFile,
  contradictionFile,
  factFile,
  lawFile,
  placeFile,
  statementFile,
} from '@/lib/countries/reference.schema'
import { deadlineRuleExceptionFile, deadlineRuleFile } from '@/lib/deadlines/rule.schema'
import { nameEquivalentFile } from '@/lib/people/name-equivalent.schema'
import { toDeadlineRuleExceptionRows, toDeadlineRuleRows } from './deadline-rule-rows'
import { toNameEquivalentRows } from './name-equivalent-rows'
import {
  toActorRows,
  toCapacityRows,
  toCodeRows,
  toContradictionRows,
  toFactRows,
  toHelpBodyRows,
  toLawRows,
  toListRows,
  toPlaceRows,
  toStatementRows,
} from './reference-rows'

// One folder a country, named by its ISO 3166-1 code; folders given as arguments are loaded beside those of the application.
const HOME = fileURLToPath(new URL('../reference', import.meta.url))
const folders = [...readdirSync(HOME).map((name) => join(HOME, name)), ...process.argv.slice(2)]

/** The rows of one file of every country that has it. */
const rowsOf = <S extends z.ZodType, R>(
  file: string,
  schema: S,
  toRows: (read: z.infer<S>, country: string) => readonly R[],
): readonly R[] =>
  folders.flatMap((folder) => {
    const path = join(folder, `${file}.json`)
    if (!existsSync(path)) return []
    return toRows(schema.parse(JSON.parse(readFileSync(path, 'utf8'))), basename(folder).toUpperCase())
  })

type Table = {
  readonly name: string
  readonly rows: readonly Record<string, unknown>[]
  readonly key: readonly string[]
  /** Columns that stay as they are when the row exists already: an id that other rows point at. */
  readonly keep?: readonly string[]
  /**
   * What happens to a row that left the files. Codes and places are ended, never deleted: an old file keeps showing the
   * word that was right when it was written, and a visit keeps its centre.
   */
  readonly gone: 'end' | 'delete'
}

/**
 * Rules of deadlines are editions: added, never changed and never taken away, because old deadlines show the edition they
 * were computed with. A file that says another thing under the same edition is refused, or it would be ignored in silence. Only the
 * wording, title and note, is taken over (docs/adr/0120).
 */
const editions = rowsOf('deadline-rules', deadlineRuleFile, toDeadlineRuleRows)
const loadEditions = async (client: pg.Client): Promise<void> => {
  const json = JSON.stringify(editions)
  await client.query(
    `INSERT INTO deadline_rule SELECT * FROM jsonb_populate_recordset(NULL::deadline_rule, $1::jsonb)
     ON CONFLICT (code, edition) DO UPDATE SET title = excluded.title, note = excluded.note
       WHERE (deadline_rule.title, deadline_rule.note) IS DISTINCT FROM (excluded.title, excluded.note)`,
    [json],
  )
  const { rows } = await client.query<{ code: string }>(
    `SELECT file.code FROM jsonb_populate_recordset(NULL::deadline_rule, $1::jsonb) AS file
       JOIN deadline_rule d ON d.code = file.code AND d.edition = file.edition
      WHERE d IS DISTINCT FROM file`,
    [json],
  )
  if (rows.length > 0)
    throw new Error(
      `deadline-rules.json says another thing under the same edition: raise the edition of ${rows.map(({ code }) => code).join(', ')}`,
    )
}

// Parents before children; children of a table that is loaded whole are deleted with it.
const tables: readonly Table[] = [
  {
    name: 'code_value',
    rows: rowsOf('code-lists', codeListFile, toCodeRows),
    key: ['list', 'code', 'valid_from'],
    keep: ['id'],
    gone: 'end',
  },
  { name: 'place', rows: rowsOf('places', placeFile, toPlaceRows), key: ['slug'], keep: ['id'], gone: 'end' },
  {
    name: 'place_capacity',
    rows: rowsOf('places', placeFile, toCapacityRows),
    key: ['place_id', 'observed_on', 'source'],
    keep: ['id'],
    gone: 'delete',
  },
  { name: 'country_fact', rows: rowsOf('facts', factFile, toFactRows), key: ['slug'], gone: 'delete' },
  { name: 'law', rows: rowsOf('laws', lawFile, toLawRows), key: ['slug'], gone: 'delete' },
  { name: 'actor', rows: rowsOf('actors', actorFile, toActorRows), key: ['slug'], gone: 'delete' },
  {
    name: 'help_body',
    rows: rowsOf('help-bodies', helpBodyFile, toHelpBodyRows),
    key: ['slug'],
    gone: 'delete',
  },
  {
    name: 'contradiction',
    rows: rowsOf('contradictions', contradictionFile, toContradictionRows),
    key: ['slug'],
    gone: 'delete',
  },
  {
    name: 'statement',
    rows: rowsOf('statements', statementFile, toStatementRows),
    key: ['slug'],
    gone: 'delete',
  },
  {
    name: 'reference_entry',
    rows: ['lists', 'charts', 'explanations', 'comparisons'].flatMap((file) =>
      rowsOf(file, listFile, toListRows),
    ),
    key: ['country', 'kind', 'slug'],
    gone: 'delete',
  },
  {
    name: 'deadline_rule_exception',
    rows: rowsOf('deadline-rule-exceptions', deadlineRuleExceptionFile, toDeadlineRuleExceptionRows),
    key: ['code'],
    gone: 'delete',
  },
  {
    name: 'name_equivalent',
    rows: rowsOf('name-equivalents', nameEquivalentFile, toNameEquivalentRows),
    key: ['one', 'other'],
    gone: 'delete',
  },
]

/** Column and table names come from the constants above, never from a file or a person. */
const loadTable = async (client: pg.Client, { name, rows, key, keep = [], gone }: Table): Promise<void> => {
  const [first] = rows
  if (first === undefined) throw new Error(`no rows for ${name}`)
  const columns = Object.keys(first)
  const changeable = columns.filter((column) => !key.includes(column) && !keep.includes(column))
  const changes = changeable.map((column) => `${column} = excluded.${column}`).join(', ')
  const json = JSON.stringify(rows)
  await client.query(
    `INSERT INTO ${name} (${columns.join(', ')})
     SELECT ${columns.join(', ')} FROM jsonb_populate_recordset(NULL::${name}, $1::jsonb)
     ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${changes}
       WHERE (${changeable.map((column) => `${name}.${column}`).join(', ')})
         IS DISTINCT FROM (${changeable.map((column) => `excluded.${column}`).join(', ')})`,
    [json],
  )
  // An own place of an organisation is in no file.
  const absent = `NOT EXISTS (SELECT FROM jsonb_populate_recordset(NULL::${name}, $1::jsonb) AS file
    WHERE ${key.map((column) => `file.${column} = ${name}.${column}`).join(' AND ')})`
  await client.query(
    gone === 'delete'
      ? `DELETE FROM ${name} WHERE ${absent}`
      : `UPDATE ${name} SET valid_to = app.now()::date WHERE valid_to IS NULL AND ${absent}${name === 'place' ? ' AND organisation_id IS NULL' : ''}`,
    [json],
  )
}

const load = async (url: string): Promise<number> => {
  const client = new pg.Client({ connectionString: url, options: '-c TimeZone=UTC' })
  await client.connect()
  try {
    await client.query('BEGIN')
    // Two starts at once load one after the other.
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended('accompany.reference', 0))")
    for (const table of tables) await loadTable(client, table)
    await loadEditions(client)
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
  return tables.reduce((sum, table) => sum + table.rows.length, editions.length)
}

const url = process.env.MIGRATE_DATABASE_URL
if (url === undefined || url === '') {
  process.stderr.write(
    'MIGRATE_DATABASE_URL is missing: the reference data is loaded by the migrating role.\n',
  )
  process.exit(2)
}
const started = performance.now()
const rows = await load(url)
process.stdout.write(
  `reference data: ${rows} rows in ${tables.length + 1} tables, ${Math.round(performance.now() - started)} ms\n`,
)
