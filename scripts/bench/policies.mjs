// npm run bench -- --policies: what need-to-know in the database costs, on 50,000 files and 200,000 notes. Milliseconds depend on the
// machine and are only printed; ratios judge.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { withClient } from '../pg-client.mjs'
import { runProgram } from '../refusal.mjs'
import { cloneDatabase, dropDatabases, openTestCluster } from '../test-cluster.mjs'

/** @typedef {{ title: string, as: 'worker' | 'leader', sql: string, where: string }} Question */

const teams = Array.from({ length: 20 }, () => randomUUID())
const worker = randomUUID()
const leader = randomUUID()
const tokens = {
  worker: randomBytes(32).toString('base64url'),
  leader: randomBytes(32).toString('base64url'),
}
const led = `team_id = '${teams[0]}'`
const own = `case_id IN (SELECT id FROM case_file WHERE worker_id = '${worker}')`

/** What our policies may cost, looking up the session included. The naive one stands beside to show what they save. */
const bound = 20

/** @type {Question[]} where: the same rows, asked for by someone who may see all */
const questions = [
  {
    title: 'own files, first 25',
    as: 'worker',
    sql: 'SELECT id FROM case_file WHERE $W ORDER BY next_step_on, id LIMIT 25',
    where: `worker_id = '${worker}'`,
  },
  { title: 'own notes, count', as: 'worker', sql: 'SELECT count(*) FROM note WHERE $W', where: own },
  {
    title: 'team files, first 25',
    as: 'leader',
    sql: 'SELECT id FROM case_file WHERE $W ORDER BY next_step_on, id LIMIT 25',
    where: led,
  },
  { title: 'team notes, count', as: 'leader', sql: 'SELECT count(*) FROM note WHERE $W', where: led },
]

/** @param {import('pg').Client} admin */
async function fill(admin) {
  // Triggers and foreign keys rest while rows are made in bulk; the rows are what they would have let in.
  await admin.query("SET session_replication_role = 'replica'")
  const organisation = randomUUID()
  await admin.query("INSERT INTO organisation (id, name, kind) VALUES ($1, 'Bench', 'real')", [organisation])
  await admin.query(
    "INSERT INTO team (id, organisation_id, name) SELECT t, $2, 'Team ' || n FROM unnest($1::uuid[]) WITH ORDINALITY AS x(t, n)",
    [teams, organisation],
  )
  await admin.query(
    "INSERT INTO staff (id, organisation_id, name, role, vouched_at) SELECT gen_random_uuid(), $1, 'Bench ' || n, 'caseworker', app.now() FROM generate_series(1, 400) n",
    [organisation],
  )
  await admin.query(
    "INSERT INTO staff (id, organisation_id, name, role, vouched_at) VALUES ($1, $3, 'Worker', 'caseworker', app.now()), ($2, $3, 'Leader', 'coordinator', app.now())",
    [worker, leader, organisation],
  )
  await admin.query(
    'INSERT INTO team_member (staff_id, team_id, leads) VALUES ($1, $3, false), ($2, $3, true)',
    [worker, leader, teams[0]],
  )
  for (const [staff, token] of [
    [worker, tokens.worker],
    [leader, tokens.leader],
  ])
    await admin.query(
      "INSERT INTO session (id, token_hash, staff_id, created_at, last_seen_at, expires_at, second_step_due, second_step_at, device) VALUES (gen_random_uuid(), $1, $2, now(), now(), now() + interval '1 hour', false, now(), 'firefox-linux')",
      [createHash('sha256').update(String(token)).digest('hex'), staff],
    )
  await admin.query(
    `INSERT INTO case_file (id, code, kind, secrecy, team_id, worker_id, opened_on, next_step_on, created_by)
      SELECT gen_random_uuid(), 'B' || n, 'det', 'open', CASE WHEN n <= 40 THEN $2::uuid ELSE ($1::uuid[])[1 + n % 20] END,
        CASE WHEN n <= 40 THEN $3::uuid ELSE s.ids[1 + n % 400] END, '2026-01-01', DATE '2026-01-01' + n % 300, $3
      FROM generate_series(1, 50000) n, (SELECT array_agg(id) AS ids FROM staff WHERE name LIKE 'Bench %') s`,
    [teams, teams[0], worker],
  )
  await admin.query(
    `INSERT INTO note (id, case_id, kind, happened_on, body_cipher, author_id, team_id, secrecy)
      SELECT gen_random_uuid(), f.id, 'call', '2026-02-01', '\\x00', f.worker_id, f.team_id, f.secrecy FROM case_file f, generate_series(1, 4)`,
  )
  await admin.query('ANALYZE')
}

