import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listMigrations, ourProject } from '../../scripts/migrations.mjs'
import { readSchema } from '../../scripts/schema-drawing.mjs'
import { readClasses, readParts } from '../../scripts/sql-parts.mjs'
import { listFiles, read, root } from './walk'

const parts = readParts()
const [baseline, ...migrations] = listMigrations()
const files = (folder: string) => listFiles(`prisma/sql/${folder}`, (file) => file.endsWith('.sql'))
const withoutComments = (sql: string) => sql.replace(/--[^\n]*/g, '')

/** What a migration says of things that have a file of their own in prisma/sql. @returns the statement, by its first words */
const misplaced = (sql: string): string[] => {
  const found = withoutComments(sql).match(
    /\b(CREATE|ALTER|DROP)\s+(OR\s+REPLACE\s+)?(CONSTRAINT\s+)?(FUNCTION|PROCEDURE|POLICY|TRIGGER)\b|\b(GRANT|REVOKE)\b[^;]*\b(ON|TO|FROM)\b|\bROW\s+LEVEL\s+SECURITY\b|\bCHECK\s*\(/gi,
  )
  return (found ?? []).map((text) => text.replace(/\s+/g, ' ').slice(0, 40))
}

/** Names that are created more than once. */
const twice = (names: readonly string[]): string[] =>
  [...new Set(names.filter((name, at) => names.indexOf(name) !== at))].sort()

const functionsIn = (sql: string): string[] =>
  [
    ...withoutComments(sql).matchAll(
      /^CREATE (?:OR REPLACE )?(?:FUNCTION|PROCEDURE) app\.(\w+)\s*\(([^)]*)\)/gim,
    ),
  ].map(([, name = '', args = '']) => `${name}(${args.trim() === '' ? 0 : args.split(',').length})`)

describe('a migration', () => {
  it('holds no function, policy, trigger, grant or check: each has a file in prisma/sql', () => {
    expect(
      [baseline, ...migrations].flatMap((one) =>
        one ? misplaced(one.sql).map((text) => `${one.name}: ${text}`) : [],
      ),
    ).toEqual([])
  })

  it.each([
    ['CREATE OR REPLACE FUNCTION app.x() RETURNS int AS $$ SELECT 1 $$;', 'CREATE OR REPLACE FUNCTION'],
    ['CREATE POLICY own ON public.note USING (true);', 'CREATE POLICY'],
    [
      'CREATE CONSTRAINT TRIGGER x AFTER INSERT ON note EXECUTE FUNCTION app.x();',
      'CREATE CONSTRAINT TRIGGER',
    ],
    ['GRANT SELECT ON public.note TO accompany_app;', 'GRANT SELECT ON public.note TO'],
    ['ALTER TABLE note NO FORCE ROW LEVEL SECURITY;', 'ROW LEVEL SECURITY'],
    ['ALTER TABLE note ADD CONSTRAINT x CHECK (true);', 'CHECK ('],
  ])('is red with %s', (sql, found) => {
    expect(misplaced(sql)).toEqual([found])
    expect(misplaced(`-- ${sql}`)).toEqual([])
  })
})

describe('prisma/sql', () => {
  it('defines each function once, in a file of its name', () => {
    const all = files('functions').flatMap((file) => functionsIn(read(file)).map((name) => ({ file, name })))
    expect(twice(all.map(({ name }) => name))).toEqual([])
    expect(twice(files('functions').map((file) => basename(file)))).toEqual([])
    expect(all.filter(({ file, name }) => !name.startsWith(`${basename(file, '.sql')}(`))).toEqual([])
    expect(files('functions').filter((file) => functionsIn(read(file)).length === 0)).toEqual([])
    expect(
      twice(
        functionsIn(
          `${read('prisma/sql/functions/cases/is_over.sql')}\n${read('prisma/sql/functions/cases/is_over.sql')}`,
        ),
      ),
    ).toEqual(['is_over(1)'])
  })

  it('gives every table of prisma/schema one class, and no other table', () => {
    const classes = readClasses(ourProject.sql)
    const tables = readSchema(root).map(({ table }) => table)
    expect(twice(classes.map(([table]) => table))).toEqual([])
    expect(classes.map(([table]) => table).sort()).toEqual([...tables].sort())
    expect([...new Set(classes.map(([, name]) => name))].sort()).toEqual(
      files('classes')
        .map((file) => basename(file, '.sql'))
        .sort(),
    )
  })

  it('says of a table only what is of this table, and each policy and trigger once', () => {
    for (const { kind, name, sql } of parts.filter((one) => one.kind !== 'function')) {
      const text = withoutComments(sql)
      const about = [
        ...text.matchAll(/\bON (?:TABLE )?public\.("?\w+"?)|\bALTER TABLE public\.("?\w+"?)/g),
      ].map(([, on, table]) => (on ?? table ?? '').replaceAll('"', ''))
      expect({
        kind,
        name,
        about: [...new Set(about)].filter((table) => table !== name && !table.endsWith('_seq')),
      }).toEqual({ kind, name, about: [] })
      expect(
        twice(
          [...text.matchAll(/CREATE (?:CONSTRAINT )?(?:POLICY|TRIGGER) \w+|ADD CONSTRAINT \w+/g)].map(
            ([made]) => made,
          ),
        ),
      ).toEqual([])
    }
  })

  it('is short enough to be read, with the baseline and the roles', () => {
    const lines = [
      ...listFiles('prisma/sql', () => true),
      'prisma/roles.sql',
      ...listFiles('prisma/migrations', (file) => file.endsWith('.sql')),
    ].reduce((sum, file) => sum + read(file).split('\n').length - 1, 0)
    expect(lines).toBeLessThanOrEqual(12_700)
  })
})

describe('prisma/history', () => {
  it('is never edited: databases and archives of that time are recognised by it', () => {
    const history = listMigrations(ourProject.history)
    const sum = createHash('sha256')
      .update(history.map(({ name, checksum }) => `${name} ${checksum}`).join('\n'))
      .digest('hex')
    expect({ count: history.length, sum }).toEqual({
      count: 121,
      sum: '91879c201e98160c2b92909b74b5c9a4f56fee1138e9041b9a247ea516179813',
    })
  })
})
