import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import FilePage from '@/app/(signed-in)/cases/[code]/page'
import { listCaseload } from '@/lib/caseload/caseload.data'
import { readSearch } from '@/lib/caseload/caseload.schema'
import { disconnect } from '@/lib/db/client'
import { answering } from '../support/given/answers'
import { givenField } from '../support/given/fields'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { openPage } from '../support/handlers'

// What own fields cost: two offices of five thousand files each, eight answers in each, beside an organisation of the same size that asks nothing besides.

const FILES = 5_000
const FIELDS = 8
let plain: GivenOrganisation
let asking: GivenOrganisation
let fields: string[] = []

/** Rows without triggers and what they copy: that stands in what is copied here. */
const quickly = async (
  organisation: GivenOrganisation,
  sql: string,
  values: readonly unknown[],
): Promise<void> => {
  await organisation.ask("SELECT set_config('session_replication_role', 'replica', false)")
  await organisation.ask(sql, values)
  await organisation.ask("SELECT set_config('session_replication_role', 'origin', false)")
}

/** Copies of the rows of a table that name one file or person, each for another one. */
const copy = async (
  organisation: GivenOrganisation,
  table: string,
  { where, change, team }: { readonly where: string; readonly change: string; readonly team: string },
): Promise<void> => {
  const columns = await organisation.ask(
    `SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) AS all FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER'`,
    [table],
  )
  const list = String(columns[0]?.all)
  await quickly(
    organisation,
    `INSERT INTO ${table} (${list}) SELECT ${list
      .split(', ')
      .map((name) => `r.${name}`)
      .join(', ')}
       FROM generate_series(1, $1::int) n, ${table} x,
            LATERAL (SELECT md5('file ' || $2::text || n)::uuid AS file, md5('person ' || $2::text || n)::uuid AS person) m,
            LATERAL jsonb_populate_record(x, ${change}) r
      WHERE ${where}`,
    [FILES, team],
  )
}

/** As many open files in each office, each with a person. */
const fill = async (organisation: GivenOrganisation): Promise<void> => {
  const { givenFile } = answering(() => organisation)
  const { caseId, personId } = await givenFile()
  for (const team of [organisation.north, organisation.south]) {
    await copy(organisation, 'case_file', {
      where: `x.id = '${caseId}'`,
      change: `jsonb_build_object('id', m.file, 'team_id', $2::text, 'code', upper(substr(md5(m.file::text), 1, 3) || '-' || substr(md5(m.file::text), 4, 5)))`,
      team,
    })
    await copy(organisation, 'person', {
      where: `x.id = '${personId}'`,
      change: "jsonb_build_object('id', m.person)",
      team,
    })
    await copy(organisation, 'case_person', {
      where: `x.case_id = '${caseId}'`,
      change: "jsonb_build_object('case_id', m.file, 'person_id', m.person, 'team_id', $2::text)",
      team,
    })
  }
}

beforeAll(async () => {
  plain = await givenCaseOrganisation()
  asking = await givenCaseOrganisation()
  await fill(plain)
  await fill(asking)
  for (let n = 0; n < FIELDS; n += 1) fields = [...fields, await givenField(asking.ada.token)]
  await quickly(
    asking,
    `INSERT INTO own_value (id, answer_id, case_id, field_id, edition, position, state, code, created_by, team_id, secrecy)
     SELECT x.i, x.i, f.id, d.id, 1, 0, 'given', 'v' || (1 + abs(hashtext(f.id::text || d.id::text)) % 3), f.created_by, f.team_id, f.secrecy
       FROM case_file f CROSS JOIN unnest($1::uuid[]) AS d (id) CROSS JOIN LATERAL (SELECT md5(f.id::text || d.id)::uuid AS i) x
      WHERE f.team_id IN ($2, $3)`,
    [fields, asking.north, asking.south],
  )
  await asking.ask('ANALYZE')
}, 600_000)
afterAll(async () => {
  await plain.close()
  await asking.close()
  await disconnect()
})

const rank = (took: readonly number[], share: number): number =>
  [...took].sort((a, b) => a - b)[Math.min(took.length - 1, Math.ceil(share * took.length) - 1)] ?? Number.NaN
const timed = async (run: () => Promise<unknown>): Promise<number> => {
  const since = performance.now()
  await run()
  return performance.now() - since
}

describe('own fields', () => {
  it('narrow a list of an office by an index below the policies, in at most half as long again as the whole list', async () => {
    const search = (own: readonly string[]) =>
      asking.coral.work((work) => listCaseload(work, readSearch({ own }), null))
    const took = { all: [0], narrowed: [0] }
    for (let n = 0; n < 40; n += 1) {
      const all = await timed(() => search([]))
      const narrowed = await timed(async () => {
        const { lines, total } = await search([`${fields[n % FIELDS]}_v${1 + (n % 3)}`])
        expect(lines.length).toBeGreaterThan(0)
        expect(total).toBeLessThan(FILES / 2)
      })
      if (n < 5) continue
      took.all.push(all)
      took.narrowed.push(narrowed)
    }
    const [all, narrowed] = [took.all.slice(1), took.narrowed.slice(1)]
    const plan = await asking.coral.work((work) =>
      work.tx.$queryRawUnsafe<Record<string, string>[]>(
        `EXPLAIN (COSTS OFF) SELECT v.case_id FROM own_value v WHERE v.field_id = '${fields[0]}'::uuid AND v.withdrawn_at IS NULL AND v.state IS NOT NULL
           AND v.code = ANY (ARRAY['v1'])`,
      ),
    )
    const said = plan.map((row) => row['QUERY PLAN']).join('\n')
    console.info(
      `list of an office: p50 ${rank(all, 0.5).toFixed(0)} ms, p95 ${rank(all, 0.95).toFixed(0)} ms; narrowed by an own field: p50 ${rank(narrowed, 0.5).toFixed(0)} ms, p95 ${rank(narrowed, 0.95).toFixed(0)} ms\n${said}`,
    )
    expect(said).toContain('own_value_code_idx')
    // A busy machine takes longer for both.
    expect(rank(narrowed, 0.5) / rank(all, 0.5)).toBeLessThanOrEqual(1.5)
  })

  it('make the page of a file at most a tenth slower', async () => {
    const codeOf = async (organisation: GivenOrganisation): Promise<string> =>
      String(
        (
          await organisation.ask('SELECT code FROM case_file WHERE team_id = $1 LIMIT 1', [
            organisation.north,
          ])
        )[0]?.code,
      )
    const open = (organisation: GivenOrganisation, code: string) => async () => {
      const shown = await openPage(organisation.coral.token, FilePage, { params: { code } })
      expect(shown.outcome).toBe('shown')
    }
    const [without, with8] = [open(plain, await codeOf(plain)), open(asking, await codeOf(asking))]
    const took = { without: [0], with8: [0] }
    for (let n = 0; n < 45; n += 1) {
      const [a, b] = [await timed(without), await timed(with8)]
      if (n < 5) continue
      took.without.push(a)
      took.with8.push(b)
    }
    const [a, b] = [rank(took.without.slice(1), 0.5), rank(took.with8.slice(1), 0.5)]
    console.info(
      `page of a file: ${a.toFixed(1)} ms without own fields, ${b.toFixed(1)} ms with eight answers`,
    )
    expect(b / a).toBeLessThanOrEqual(1.1)
  })
})
