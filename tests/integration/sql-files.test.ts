import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { catalogueText, differences } from '../../scripts/catalogue.mjs'
import { type Cluster, openCluster } from '../../scripts/cluster.mjs'
import { createDatabase, migrateDatabase } from '../../scripts/database.mjs'
import { status } from '../../scripts/database-status.mjs'
import { ourProject, type Project } from '../../scripts/migrations.mjs'
import { withClient } from '../../scripts/pg-client.mjs'
import { restoreDatabase } from '../../scripts/restore.mjs'
import { cloneDatabase } from '../../scripts/test-cluster.mjs'
import { archiveOld, readRows, writeRows } from '../support/history'
import { urls as template } from '../support/own-database'
import { isSweep } from '../support/sweep'

const own = new URL(template.superuser).pathname.slice(1)
const at = (name: string) => ({
  migrate: Object.assign(new URL(template.migrate), { pathname: `/${name}` }).href,
  superuser: Object.assign(new URL(template.superuser), { pathname: `/${name}` }).href,
})
let cluster: Cluster
let folder: string
let urls: ReturnType<typeof at>
let project: Project
let counter = 0

const ask = (sql: string): Promise<Record<string, unknown>[]> =>
  withClient(urls.superuser, async (client) => (await client.query(sql)).rows)
const migrate = () => migrateDatabase(urls.migrate, { project })
const inFile = (file: string) => path.join(project.sql, file)
const change = (file: string, edit: (text: string) => string) =>
  fs.writeFileSync(
    inFile(file),
    edit(fs.existsSync(inFile(file)) ? fs.readFileSync(inFile(file), 'utf8') : ''),
  )
const hasFunction = async (signature: string) =>
  (await ask(`SELECT to_regprocedure('${signature}') IS NOT NULL AS there`))[0]?.there

beforeAll(async () => {
  cluster = await openCluster({ test: true })
})
afterAll(() => cluster.release())

// Each test has a database of this version, and a copy of prisma/ that it may change.
beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'accompany-sql-'))
  project = {
    ...ourProject,
    sql: path.join(folder, 'sql'),
    migrations: path.join(folder, 'migrations'),
    catalogue: path.join(folder, 'catalogue.txt'),
  }
  fs.cpSync(ourProject.sql, project.sql, { recursive: true })
  fs.cpSync(ourProject.migrations, project.migrations, { recursive: true })
  const name = `${own}_s${++counter}`
  await cloneDatabase(template.superuser, inject('template').name, name)
  urls = at(name)
  return () => fs.rmSync(folder, { recursive: true, force: true })
})

const addMigration = (sql: string) => {
  const place = path.join(project.migrations, '20990101000000_next')
  fs.mkdirSync(place)
  fs.writeFileSync(path.join(place, 'migration.sql'), sql)
}

