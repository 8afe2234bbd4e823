import { readFileSync } from 'node:fs'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { appClient, disconnect } from '@/lib/db/client'
import { SIGN_IN_EVENTS } from '@/lib/db/events'
import { checkRoles } from '@/lib/db/roles'
import { status } from '../../scripts/database-status.mjs'
import { compareWithSchema } from '../../scripts/prisma-engine.mjs'
import { urls } from '../support/own-database'

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

describe('the database roles', () => {
  it.each(['app', 'auth', 'job', 'stats', 'share'] as const)(
    '%s owns nothing, makes nothing and passes no policy',
    async (role) => {
      expect(
        await ask(
          urls[role],
          'SELECT count(*)::int AS n FROM pg_class WHERE relowner = current_role::regrole',
        ),
      ).toEqual([{ n: 0 }])
      expect(
        await ask(
          urls[role],
          'SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolinherit FROM pg_roles WHERE rolname = current_role',
        ),
      ).toEqual([
        { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false, rolinherit: false },
      ])
      expect(
        await ask(
          urls[role],
          // What the application takes on to count (docs/adr/0136): it cannot sign in, and is not inherited.
          `SELECT count(*)::int AS n FROM pg_auth_members
            WHERE member = current_role::regrole
              AND NOT (current_role = 'accompany_app' AND roleid = 'accompany_count'::regrole)`,
        ),
      ).toEqual([{ n: 0 }])
      await expect(ask(urls[role], 'CREATE TABLE public.mine (id int)')).rejects.toThrow(
        'permission denied for schema public',
      )
      await expect(ask(urls[role], 'CREATE TEMP TABLE mine (id int)')).rejects.toThrow('permission denied')
    },
  )

  it('everything a migration makes belongs to the owner, who cannot sign in', async () => {
    const sql = `SELECT DISTINCT pg_get_userbyid(relowner) AS owner, rolcanlogin FROM pg_class
      JOIN pg_roles ON pg_roles.oid = relowner WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`
    expect(await ask(urls.superuser, sql)).toEqual([{ owner: 'accompany_owner', rolcanlogin: false }])
  })

  it('the backup sees every table and can write none', async () => {
    const sql = `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
      AND NOT has_table_privilege(oid, 'SELECT')`
    expect(await ask(urls.backup, sql)).toEqual([])
    await expect(ask(urls.backup, 'CREATE TABLE public.mine (id int)')).rejects.toThrow(
      'read-only transaction',
    )
  })

  it('a role that changes its own defaults breaks none of its later sessions, is named at the start, and is put right', async () => {
    const settings = ['search_path = pg_catalog', 'row_security = off', 'default_transaction_read_only = on']
    try {
      const database = new URL(urls.app).pathname.slice(1)
      // In this database alone: other tests sign in with the same role. The last one keeps the role itself from writing any further.
      for (const setting of settings)
        await ask(urls.app, `ALTER ROLE accompany_app IN DATABASE ${database} SET ${setting}`)
      const shown = await appClient()
        .$queryRaw`SELECT current_setting('row_security') AS rls, current_setting('search_path') AS path,
        current_setting('default_transaction_read_only') AS ro, current_setting('default_transaction_isolation') AS iso`
      expect(shown).toEqual([{ rls: 'on', path: 'public', ro: 'off', iso: 'read committed' }])
      const said = await checkRoles([urls.app])
      for (const name of ['row_security', 'default_transaction_read_only', 'search_path'])
        expect(said.sentences.join(' ')).toContain(name)
    } finally {
      const sql = readFileSync('prisma/roles.sql', 'utf8')
      await ask(urls.superuser, sql)
    }
    expect(await checkRoles([urls.app, urls.auth, urls.stats, urls.share, urls.job])).toEqual({
      sentences: [],
      isAway: false,
    })
    await disconnect()
  })

  it('what a role set for itself in every database is taken away too', async () => {
    const [block = ''] =
      /DO \$\$\nDECLARE s record[\s\S]*?\$\$;/.exec(readFileSync('prisma/roles.sql', 'utf8')) ?? []
    const left = `SELECT count(*)::int AS n FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole
                   WHERE r.rolname = 'accompany_app' AND s.setdatabase = 0 AND 'work_mem=5MB' = ANY (s.setconfig)`
    // Roles belong to the whole server: nothing of this is committed, and anyone who makes a database meanwhile waits
    // (scripts/database.mjs).
    const server = new URL(urls.superuser)
    server.pathname = '/postgres'
    const [lock, client] = [
      new pg.Client({ connectionString: server.href }),
      new pg.Client({ connectionString: urls.superuser }),
    ]
    await lock.connect()
    await client.connect()
    try {
      await lock.query("SELECT pg_advisory_lock(hashtext('accompany.roles'))")
      await client.query("BEGIN; ALTER ROLE accompany_app SET work_mem = '5MB'")
      expect((await client.query(left)).rows).toEqual([{ n: 1 }])
      await client.query(block)
      expect((await client.query(left)).rows).toEqual([{ n: 0 }])
    } finally {
      await client.end()
      await lock.end()
    }
  })

  it.each(['app', 'auth', 'job', 'stats', 'share'] as const)('%s makes no large object', async (role) => {
    for (const call of ['lo_create(0)', 'lo_creat(-1)', "lo_from_bytea(0, 'x')"])
      await expect(ask(urls[role], `SELECT ${call}`)).rejects.toThrow('permission denied for function')
  })

  it('the sign-in role writes its own events into the audit log, and no other', async () => {
    const write = (event: string, rest = '') =>
      ask(urls.auth, `INSERT INTO audit_event (event${rest && ', case_id'}) VALUES ('${event}'${rest})`)
    for (const event of SIGN_IN_EVENTS) expect(await write(event)).toEqual([])
    for (const event of [
      'case.opened',
      'account.vouched',
      'release.signed',
      'file.erased',
      'session.startedx',
    ])
      await expect(write(event)).rejects.toThrow('row-level security')
    await expect(write('session.started', ', gen_random_uuid()')).rejects.toThrow('row-level security')
  })

  it('the migrated database equals the schema files', async () => {
    expect(await status(urls.migrate)).toMatchObject({ ok: true })
    expect(await compareWithSchema(urls.migrate)).toBe('')
  })
})
