import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listCaseload } from '@/lib/caseload/caseload.data'
import { type Cursor, FIRST_SORT, readQuery, readSearch } from '@/lib/caseload/caseload.schema'
import { SILENCE_STATES, type SilenceState, toSilence, toSilenceState } from '@/lib/cases/silence.rules'
import { REGISTRY } from '@/lib/settings/registry.schema'
import { dayOf } from '@/lib/shared/dates'
import { type GivenHistory, givenHistories } from '../support/given/histories'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { givenRandom } from '../support/given/population'

const SHIPPED = REGISTRY['work.unseen'].shipped

let organisation: GivenOrganisation
let histories: readonly GivenHistory[]
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  histories = await givenHistories(organisation, givenRandom(20261124), 160)
})
afterAll(() => organisation.close())

/** Sets the clock of policies and code; sessions live on. */
const setClock = async (at: string): Promise<string> => {
  await organisation.ask(
    `CREATE OR REPLACE FUNCTION app.now() RETURNS timestamptz LANGUAGE sql STABLE SET search_path = ''
     RETURN timestamptz '${at}'`,
  )
  await organisation.ask(
    `UPDATE session SET created_at = app.now(), last_seen_at = app.now(), second_step_at = app.now(), expires_at = app.now() + interval '12 hours'`,
  )
  return dayOf(new Date(at))
}

const readPages = async (query: string): Promise<{ ids: string[]; totals: number[] }> => {
  const address = readQuery(query)
  const ids: string[] = []
  const totals: number[] = []
  let after: Cursor | null = null
  do {
    const page = await organisation.coral.work((work) => listCaseload(work, address, after))
    expect(page.passed).toBe(ids.length)
    ids.push(...page.lines.map(({ id }) => id))
    totals.push(page.total)
    after = page.next === null ? null : readSearch({ after: page.next }).after
  } while (after !== null)
  return { ids, totals }
}
const bySilence = ({ id, silenceOn }: { id: string; silenceOn: string | null }): string =>
  `${silenceOn ?? '9999-12-31'} ${id}`
const open = () => histories.filter(({ status }) => status !== 'closed')

describe('the order of silence', { shuffle: false }, () => {
  const met = new Set<SilenceState>()
  it.each([
    ['the morning the clock goes forward', '2026-03-29T00:30:00Z'],
    ['half past eleven in UTC, the next month in Brussels', '2026-03-31T22:30:00Z'],
    ['the night the clock goes back', '2026-10-25T00:30:00Z'],
    ['the last day of February', '2026-02-28T12:00:00Z'],
    ['the first day of March', '2026-02-28T23:30:00Z'],
    ['the last day of the year', '2026-12-31T22:59:00Z'],
  ])('is the rule’s on %s', async (_what, at) => {
    const day = await setClock(at)
    const expected = open()
      .map((history) => ({ id: history.id, ...toSilence(history, SHIPPED) }))
      .sort((a, b) => bySilence(a).localeCompare(bySilence(b)))
    for (const one of expected) met.add(toSilenceState(one, day))
    const { ids } = await readPages('sort=silence')
    expect(ids).toEqual(expected.map(({ id }) => id))
    const stored = await organisation.ask(
      `SELECT id, last_seen_on::text AS "lastSeenOn", unseen_on::text AS "unseenOn", silence_on::text AS "silenceOn"
         FROM case_file WHERE id = ANY ($1) ORDER BY id`,
      [histories.map(({ id }) => id)],
    )
    expect(stored).toEqual(
      [...histories]
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map((history) => ({ id: history.id, ...toSilence(history, SHIPPED) })),
    )
  })

  it('was asked about every state', () => {
    expect([...met].sort()).toEqual([...SILENCE_STATES].sort())
  })

  it('counts as many as there are, by another count', async () => {
    const day = await setClock('2026-10-31T22:30:00Z')
    const page = await organisation.coral.work((work) =>
      listCaseload(work, { filters: {}, sort: FIRST_SORT }, null),
    )
    const among = open()
    expect(page).toMatchObject({
      total: among.length,
      late: among.filter(({ nextStepOn }) => nextStepOn !== null && nextStepOn < day).length,
      unseen: among.filter((one) => toSilenceState(toSilence(one, SHIPPED), day) === 'unseen').length,
      signalled: 0,
    })
    for (const contact of ['unseen', 'due', 'excused', 'never'] as const) {
      const { ids, totals } = await readPages(`contact=${contact}`)
      const turned = await readPages(`contact=${contact}&not=contact`)
      const expected = among.filter((one) => {
        const { lastSeenOn, silenceOn } = toSilence(one, SHIPPED)
        if (contact === 'never') return lastSeenOn === null
        if (contact === 'excused') return silenceOn === null
        if (contact === 'due') return silenceOn !== null && silenceOn <= day
        return toSilenceState(toSilence(one, SHIPPED), day) === 'unseen'
      })
      expect(new Set(ids)).toEqual(new Set(expected.map(({ id }) => id)))
      expect(totals[0]).toBe(expected.length)
      expect(turned.totals[0]).toBe(among.length - expected.length)
    }
  })
})

describe('other orders', () => {
  const keyOf: Readonly<Record<string, (one: GivenHistory) => string>> = {
    step: ({ nextStepOn }) => nextStepOn ?? '9999-12-31',
    contact: (one) =>
      toSilence({ ...one, seenOn: [...one.seenOn, ...one.notedOn] }, SHIPPED).lastSeenOn ?? '',
    opened: ({ openedOn }) => openedOn,
    code: ({ code }) => code,
  }
  it.each(['step', '-step', 'contact', '-contact', 'opened', '-opened', 'code', '-code'])(
    'sort=%s is read over pages, nothing twice, nothing missing',
    async (sort) => {
      const { ids } = await readPages(`sort=${sort}`)
      const by = sort.replace('-', '')
      const sign = sort.startsWith('-') ? -1 : 1
      const expected = open()
        .map((one) => `${keyOf[by]?.(one)} ${one.id}`)
        .sort((a, b) => (a < b ? -sign : sign))
      expect(ids).toEqual(expected.map((text) => text.split(' ')[1]))
    },
  )
})