describe('a start', () => {
  it('with unchanged files applies nothing and waits for no table', async () => {
    await withClient(urls.superuser, async (holder) => {
      await holder.query(
        'BEGIN; LOCK TABLE public.note, public.case_file, public.person IN ACCESS EXCLUSIVE MODE',
      )
      expect(await migrate()).toEqual({ migrations: [], parts: [] })
    })
  })

  it('with a changed policy applies it, and locks its table only', async () => {
    change('tables/note.sql', (text) => text.replace('NOT privileged OR ', ''))
    await withClient(urls.superuser, async (reader) => {
      await reader.query(
        'BEGIN; LOCK TABLE public.case_file, public.person, public.task IN ACCESS SHARE MODE',
      )
      expect((await migrate()).parts).toEqual(['table note'])
    })
    const [found] = await ask(
      "SELECT qual FROM pg_policies WHERE tablename = 'note' AND policyname = 'privileged'",
    )
    expect(found?.qual).not.toContain('NOT privileged')
    expect(
      differences(
        fs.readFileSync(ourProject.catalogue, 'utf8'),
        await withClient(urls.superuser, catalogueText),
      ).join('\n'),
    ).toMatch(
      /^missing {2}public.note: policy privileged[^\n]*\nextra {2}public.note: policy privileged[^\n]*(\n[^\n]*public.note: policy privileged_[^\n]*)*$/,
    )
  })

  it('with a changed class applies it to every table of the class, and to no other', async () => {
    change('classes/claim.sql', (text) => `${text}-- more\n`)
    const { parts } = await migrate()
    expect(parts).toEqual(
      [
        'age_claim',
        'nationality',
        'own_person_value',
        'person_identifier',
        'person_language',
        'person_name',
        'person_origin',
      ].map((name) => `table ${name}`),
    )
  })

  it.runIf(isSweep)('with a table in another class takes from it what the old class gave', async () => {
    change('classes.txt', (text) => text.replace(/^goal( +)file$/m, 'goal$1log'))
    fs.rmSync(inFile('tables/goal.sql'))
    await migrate()
    expect(await ask("SELECT policyname FROM pg_policies WHERE tablename = 'goal'")).toEqual([])
    expect(
      await ask(
        "SELECT has_any_column_privilege('accompany_app', 'public.goal', 'SELECT, INSERT, UPDATE') AS app, has_table_privilege('accompany_backup', 'public.goal', 'SELECT') AS backup",
      ),
    ).toEqual([{ app: false, backup: true }])
  })

  it('with a changed check replaces the checks of the table, and refuses when a row is against it', async () => {
    await writeRows({ ...template, ...urls })
    const check = (most: number) =>
      change(
        'checks/organisation.sql',
        () =>
          `ALTER TABLE public.organisation ADD CONSTRAINT organisation_name CHECK (length(name) <= ${most});\n`,
      )
    check(100)
    expect((await migrate()).parts).toEqual(['check organisation'])
    check(5)
    await expect(migrate()).rejects.toThrow(
      /checks\/organisation\.sql .*did not run, and nothing was applied/,
    )
    const read = () =>
      ask("SELECT pg_get_constraintdef(oid) AS says FROM pg_constraint WHERE conname = 'organisation_name'")
    expect(await read()).toEqual([{ says: 'CHECK ((length(name) <= 100))' }])
    fs.rmSync(inFile('checks/organisation.sql'))
    expect((await migrate()).parts).toEqual(['check organisation'])
    expect(await read()).toEqual([])
  })

  it('with a file that does not run changes nothing, and says which', async () => {
    const before = await withClient(urls.superuser, catalogueText)
    change('tables/note.sql', (text) => text.replace('NOT privileged OR ', ''))
    change(
      'tables/task.sql',
      (text) => `${text}GRANT SELECT (no_such_column) ON public.task TO accompany_app;\n`,
    )
    await expect(migrate()).rejects.toThrow(/tables\/task\.sql \(table task\) did not run.*no_such_column/)
    expect(await withClient(urls.superuser, catalogueText)).toBe(before)
  })

  it('with a table that a migration made anew protects it again', async () => {
    addMigration(
      'ALTER TABLE public.goal RENAME TO goal_before; CREATE TABLE public.goal (LIKE public.goal_before INCLUDING DEFAULTS INCLUDING INDEXES); DROP TABLE public.goal_before CASCADE;',
    )
    const { migrations, parts } = await migrate()
    expect(migrations).toEqual(['20990101000000_next'])
    expect(parts).toEqual(
      ['check goal', 'table goal'].filter(
        (part) => fs.existsSync(inFile('checks/goal.sql')) || part !== 'check goal',
      ),
    )
    const [row] = await ask(
      "SELECT relrowsecurity AND relforcerowsecurity AS secured, (SELECT count(*)::int FROM pg_policy WHERE polrelid = c.oid) AS policies, EXISTS (SELECT FROM pg_trigger WHERE tgrelid = c.oid AND tgname = '_leave_mark') AS marked FROM pg_class c WHERE oid = 'public.goal'::regclass",
    )
    expect(row).toMatchObject({ secured: true, marked: true })
    expect(Number(row?.policies)).toBeGreaterThan(6)
  })
})

