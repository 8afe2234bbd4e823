import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listCaseIds, listCaseload } from '@/lib/caseload/caseload.data'
import { type Cursor, FIRST_SORT, readQuery, readSearch } from '@/lib/caseload/caseload.schema'
import { byDanger, dangerOf, RANKS, type Ranked } from '@/lib/cases/danger.rules'
import { toDangerDays } from '@/lib/cases/danger-days.rules'
import { minority } from '@/lib/people/minority.rules'
import { addDays } from '@/lib/shared/dates'
import { type GivenDanger, givenDangers } from '../support/given/dangers'
import { type GivenHistory, givenHistories } from '../support/given/histories'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { givenRandom } from '../support/given/population'

// The order of danger stands twice, in TypeScript and in the columns and indexes of the database: equal on random files and days.
let organisation: GivenOrganisation
let histories: readonly GivenHistory[]
let dangers: ReadonlyMap<string, GivenDanger>
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  const random = givenRandom(20261128)
  histories = await givenHistories(organisation, random, 160)
  dangers = await givenDangers(organisation, random, histories)
})
afterAll(() => organisation.close())

/** The silence is compared with its rule in caseload.test.ts; here it is taken as it stands. */
const readFiles = async (): Promise<(Ranked & { readonly id: string; readonly status: string })[]> => {
  const rows = await organisation.ask(
    'SELECT id, unseen_on::text AS unseen, silence_on::text AS silent FROM case_file WHERE id = ANY ($1)',
    [histories.map(({ id }) => id)],
  )
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
  return histories.map(({ id, status, risk, nextStepOn }) => {
    const facts = dangers.get(id)
    const row = rows.find((one) => one.id === id)
    if (facts === undefined) throw new Error('every file has facts')
    const silence = { unseenOn: text(row?.unseen), silenceOn: text(row?.silent) }
    return {
      id,
      status,
      risk,
      nextStepOn,
      ...silence,
      ...toDangerDays({ ...facts, ...silence, status, nextStepOn }),
    }
  })
}

const setClock = async (at: string): Promise<void> => {
  await organisation.ask(
    `CREATE OR REPLACE FUNCTION app.now() RETURNS timestamptz LANGUAGE sql STABLE SET search_path = ''
     RETURN timestamptz '${at}'`,
  )
  await organisation.ask(
    `UPDATE session SET created_at = app.now(), last_seen_at = app.now(), second_step_at = app.now(), expires_at = app.now() + interval '12 hours'`,
  )
}

const readPages = async (who: 'coral' | 'casey', query: string): Promise<string[]> => {
  const ids: string[] = []
  let after: Cursor | null = null
  do {
    const page = await organisation[who].work((work) => listCaseload(work, readQuery(query), after))
    ids.push(...page.lines.map(({ id }) => id))
    after = page.next === null ? null : readSearch({ after: page.next }).after
  } while (after !== null)
  return ids
}

describe('the order of danger', { shuffle: false }, () => {
  it('keeps beside each file the days that the rule says', async () => {
    const stored = await organisation.ask(
      `SELECT id, critical_on::text AS "criticalOn", missing_on::text AS "missingOn", act_from::text AS "actFrom",
              act_on::text AS "actOn", removal_on::text AS "removalOn", serious_on::text AS "seriousOn", is_held AS "isHeld",
              adult_on::text AS "adultOn", task_on::text AS "taskOn", overdue_on::text AS "overdueOn"
         FROM case_file WHERE id = ANY ($1) ORDER BY id`,
      [histories.map(({ id }) => id)],
    )
    const expected = (await readFiles())
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ risk, unseenOn, silenceOn, nextStepOn, status, ...days }) => days)
    expect(stored).toEqual(expected)
    // Counted again, nothing changes.
    await organisation.ask(`SELECT app.count_danger(id, 'all') FROM case_file`)
    expect(
      await organisation.ask(
        'SELECT count(*)::int AS n FROM case_file WHERE danger_from IS NOT NULL AND id = ANY ($1)',
        [histories.map(({ id }) => id)],
      ),
    ).toEqual([
      {
        n: expected.filter((one) =>
          [one.criticalOn, one.missingOn, one.actFrom, one.removalOn, one.seriousOn].some(
            (on) => on !== null,
          ),
        ).length,
      },
    ])
  })

  const met = new Set<string>()
  it.each(['2026-02-28T23:30:00Z', '2026-03-29T00:30:00Z', '2026-07-15T10:00:00Z', '2026-12-31T22:59:00Z'])(
    'is the rule’s in the database at %s, page by page, for an office and for one’s own files',
    async (at) => {
      await setClock(at)
      const day = at === '2026-02-28T23:30:00Z' ? '2026-03-01' : at.slice(0, 10)
      const files = await readFiles()
      const order = (some: readonly (typeof files)[number][]): string[] =>
        some
          .map((one) => ({ id: one.id, ...dangerOf(one, day) }))
          .sort(byDanger)
          .map(({ id }) => id)
      const open = files.filter(({ status }) => status !== 'closed')
      for (const one of open) met.add(dangerOf(one, day).rank)
      expect(await readPages('coral', '')).toEqual(order(open))
      expect(await organisation.coral.work((work) => listCaseIds(work, {}, FIRST_SORT))).toEqual(order(open))
      const own = await organisation.ask('SELECT id FROM case_file WHERE worker_id = $1', [
        organisation.casey.id,
      ])
      const isOwn = new Set(own.map(({ id }) => id))
      expect(await readPages('casey', '')).toEqual(order(open.filter(({ id }) => isOwn.has(id))))
      // Closed files are asked for by name, and a signal outlives the closing.
      expect(await readPages('coral', 'status=closed')).toEqual(
        order(files.filter(({ status }) => status === 'closed')),
      )
    },
  )

  it('was asked about every rank', () => {
    expect([...met].sort()).toEqual([...RANKS.codes].sort())
  })

  it('knows a minor as the rule of minority does, on every day around the birthday', () => {
    for (const { claims, adultOn } of dangers.values())
      for (const on of adultOn === null
        ? ['2026-06-01']
        : [-400, -1, 0, 1, 400].map((days) => addDays(adultOn, days)))
        expect(minority(claims, on).treatedAsMinor).toBe(adultOn !== null && on < adultOn)
  })
})
