// The floor of four pages: the rows that each shows, with the fewest statements, each of them needed. No forms, no words, no rules: what a page
// costs below which it cannot come. Need-to-know is the database's own, as for the application.

/** Who asks, set for the transaction. */
const ENTER = 'SELECT staff_id, organisation_id, at FROM app.enter($1)'
/** That someone looked is written down, on every page. */
const AUDIT = "INSERT INTO audit_event (event, case_id, detail) VALUES ($1, $2::uuid, '{}')"

const NAMES = `(SELECT json_agg(json_build_object('kind', n.kind, 'text', n.text, 'cipher', encode(n.cipher, 'base64')))
    FROM case_person cp JOIN person_name n ON n.person_id = cp.person_id
   WHERE cp.case_id = f.id AND cp.until IS NULL AND n.withdrawn_at IS NULL)`
const HELD = `(SELECT json_build_object('place', p.label_en, 'since', s.since) FROM place_stay s JOIN place p ON p.id = s.place_id
   WHERE s.case_id = f.id AND s.until IS NULL ORDER BY s.created_at DESC LIMIT 1)`
const KEY = `(SELECT encode(k.wrapped, 'base64') FROM wrapped_key k WHERE k.holder_id = f.id AND k.recipient = 'server' LIMIT 1)`
const STEP = "encode(f.next_step_cipher, 'base64') AS step, f.next_step_on"
const OPEN = "f.status <> ALL ('{closed,closed_referred,duplicate,archived}'::text[])"

/** @typedef {{ staff: string, code: string, today: string }} Asked */
/** @typedef {{ text: string, values: (asked: Asked) => unknown[] }} Statement */