describe('a function', () => {
  it('loses a grant that its file no longer gives', async () => {
    change('functions/cases/is_over.sql', (text) => text.replace(/GRANT .*;\n/, ''))
    expect((await migrate()).parts).toEqual(['function is_over'])
    expect(
      await ask("SELECT has_function_privilege('accompany_app', 'app.is_over(text)', 'EXECUTE') AS may"),
    ).toEqual([{ may: false }])
  })

  it('whose file is gone stays for the version that still calls it, and goes with the next one', async () => {
    fs.writeFileSync(project.catalogue, fs.readFileSync(ourProject.catalogue))
    change(
      'functions/cases/extra.sql',
      () =>
        "CREATE OR REPLACE FUNCTION app.extra() RETURNS int LANGUAGE sql SET search_path = '' AS $$ SELECT 1 $$;\n",
    )
    await migrate()
    fs.rmSync(inFile('functions/cases/extra.sql'))
    expect((await migrate()).parts).toEqual(['function extra'])
    expect(await hasFunction('app.extra()')).toBe(true)
    expect(await status(urls.migrate, project)).toMatchObject({ ok: true })
    expect(await migrate()).toEqual({ migrations: [], parts: [] })
    expect(await hasFunction('app.extra()')).toBe(true)
    change('tables/task.sql', (text) => `${text}-- the next version\n`)
    await migrate()
    expect(await hasFunction('app.extra()')).toBe(false)
  })

  it.runIf(isSweep)('with other arguments leaves the old one for a version, too', async () => {
    const write = (args: string) =>
      change(
        'functions/cases/extra.sql',
        () =>
          `SET ROLE accompany_guard;\nCREATE OR REPLACE FUNCTION app.extra(${args}) RETURNS int LANGUAGE sql SET search_path = '' AS $$ SELECT 1 $$;\nGRANT EXECUTE ON FUNCTION app.extra TO accompany_app;\n`,
      )
    write('a int')
    await migrate()
    write('a int, b int')
    await expect(migrate()).rejects.toThrow('is not unique')
    change('functions/cases/extra.sql', (text) => text.replace('app.extra TO', 'app.extra(int, int) TO'))
    await migrate()
    expect([await hasFunction('app.extra(int)'), await hasFunction('app.extra(int,int)')]).toEqual([
      true,
      true,
    ])
    expect(
      await ask("SELECT has_function_privilege('accompany_app', 'app.extra(int)', 'EXECUTE') AS may"),
    ).toEqual([{ may: true }])
    change('tables/task.sql', (text) => `${text}-- the next version\n`)
    await migrate()
    expect([await hasFunction('app.extra(int)'), await hasFunction('app.extra(int,int)')]).toEqual([
      false,
      true,
    ])
  })
})

describe('what was changed by hand', () => {
  it('is named by status, and put back by "migrate --again"', async () => {
    fs.writeFileSync(project.catalogue, fs.readFileSync(ourProject.catalogue))
    await ask(
      'ALTER POLICY reach ON public.case_file USING (true); GRANT SELECT ON public.session TO accompany_app',
    )
    const seen = await status(urls.migrate, project)
    expect(seen.ok).toBe(false)
    expect(seen.differences.join('\n')).toContain(
      'extra  public.case_file: policy reach for select to accompany_app using true',
    )
    await migrateDatabase(urls.migrate, { project, again: true })
    expect(await status(urls.migrate, project)).toMatchObject({ ok: true, differences: [] })
  })
})

describe('an archive of this version', () => {
  it('comes back into a later one with another table and another policy, and what was erased since is gone', async () => {
    const written = await writeRows({ ...template, ...urls })
    const { file, identityFile } = await archiveOld({ ...template, ...urls }, path.join(folder, 'archive'))
    const erased = [{ kind: 'person', id: written.person }]
    fs.writeFileSync(path.join(folder, 'archive', 'erasures.json'), JSON.stringify(erased))
    addMigration('ALTER TABLE public.note ADD COLUMN mood text;')
    change('tables/note.sql', (text) =>
      text.replace('GRANT INSERT, SELECT', 'GRANT UPDATE (mood), INSERT, SELECT'),
    )
    // The database of the archive goes on to the later version as well, and says what that is.
    await migrate()
    fs.writeFileSync(project.catalogue, await withClient(urls.superuser, catalogueText))
    const target = await createDatabase({ cluster, name: `${own}_s${++counter}` })
    await restoreDatabase({ url: target.migrate, file, identityFile, project })
    expect(await readRows(target.superuser)).toEqual([written])
    urls = target
    expect(await ask(`SELECT holder_kind, holder_id FROM public.erasure`)).toEqual([
      { holder_kind: 'person', holder_id: written.person },
    ])
    // What was erased on the way left its mark, as everything that is changed.
    expect(await ask("SELECT DISTINCT table_name FROM public.row_mark WHERE table_name = 'erasure'")).toEqual(
      [{ table_name: 'erasure' }],
    )
  })
})
