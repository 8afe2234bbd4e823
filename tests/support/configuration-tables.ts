import type pg from 'pg'

/** Everything that an organisation has set, row by row, as it holds now. Versions, reasons and moments are not compared. */
const QUERIES = {
  organisation: 'SELECT id AS key, name FROM organisation WHERE id = $1',
  setting: 'SELECT key, value FROM setting WHERE organisation_id = $1',
  team: 'SELECT id AS key, name, locale, closed_at FROM team WHERE organisation_id = $1',
  list_shown: `SELECT list || ':' || code AS key, labels, position, hidden FROM list_shown WHERE organisation_id = $1`,
  list_value: `SELECT id AS key, list, standard_code, key AS own_key, labels, position, retired, successor_id FROM list_value WHERE organisation_id = $1`,
  place:
    'SELECT id AS key, kind, label_en, label_fr, label_nl, label_de, city FROM place WHERE organisation_id = $1',
  place_shown: `SELECT place_id AS key, labels, aliases, hidden, visit_hours, visit_phone, visit_bring
                  FROM place_shown WHERE organisation_id = $1`,
  partner: `SELECT id AS key, name, kind, languages, regions, ages, takes, hours, how_to, phone, email, retired_at IS NOT NULL AS is_retired FROM partner WHERE organisation_id = $1`,
  own_field: `SELECT f.id AS key, f.key AS own_key, f.owner, f.type, f.class, f.decimals, e.state, e.labels, e.help, e.section, e.part, e.position,
                     e.required, e.level, e.offices, e.kinds, e.nationalities, e.conditions, e.options
                FROM own_field f JOIN LATERAL (SELECT * FROM own_field_edition x WHERE x.field_id = f.id ORDER BY edition DESC LIMIT 1) e ON true
               WHERE f.organisation_id = $1`,
} as const
export type ConfigurationRows = ReadonlyMap<string, Record<string, unknown>>

/** By table and key. */
export const configurationRows = async (
  owner: pg.Client,
  organisationId: string,
): Promise<ConfigurationRows> => {
  const all = new Map<string, Record<string, unknown>>()
  for (const [table, query] of Object.entries(QUERIES))
    for (const row of (await owner.query(query, [organisationId])).rows)
      all.set(`${table} ${String(row.key)}`, row)
  return all
}
/** How many changes were ever written: not one more after what was refused. */
export const countEditions = async (owner: pg.Client, organisationId: string): Promise<number> => {
  const { rows } = await owner.query(
    `SELECT (SELECT count(*) FROM config_edition WHERE organisation_id = $1)
          + (SELECT count(*) FROM own_field_edition WHERE organisation_id = $1) AS count`,
    [organisationId],
  )
  return Number(rows[0]?.count)
}