/** @type {Readonly<Record<string, { event: string, statements: readonly Statement[] }>>} */
export const FLOOR = {
  today: {
    event: 'case.listed',
    statements: [
      {
        text: `SELECT count(*) FILTER (WHERE ${OPEN}) AS files, count(*) FILTER (WHERE f.unseen_on <= $2::date) AS unseen,
                      count(*) FILTER (WHERE f.next_step_on <= $2::date) AS steps,
                      (SELECT count(*) FROM signal g WHERE g.answered_at IS NULL) AS signals
                 FROM case_file f WHERE f.worker_id = $1::uuid`,
        values: ({ staff, today }) => [staff, today],
      },
      {
        text: `SELECT f.code, f.critical_on, f.missing_on, f.act_on, f.serious_on, f.unseen_on, f.risk, ${STEP}, ${NAMES} AS names, ${HELD} AS held, ${KEY} AS key
                 FROM case_file f
                WHERE f.worker_id = $1::uuid AND ${OPEN} AND (f.unseen_on <= $2::date OR f.next_step_on <= $2::date OR f.critical_on IS NOT NULL)
                ORDER BY f.critical_on NULLS LAST, f.unseen_on, f.next_step_on, f.id LIMIT 30`,
        values: ({ staff, today }) => [staff, today],
      },
      {
        text: `SELECT p.id, p.on_date, p.starts_at, p.ends_at, place.label_en,
                      (SELECT json_agg(s.name) FROM visit_plan_visitor v JOIN staff s ON s.id = v.staff_id WHERE v.plan_id = p.id AND v.goes) AS visitors,
                      (SELECT count(*) FROM visit_plan_person v WHERE v.plan_id = p.id AND v.planned) AS people
                 FROM visit_plan p JOIN place ON place.id = p.place_id
                WHERE p.on_date BETWEEN $2::date AND $2::date + 6
                  AND EXISTS (SELECT FROM visit_plan_visitor v WHERE v.plan_id = p.id AND v.staff_id = $1::uuid) ORDER BY p.on_date, p.starts_at LIMIT 10`,
        values: ({ staff, today }) => [staff, today],
      },
    ],
  },
  caseload: {
    event: 'case.listed',
    statements: [
      {
        text: `SELECT count(*) AS total, count(*) FILTER (WHERE f.next_step_on < $2::date) AS late, count(*) FILTER (WHERE f.unseen_on <= $2::date) AS unseen
                 FROM case_file f WHERE f.worker_id = $1::uuid AND ${OPEN}`,
        values: ({ staff, today }) => [staff, today],
      },
      {
        text: `SELECT f.code, f.kind, f.status, f.risk, f.opened_on, f.last_seen_on, f.unseen_on, ${STEP}, w.name AS worker, ${NAMES} AS names, ${HELD} AS held, ${KEY} AS key,
                      (SELECT json_agg(n.country) FROM case_person cp JOIN nationality n ON n.person_id = cp.person_id WHERE cp.case_id = f.id AND n.withdrawn_at IS NULL) AS countries,
                      (SELECT json_agg(json_build_object('code', g.code, 'severity', g.severity)) FROM signal g WHERE g.case_id = f.id AND g.answered_at IS NULL) AS signals
                 FROM case_file f LEFT JOIN staff w ON w.id = f.worker_id
                WHERE f.worker_id = $1::uuid AND ${OPEN}
                ORDER BY f.critical_on NULLS LAST, f.unseen_on, f.id LIMIT 50`,
        values: ({ staff }) => [staff],
      },
    ],
  },
  file: {
    event: 'case.opened',
    statements: [
      {
        text: `SELECT f.id, f.code, f.kind, f.status, f.risk, f.opened_on, ${STEP}, w.name AS worker, t.name AS team, ${NAMES} AS names, ${HELD} AS held, ${KEY} AS key,
                      (SELECT json_agg(json_build_object('basis', a.basis, 'years', a.age_years)) FROM case_person cp JOIN age_claim a ON a.person_id = cp.person_id
                        WHERE cp.case_id = f.id AND a.withdrawn_at IS NULL) AS ages,
                      (SELECT json_agg(n.country) FROM case_person cp JOIN nationality n ON n.person_id = cp.person_id WHERE cp.case_id = f.id AND n.withdrawn_at IS NULL) AS countries,
                      (SELECT json_agg(json_build_object('code', g.code, 'severity', g.severity)) FROM signal g WHERE g.case_id = f.id AND g.answered_at IS NULL) AS signals,
                      (SELECT json_agg(s.name) FROM case_member m JOIN staff s ON s.id = m.staff_id WHERE m.case_id = f.id) AS members,
                      (SELECT count(*) FROM task k WHERE k.case_id = f.id AND k.done_at IS NULL) AS tasks,
                      (SELECT count(*) FROM deadline d WHERE d.case_id = f.id AND d.status = 'open') AS deadlines
                 FROM case_file f LEFT JOIN staff w ON w.id = f.worker_id JOIN team t ON t.id = f.team_id WHERE f.code = $1`,
        values: ({ code }) => [code],
      },
      {
        text: `SELECT x.* FROM (
                 (SELECT 'note' AS what, n.happened_on AS on_day, s.name, encode(n.body_cipher, 'base64') AS body, NULL::json AS items
                    FROM note n JOIN case_file f ON f.id = n.case_id JOIN staff s ON s.id = n.author_id WHERE f.code = $1 ORDER BY n.happened_on DESC LIMIT 20)
                 UNION ALL
                 (SELECT 'visit', e.met_on, s.name, encode(e.note_cipher, 'base64'),
                         (SELECT json_agg(i.code) FROM encounter_item i WHERE i.encounter_id = e.id)
                    FROM encounter e JOIN case_file f ON f.id = e.case_id JOIN staff s ON s.id = e.author_id WHERE f.code = $1 ORDER BY e.met_on DESC LIMIT 20)) x
               ORDER BY x.on_day DESC LIMIT 20`,
        values: ({ code }) => [code],
      },
    ],
  },
  planning: {
    event: 'plan.listed',
    statements: [
      {
        text: `SELECT p.id, p.on_date, p.starts_at, p.ends_at, p.state, p.place_id,
                      (SELECT json_agg(s.name) FROM visit_plan_visitor v JOIN staff s ON s.id = v.staff_id WHERE v.plan_id = p.id AND v.goes) AS visitors,
                      (SELECT count(*) FROM visit_plan_person v WHERE v.plan_id = p.id AND v.planned) AS people
                 FROM visit_plan p WHERE p.on_date BETWEEN $1::date AND $1::date + 6`,
        values: ({ today }) => [today],
      },
      {
        text: `SELECT place.label_en, f.code, f.risk, f.unseen_on, f.last_seen_on, f.critical_on, f.act_on, s.since, ${NAMES} AS names, ${KEY} AS key
                 FROM (SELECT f.*, s.place_id, s.since, row_number() OVER (PARTITION BY s.place_id ORDER BY f.critical_on NULLS LAST, f.unseen_on, f.id) AS at
                         FROM case_file f JOIN place_stay s ON s.case_id = f.id AND s.until IS NULL
                        WHERE ${OPEN}) f JOIN place ON place.id = f.place_id, LATERAL (SELECT f.since) s
                WHERE f.at <= 3`,
        values: () => [],
      },
      {
        text: "SELECT id, label_en, kind FROM place WHERE kind = 'closed_centre' AND valid_to IS NULL",
        values: () => [],
      },
    ],
  },
}

/** So many statements a page takes at least: who asks, its rows, and the line of the audit log, within one transaction. */
export const countFloor = (/** @type {string} */ page) => (FLOOR[page]?.statements.length ?? 0) + 4

/**
 * @param {import('pg').Pool} pool
 * @param {string} page
 * @param {{ token: string, code: string, today: string }} asked
 * @returns {Promise<unknown[][][]>} the rows of each statement
 */
export async function readFloor(pool, page, { token, code, today }) {
  const floor = FLOOR[page]
  if (floor === undefined) throw new Error(`there is no floor for ${page}`)
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const entered = await client.query({ text: ENTER, values: [token] })
    const [who] = entered.rows
    if (who === undefined) throw new Error('no one is signed in')
    const tables = []
    for (const { text, values } of floor.statements) {
      const { rows } = await client.query({
        text,
        values: values({ staff: who.staff_id, code, today }),
        rowMode: 'array',
      })
      tables.push(rows)
    }
    await client.query({ text: AUDIT, values: [floor.event, page === 'file' ? tables[0]?.[0]?.[0] : null] })
    await client.query('COMMIT')
    return tables
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}
