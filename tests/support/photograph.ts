import type pg from 'pg'
import * as z from 'zod'

const names = z.array(z.object({ name: z.string() }))
const hashes = z.array(z.object({ hash: z.string() })).length(1)

/** Every table but the audit log with its counters and marks, receipts, sessions and imports themselves: how many rows it has, and a hash of them. */
export const photograph = async (owner: pg.Client): Promise<Record<string, string>> => {
  const { rows } = await owner.query(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
        AND relname NOT LIKE 'import%' AND relname NOT IN ('audit_event', 'audit_counter', 'audit_seal', 'row_mark', 'receipt', '_prisma_migrations', 'session') ORDER BY 1`,
  )
  const photo: Record<string, string> = {}
  for (const { name } of names.parse(rows)) {
    const counted = await owner.query(
      `SELECT count(*) || ' ' || COALESCE(md5(string_agg(x::text, '|' ORDER BY x::text)), '') AS hash FROM public."${name}" x`,
    )
    photo[name] = hashes.parse(counted.rows)[0]?.hash ?? ''
  }
  return photo
}
