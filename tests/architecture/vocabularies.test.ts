import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { IS_THERE } from '@/lib/detention/conversation.rules'
import { OUTCOMES } from '@/lib/detention/outcome.rules'
import { PERSON_COLUMNS } from '@/lib/people/person-field.rules'
import type { Vocabulary } from '@/lib/shared/vocabulary'
import { urls } from '../support/own-database'
import { PARTLY_CHECKED, STORED_CODES } from '../support/stored-codes'
import { drawn } from '../support/sweep'
import { listFiles, loadFile, read } from './walk'

const NONSENSE = 'zz_nothing'
const db = new Client({ connectionString: urls.superuser })
beforeAll(() => db.connect())
afterAll(() => db.end())

const isVocabulary = (value: unknown): value is Vocabulary<string> =>
  typeof value === 'object' &&
  value !== null &&
  ['codes', 'read', 'match', 'rank'].every((key) => key in value)

/** Every vocabulary that a file of lib exports. */
const listVocabularies = async (): Promise<readonly Vocabulary<string>[]> => {
  const found: Vocabulary<string>[] = []
  const declares = (file: string) =>
    /\.ts$/.test(file) &&
    !/\.test\.ts$/.test(file) &&
    /^export const \w+ = (vocabulary|part|without|order)\(/m.test(read(file))
  for (const file of listFiles('lib', declares))
    found.push(...Object.values(await loadFile(file)).filter(isVocabulary))
  return found
}

describe('the vocabularies', () => {
  it('have names of their own, and no code twice', async () => {
    const all = await listVocabularies()
    expect(all.length).toBeGreaterThan(200)
    const names = all.map(({ name }) => name)
    // An error page knows one by its dot (components/layout/broken-page.tsx).
    expect(names.filter((name) => !/^[a-z0-9-]+\.[a-z0-9-]+$/.test(name))).toEqual([])
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
    for (const { name, codes } of all)
      expect({ name, codes: [...new Set<string>(codes)] }).toEqual({ name, codes: [...codes] })
  })
})

/** What is asked of the catalogue is asked once: no test here changes it. */
const once = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
  let answer: Promise<T> | undefined
  return () => {
    answer ??= ask()
    return answer
  }
}

type Check = { readonly table: string; readonly columns: readonly string[]; readonly expression: string }
const listChecks = once(async (): Promise<readonly Check[]> => {
  const { rows } = await db.query<Check>(
    `SELECT k.conrelid::regclass::text AS "table", pg_get_expr(k.conbin, k.conrelid) AS expression,
            ARRAY(SELECT a.attname::text FROM pg_attribute a
                   WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)) AS columns
       FROM pg_constraint k WHERE k.contype = 'c' AND k.connamespace = 'public'::regnamespace AND k.conrelid <> 0`,
  )
  return rows
})

type Column = { readonly table: string; readonly name: string; readonly type: string }
const listColumns = once(async (): Promise<readonly Column[]> => {
  const { rows } = await db.query<Column>(
    `SELECT a.attrelid::regclass::text AS "table", a.attname AS name, format_type(a.atttypid, NULL) AS type
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped`,
  )
  return rows
})

const texts = (list: string): string[] => [...list.matchAll(/'([^']*)'/g)].map(([, text = '']) => text)
/** The literals with which a CHECK, as PostgreSQL prints it, compares a column. */
const comparedWith = (column: string, expression: string): string[] => {
  const name = `(?<![\\w.])"?${column}"?`
  const found = (pattern: string): string[] =>
    [...expression.matchAll(new RegExp(pattern, 'gs'))].flatMap(([, list = '']) => texts(list))
  return [
    ...found(`${name} (?:=|<>) (?:ANY|ALL) \\(ARRAY\\[([^\\]]*)\\]`),
    ...found(`${name} <@ ARRAY\\[([^\\]]*)\\]`),
    ...found(`${name} (?:=|<>|IS DISTINCT FROM) ('[^']*'::text)(?!\\[)`),
    ...found(`CASE ${name}\\s(.*?)\\sEND`).filter((text) => expression.includes(`WHEN '${text}'`)),
  ]
}

const SAMPLES: Readonly<Record<string, unknown>> = {
  uuid: '00000000-0000-4000-8000-000000000000',
  boolean: true,
  date: '2026-01-01',
  integer: 1,
  smallint: 1,
  bigint: 1,
  text: 'x',
  bytea: '\\x00',
  'text[]': [],
  'timestamp with time zone': '2026-01-01T00:00:00Z',
}

