import pg from 'pg'
import * as z from 'zod'
import { SESSION, SESSION_OPTIONS } from './client'

const powers = z.array(z.object({ role: z.string(), power: z.string() }))

// Each line is one thing a serving role must not be able to do. Zero rows is the only good answer.
const QUESTION = `
  SELECT r.rolname AS role, p.power
    FROM pg_roles r,
    LATERAL (
      SELECT 'is a superuser' WHERE r.rolsuper
      UNION ALL SELECT 'bypasses row-level security' WHERE r.rolbypassrls
      UNION ALL SELECT 'may create roles' WHERE r.rolcreaterole
      UNION ALL SELECT 'may create databases' WHERE r.rolcreatedb
      UNION ALL SELECT 'may replicate' WHERE r.rolreplication
      UNION ALL SELECT 'is a member of another role' WHERE EXISTS (
        SELECT 1 FROM pg_auth_members m WHERE m.member = r.oid
           -- What it takes on to count (docs/adr/0136), without inheriting it.
           AND NOT (r.rolname = 'accompany_app' AND NOT r.rolinherit AND m.roleid = to_regrole('accompany_count')))
      UNION ALL SELECT 'owns a table or a function'
        WHERE EXISTS (SELECT 1 FROM pg_class c WHERE c.relowner = r.oid)
           OR EXISTS (SELECT 1 FROM pg_proc f WHERE f.proowner = r.oid)
      UNION ALL SELECT 'may create in a schema'
        WHERE has_schema_privilege(r.oid, 'public', 'CREATE') OR has_schema_privilege(r.oid, 'app', 'CREATE')
      UNION ALL SELECT 'may change the audit log'
        WHERE has_table_privilege(r.oid, 'public.audit_event', 'UPDATE, DELETE, TRUNCATE')
      UNION ALL SELECT 'may make large objects' WHERE has_function_privilege(r.oid, 'pg_catalog.lo_create(oid)', 'EXECUTE')
      UNION ALL SELECT 'has a setting of its own that no file of ours made (' || split_part(setting, '=', 1) || ')'
        FROM pg_db_role_setting s, unnest(s.setconfig) AS c(setting)
       WHERE s.setrole = r.oid AND s.setdatabase IN (0, (SELECT d.oid FROM pg_database d WHERE d.datname = current_database()))
         AND lower(split_part(setting, '=', 1)) NOT IN ('timezone', 'statement_timeout', 'lock_timeout',
               'idle_in_transaction_session_timeout', 'transaction_timeout')
      UNION ALL SELECT 'may truncate, reference or trigger'
        WHERE EXISTS (SELECT 1 FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
                         AND has_table_privilege(r.oid, c.oid, 'TRUNCATE, REFERENCES, TRIGGER'))
    ) AS p(power)
   WHERE r.rolname = current_user`

// A pooler may give other sessions than those that were asked for.
const SESSION_QUESTION = `
  SELECT name FROM unnest($1::text[], $2::text[]) AS s(name, value) WHERE current_setting(name) <> value`
const names = z.array(z.object({ name: z.string() }))
const POOLER =
  'PgBouncer in front needs ignore_startup_parameters = options and the connect_query of docs/runbook.md ("accompany pooler" writes both).'

// No one answers there, or not yet: it may come by itself. Everything else is a wrong setting.
const AWAY =
  /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|08\d\d\d|57P0\d|53300|no code)$/

export type RolesSeen = {
  /** What the roles can do and must not; empty when all is well. */
  readonly sentences: readonly string[]
  /** Whether a database could not be reached, so that nothing is known of its role. */
  readonly isAway: boolean
}

/** Looks at the roles behind these addresses. */
export const checkRoles = async (urls: readonly string[]): Promise<RolesSeen> => {
  const sentences: string[] = []
  let isAway = false
  for (const connectionString of urls) {
    const client = new pg.Client({
      connectionString,
      connectionTimeoutMillis: 5_000,
      options: SESSION_OPTIONS,
    })
    try {
      await client.connect()
      const { rows } = await client.query(QUESTION)
      for (const { role, power } of powers.parse(rows))
        sentences.push(`the database role ${role} ${power}. Run prisma/roles.sql and use the roles it makes.`)
      const other = await client.query(SESSION_QUESTION, [Object.keys(SESSION), Object.values(SESSION)])
      for (const { name } of names.parse(other.rows))
        sentences.push(`connections do not have the ${name} they were opened with. ${POOLER}`)
    } catch (error) {
      const code =
        typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'no code'
      if (AWAY.test(code)) isAway = true
      // What a pooler answers to settings of a session that it does not know.
      else if (code === '08P01') sentences.push(`the database refuses how we connect. ${POOLER}`)
      else
        sentences.push(
          `the database cannot be reached (${code}). Check that it runs and that the address is right.`,
        )
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  return { sentences, isAway }
}
