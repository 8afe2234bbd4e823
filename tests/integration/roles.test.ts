import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { status } from '../../scripts/prisma-engine.mjs'
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
          'SELECT count(*)::int AS n FROM pg_auth_members WHERE member = current_role::regrole',
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

  it('the migrated database equals the schema files', async () => {
    expect(await status(urls.migrate)).toMatchObject({ ok: true, drift: null })
  })
})