describe.each(Object.entries({ ...STORED_CODES, ...PARTLY_CHECKED }))('%s', (place, codes) => {
  const [table = '', column = ''] = place.split('.')

  it('is compared by its CHECKs with exactly the codes of its vocabulary', async () => {
    const checks = (await listChecks()).filter((one) => one.table === table && one.columns.includes(column))
    const literals = [...new Set(checks.flatMap(({ expression }) => comparedWith(column, expression)))]
    if (place in STORED_CODES) expect(literals.sort()).toEqual([...codes].sort())
    else expect(literals.filter((one) => !codes.includes(one))).toEqual([])
  })
})

describe.each(Object.entries(STORED_CODES))('%s', (place, codes) => {
  const [table = '', column = ''] = place.split('.')

  it('takes every code where its CHECK asks for nothing else, and never a word that is no code', async () => {
    const columns = (await listColumns()).filter((one) => one.table === table)
    const isList = columns.find(({ name }) => name === column)?.type === 'text[]'
    const checks = (await listChecks()).filter((one) => one.table === table && one.columns.includes(column))
    const takes = async (expressions: readonly string[], rows: readonly unknown[]): Promise<boolean> => {
      const { rows: answers } = await db.query<{ takes: boolean | null }>(
        `SELECT bool_or(${expressions.map((one) => `COALESCE((${one}), true)`).join(' AND ')}) AS takes
           FROM jsonb_array_elements($1::jsonb) AS given (sample)
          CROSS JOIN LATERAL jsonb_populate_record(NULL::${table}, given.sample)`,
        [JSON.stringify(rows)],
      )
      return answers[0]?.takes === true
    }
    const row = (code: string) => ({ [column]: isList ? [code] : code })
    const alone = checks.filter((one) => one.columns.length === 1).map(({ expression }) => expression)
    if (alone.length > 0)
      for (const code of codes) expect([code, await takes(alone, [row(code)])]).toEqual([code, true])

    // Beside whatever else the row holds: every other column empty, a sample, or a literal that a CHECK names.
    const others = columns
      .filter(({ name }) => name !== column && checks.some((one) => one.columns.includes(name)))
      .map(({ name, type }) => {
        const named = checks.flatMap(({ expression }) => comparedWith(name, expression))
        const sample = type in SAMPLES ? [SAMPLES[type]] : []
        return { name, values: [null, ...sample, ...(type === 'text' ? named : [])] }
      })
    const beside = (seed: number) =>
      Object.fromEntries(
        others.map(({ name, values }, index) => [
          name,
          values[((seed * 7919 + index * 104_729 + seed * seed * (index + 3)) >>> 3) % values.length],
        ]),
      )
    const rows = Array.from({ length: drawn(250, 1_000) }, (_, seed) => ({
      ...beside(seed),
      ...row(NONSENSE),
    }))
    expect(
      await takes(
        checks.map(({ expression }) => expression),
        rows,
      ),
    ).toBe(false)
  })
})

it('every text column that a CHECK compares with words has a vocabulary', async () => {
  const columns = new Map((await listColumns()).map((one) => [`${one.table}.${one.name}`, one.type]))
  const coded = (await listChecks()).flatMap(({ table, columns: named, expression }) =>
    named.flatMap((column) => {
      const type = columns.get(`${table}.${column}`)
      const isText = type === 'text' || type === 'text[]'
      return isText && comparedWith(column, expression).some((text) => text !== '')
        ? [`${table}.${column}`]
        : []
    }),
  )
  const known = new Set([...Object.keys(STORED_CODES), ...Object.keys(PARTLY_CHECKED)])
  expect([...new Set(coded)].filter((place) => !known.has(place)).sort()).toEqual([])
  expect([...known].filter((place) => !columns.has(place))).toEqual([])
})

it('a person of whom an outcome says that they have left is not awaited: the database knows the same outcomes', async () => {
  const { rows } = await db.query<{ text: string }>(
    "SELECT pg_get_functiondef('app.count_silence(uuid)'::regprocedure) AS text",
  )
  const named = [...(rows[0]?.text ?? '').matchAll(/e\.outcome = '(\w+)'/g)].map(([, code]) => code)
  const gone = OUTCOMES.codes.filter((outcome) => IS_THERE[outcome] === false)
  expect(named).toEqual(['seen', ...gone])
})

describe('the fields of a person', () => {
  it('are the columns that the application may change, and no one was asked at first', async () => {
    const { rows } = await db.query(
      `SELECT f.field, c.column_default AS start, c.is_nullable AS may_be_null FROM app.person_fields() f
         JOIN information_schema.columns c ON c.table_schema = 'public' AND c.table_name = 'person' AND c.column_name = f.field
        ORDER BY f.field`,
    )
    const asked = [...PERSON_COLUMNS.codes].sort()
    expect(rows).toEqual(asked.map((field) => ({ field, start: "'not_asked'::text", may_be_null: 'NO' })))
  })
})