/** Median of 15 runs, in milliseconds. @param {() => Promise<unknown>} run */
async function measure(run) {
  const times = []
  for (let round = 0; round < 15; round++) {
    const since = performance.now()
    await run()
    times.push(performance.now() - since)
  }
  return times.sort((a, b) => a - b)[7] ?? 0
}

/** @param {string} url @param {Question} question @param {boolean} scoped */
const ask = (url, { sql, where, as }, scoped) =>
  withClient(url, (client) =>
    measure(async () => {
      await client.query('BEGIN')
      if (scoped) await client.query('SELECT * FROM app.enter($1)', [tokens[as]])
      await client.query(sql.replace('$W', scoped ? 'true' : where))
      await client.query('COMMIT')
    }),
  )

/** The policy one would write first: asked again for each row. @param {import('pg').Client} admin */
async function makeNaive(admin) {
  const { rows } = await admin.query(
    "SELECT tablename AS table, policyname AS name FROM pg_policies WHERE tablename IN ('case_file', 'note') AND cmd IN ('SELECT', 'ALL')",
  )
  for (const { table, name } of rows) await admin.query(`DROP POLICY "${name}" ON "${table}"`)
  const reach =
    'f.worker_id = app.worker_id() OR f.team_id = ANY (app.led_teams()) OR f.id = ANY (app.member_cases())'
  await admin.query(
    `CREATE POLICY naive ON case_file FOR SELECT TO accompany_app USING (${reach.replaceAll('f.', '')})`,
  )
  await admin.query(
    `CREATE POLICY naive ON note FOR SELECT TO accompany_app USING (EXISTS (SELECT FROM case_file f WHERE f.id = case_id AND (${reach})))`,
  )
}

await runProgram(async () => {
  const { cluster, template, urls } = await openTestCluster()
  const name = `bench_${process.pid}`
  const at = (/** @type {string} */ url) => Object.assign(new URL(url), { pathname: `/${name}` }).href
  try {
    await cloneDatabase(urls.superuser, template, name)
    await withClient(at(urls.superuser), fill)
    const lines = []
    for (const question of questions)
      lines.push({
        question,
        floor: await ask(at(urls.superuser), question, false),
        rows: await ask(at(urls.app), question, true),
        naive: 0,
      })
    await withClient(at(urls.superuser), makeNaive)
    for (const line of lines) line.naive = await ask(at(urls.app), line.question, true)
    console.log(
      `${''.padEnd(24)}${['no policy', 'our policies', 'naive policy', 'ours ÷ none'].map((head) => head.padStart(14)).join('')}`,
    )
    const ms = (/** @type {number} */ value) => `${value.toFixed(1)} ms`.padStart(14)
    for (const { question, floor, rows, naive } of lines)
      console.log(
        `${question.title.padEnd(24)}${ms(floor)}${ms(rows)}${ms(naive)}${`${(rows / floor).toFixed(1)} ×`.padStart(14)}`,
      )
    const slow = lines.filter(({ floor, rows }) => rows > floor * bound)
    for (const { question } of slow)
      console.log(
        `too slow: "${question.title}" takes more than ${bound} times what it takes without policies`,
      )
    return slow.length === 0 ? 0 : 1
  } finally {
    await dropDatabases(cluster.superuser(), (database) => database === name)
    await cluster.release()
  }
})
