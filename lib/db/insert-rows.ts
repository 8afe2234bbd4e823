import 'server-only'
import type { Prisma } from './generated/client'
import { type Sql, sql } from './sql'

/**
 * The tables that a visit day fills, with the columns that are sent; the others have their defaults. Days are YYYY-MM-DD. Everything
 * else is written through Prisma, which plans each createMany anew, in the application and in the database (docs/adr/0072).
 */
type Rows = {
  readonly visit: {
    readonly id: string
    readonly team_id: string
    readonly place_id: string
    readonly on_date: string
    readonly starts_at: string | null
    readonly ends_at: string | null
    readonly access: string
    readonly waiting_minutes: number | null
    readonly created_by: string
  }
  /** Anyone who is there already stays. */
  readonly visit_visitor: { readonly visit_id: string; readonly staff_id: string }
  readonly encounter: {
    readonly id: string
    readonly visit_id: string
    readonly case_id: string
    readonly person_id: string
    readonly place_id: string
    readonly met_on: string
    readonly position: number
    readonly outcome: string
    readonly mode: string
    readonly is_again: boolean
    readonly met_at: string | null
    readonly language: string | null
    readonly interpreter: string | null
    readonly note_cipher: Uint8Array | null
    readonly author_id: string
  }
  readonly encounter_item: {
    readonly encounter_id: string
    readonly case_id: string
    readonly kind: string
    readonly code: string
  }
  readonly place_stay: {
    readonly id: string
    readonly case_id: string
    readonly person_id: string
    readonly place_id: string
    readonly since: string | null
    readonly episode_id: string | null
    readonly created_at: Date
  }
}
type Table = keyof Rows
export type NewRow<T extends Table> = Rows[T]

const INSERTS: { readonly [T in Table]: (rows: string) => Sql } = {
  visit: (rows) => sql`
    INSERT INTO visit (id, team_id, place_id, on_date, starts_at, ends_at, access, waiting_minutes, created_by)
    SELECT id, team_id, place_id, on_date, starts_at, ends_at, access, waiting_minutes, created_by
      FROM jsonb_populate_recordset(NULL::visit, ${rows}::jsonb)`,
  visit_visitor: (rows) => sql`
    INSERT INTO visit_visitor (visit_id, staff_id)
    SELECT visit_id, staff_id FROM jsonb_populate_recordset(NULL::visit_visitor, ${rows}::jsonb) ON CONFLICT DO NOTHING`,
  encounter: (rows) => sql`
    INSERT INTO encounter (id, visit_id, case_id, person_id, place_id, met_on, position, outcome, mode, is_again, met_at,
                           language, interpreter, note_cipher, author_id)
    SELECT id, visit_id, case_id, person_id, place_id, met_on, position, outcome, mode, is_again, met_at,
           language, interpreter, note_cipher, author_id
      FROM jsonb_populate_recordset(NULL::encounter, ${rows}::jsonb)`,
  encounter_item: (rows) => sql`
    INSERT INTO encounter_item (encounter_id, case_id, kind, code)
    SELECT encounter_id, case_id, kind, code FROM jsonb_populate_recordset(NULL::encounter_item, ${rows}::jsonb)`,
  place_stay: (rows) => sql`
    INSERT INTO place_stay (id, case_id, person_id, place_id, since, episode_id, created_at)
    SELECT id, case_id, person_id, place_id, since, episode_id, created_at
      FROM jsonb_populate_recordset(NULL::place_stay, ${rows}::jsonb)`,
}

const toJson = (row: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]: [string, unknown]) => [
      name,
      value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value,
    ]),
  )

/**
 * Inserts rows of one table by one statement whose text is the same for one row and for forty: Prisma has nothing to plan, and the
 * database keeps its plan. Row-level security, defaults and triggers are those of any other insert.
 */
export const insertRows = async <T extends Table>(
  { tx }: { readonly tx: Prisma.TransactionClient },
  table: T,
  rows: readonly NewRow<T>[],
): Promise<void> => {
  if (rows.length > 0) await tx.$executeRaw(INSERTS[table](JSON.stringify(rows.map(toJson))))
}
