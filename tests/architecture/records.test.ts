import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { urls } from '../support/own-database'
import { RECORDS, snake } from '../support/records'

const db = new Client({ connectionString: urls.superuser })
beforeAll(() => db.connect())
afterAll(() => db.end())

/** What every row of a register has, and the columns that a trigger fills. */
const FIRST = [
  'id',
  'case_id',
  'subject_id',
  'revision',
  'created_by',
  'created_at',
  'team_id',
  'secrecy',
  'mistake?',
]
/** What is written beside the declared fields, and never read with the row. */
const BESIDE: Readonly<Record<string, readonly string[]>> = { safe_contact: ['number_mark?', 'tail_mark?'] }

it.each(RECORDS.map((record) => [record.table, record] as const))(
  '%s has the columns that its declaration says, and no other',
  async (table, { fields }) => {
    const { rows } = await db.query<{ name: string }>(
      `SELECT attname || CASE WHEN attnotnull THEN '' ELSE '?' END AS name FROM pg_attribute
        WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
      [table],
    )
    const declared = Object.entries(fields).flatMap(
      ([
        name,
        {
          storage: { columns, within },
        },
      ]) =>
        within === undefined ? columns.map((column) => snake(`${name}${column}`)) : [`${within}_cipher`],
    )
    const all = new Set([...FIRST, ...declared, ...(BESIDE[table] ?? [])])
    expect(rows.map(({ name }) => name).sort()).toEqual([...all].sort())
  },
)

type Check = { readonly expression: string; readonly literals: readonly string[] }
const listChecks = async (table: string, column: string): Promise<readonly Check[]> => {
  const { rows } = await db.query<Check>(
    `SELECT pg_get_expr(conbin, conrelid) AS expression,
            ARRAY(SELECT m[1] FROM regexp_matches(pg_get_expr(conbin, conrelid), '''([a-z_]+)''', 'g') AS m) AS literals
       FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey)
      WHERE conrelid = $1::regclass AND contype = 'c' AND attname = $2`,
    [table, column],
  )
  return rows
}
/** Whether one of these rows passes all the checks. */
const takes = async (table: string, checks: readonly Check[], rows: readonly unknown[]): Promise<boolean> => {
  const all = checks.map(({ expression }) => `COALESCE((${expression}), true)`).join(' AND ')
  const { rows: answers } = await db.query<{ takes: boolean }>(
    `SELECT bool_or(${all}) AS takes
       FROM jsonb_array_elements($1::jsonb) AS given (sample)
      CROSS JOIN LATERAL jsonb_populate_record(NULL::${table}, given.sample)`,
    [JSON.stringify(rows)],
  )
  return answers[0]?.takes === true
}

const coded = RECORDS.flatMap(({ table, fields }) =>
  Object.entries(fields).flatMap(([name, { storage }]) =>
    storage.list === undefined
      ? []
      : [{ table, column: snake(name), codes: storage.list.codes, isMany: Array.isArray(storage.empty) }],
  ),
)

describe.each(coded)('$table $column', ({ table, column, codes, isMany }) => {
  it('takes every code of its list and no other, beside every combination of the other codes', async () => {
    const checks = await listChecks(table, column)
    expect(checks).not.toEqual([])
    const candidates = new Set([...checks.flatMap(({ literals }) => literals), ...codes, 'zz_nothing'])
    // A code may depend on another one: it is taken when it is taken beside any of the others.
    let beside: Record<string, unknown>[] = [{}]
    for (const other of coded.filter((one) => one.table === table && one.column !== column))
      beside = beside.flatMap((row) =>
        (other.isMany ? [[]] : [null, ...other.codes]).map((value) => ({ ...row, [other.column]: value })),
      )
    const taken: string[] = []
    for (const code of candidates)
      if (
        await takes(
          table,
          checks,
          beside.map((row) => ({ ...row, [column]: isMany ? [code] : code })),
        )
      )
        taken.push(code)
    expect(taken.sort()).toEqual([...codes].sort())
  })
})
