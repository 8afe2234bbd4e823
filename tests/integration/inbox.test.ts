import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import reports from '@/app/(signed-in)/reports/page'
import { GET as getMenu } from '@/app/api/notices/route'
import { GET as takeAnnual } from '@/app/api/reports/annual/route'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { listInbox } from '@/lib/inbox/inbox.data'
import type { InboxKind } from '@/lib/inbox/inbox.rules'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { insertSaved } from '@/lib/reporting/saved.data'
import { readTraffickingTable } from '@/lib/reporting/sealed/trafficking.data'
import { newId } from '@/lib/shared/ids'
import { draw } from '../support/draw'
import { givenAdmin } from '../support/given/admin'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { openPage, withToken } from '../support/handlers'

let organisation: GivenOrganisation
type Who = 'casey' | 'coral' | 'cory' | 'ada'

/** The day on which everyone works, and just signed in. */
const on = async (day: string): Promise<void> => {
  await organisation.ask(
    `CREATE OR REPLACE FUNCTION app.now() RETURNS timestamptz LANGUAGE sql STABLE AS $$ SELECT '${day}T12:00:00Z'::timestamptz $$`,
  )
  await organisation.ask(`UPDATE session SET created_at = '${day}T11:59:00Z', last_seen_at = '${day}T11:59:00Z',
    second_step_at = '${day}T11:59:00Z', expires_at = '${day}T23:00:00Z'`)
}
const linesOf = (who: Who) => organisation[who].work(listInbox)
const kindsOf = async (who: Who): Promise<readonly InboxKind[]> =>
  (await linesOf(who)).map(({ kind }) => kind)
const answered = z.object({ menu: z.object({ reports: z.number() }) })
const countOf = (who: Who): Promise<number> =>
  withToken(
    organisation[who].token,
    async () =>
      answered.parse(await (await getMenu(new Request('http://localhost:3000/api/notices'))).json()).menu
        .reports,
  )
const drawnOf = async (who: Who): Promise<string> => {
  const shown = await openPage(organisation[who].token, reports, {})
  return shown.outcome === 'shown' ? draw(shown.node, 'en') : shown.outcome
}
/** The menu counts what the page lists, for each of them. */
const expectAsCounted = async (): Promise<void> => {
  for (const who of ['casey', 'coral', 'cory', 'ada'] as const) {
    const lines = await linesOf(who)
    expect({ who, count: await countOf(who) }).toEqual({ who, count: lines.length })
    const html = await drawnOf(who)
    for (const { href } of lines) expect(html).toContain(`href="${href.replaceAll('&', '&amp;')}"`)
    expect(html.includes('To do: ')).toBe(lines.length > 0)
  }
}
const givenVisit = async (day: string): Promise<string> => {
  const id = newId()
  await organisation.ask(
    'INSERT INTO visit (id, team_id, place_id, on_date, created_by) VALUES ($1, $2, $3, $4, $5)',
    [id, organisation.north, organisation.placeId, day, organisation.casey.id],
  )
  return id
}

beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  await on('2026-11-02')
  // Nothing waits at first, and the menu says so.
  for (const who of ['casey', 'coral', 'ada'] as const) expect(await kindsOf(who)).toEqual([])
  await expectAsCounted()
})
beforeEach(() => on('2026-11-02'))
afterAll(() => organisation.close())

describe('what waits about numbers', () => {
  it('is the annual report of the last year, until it is taken', async () => {
    await givenVisit('2025-04-04')
    expect(await kindsOf('coral')).toContain('annual')
    expect(await kindsOf('casey')).toEqual([])
    await expectAsCounted()
    const take = (year: string) =>
      withToken(organisation.coral.token, () =>
        takeAnnual(
          new Request(
            `http://localhost:3000/api/reports/annual?${new URLSearchParams({ language: 'en', choices: `kind=minors&year=${year}&reach=team` })}`,
          ),
        ),
      )
    expect((await take('2026')).status).toBe(200)
    expect(await kindsOf('coral')).toContain('annual')
    expect((await take('2025')).status).toBe(200)
    expect(await kindsOf('coral')).not.toContain('annual')
  })

  it('is a question that a colleague shared, until it is opened', async () => {
    const saved = await organisation.cory.work((work) =>
      insertSaved(work, {
        name: 'Visits of the office',
        question: 'reach=own&from=2026-01-01&until=2026-10-31&by=place&column=visits',
        shared: organisation.north,
      }),
    )
    await organisation.cory.work((work) =>
      insertSaved(work, { name: 'Mine alone', question: 'by=place&column=visits', shared: 'own' }),
    )
    const shared = (await linesOf('coral')).filter(({ kind }) => kind === 'shared')
    expect(shared.map(({ name }) => name)).toEqual(['Visits of the office'])
    await expectAsCounted()
    const search = { reach: 'own', by: 'place', column: 'visits', saved }
    // Someone else opening it is not the reader.
    await openPage(organisation.casey.token, reports, { search })
    expect(await kindsOf('coral')).toContain('shared')
    await openPage(organisation.coral.token, reports, { search })
    expect(await kindsOf('coral')).not.toContain('shared')
  })

  it('is what an office has not recorded, in the last month of a quarter', async () => {
    const file = await organisation.casey.work((work) =>
      insertPersonWithFile(work, {
        person: toNewPerson({ ...emptyPerson, name: 'Kalimo Fictar' }, '2026-10-01'),
        file: {
          kind: 'detention',
          teamId: organisation.north,
          workerId: organisation.casey.id,
          openedOn: '2026-10-01',
          status: 'active',
          risk: 'low',
          secrecy: 'open',
          secondMemberId: null,
          nextStep: null,
          stay: null,
        },
      }),
    )
    await organisation.ask(
      `INSERT INTO encounter (id, visit_id, case_id, person_id, place_id, met_on, position, outcome, author_id)
       VALUES ($1, $2, $3, $4, $5, '2026-10-10', 1, 'seen', $6)`,
      [
        newId(),
        await givenVisit('2026-10-10'),
        file.caseId,
        file.personId,
        organisation.placeId,
        organisation.casey.id,
      ],
    )
    expect(await kindsOf('coral')).not.toContain('missing')
    await on('2026-12-10')
    const missing = (await linesOf('coral')).filter(({ kind }) => kind === 'missing')
    expect(missing.map(({ id, count, until }) => [id, (count ?? 0) > 0, until])).toEqual([
      [organisation.north, true, '2026-12-31'],
    ])
    expect(await kindsOf('casey')).toEqual([])
    await expectAsCounted()
  })

  it('is a request of another admin, and not one’s own', async () => {
    await givenAdmin(organisation, 'home')
    await organisation.ask(
      `INSERT INTO capability_grant (id, organisation_id, holder_id, kind, state, ends_on, asked_by)
       SELECT $1, s.organisation_id, $2, 'reads_figures', 'asked', '2027-06-30', s.id FROM staff s WHERE s.name = 'Otto Invented'`,
      [newId(), organisation.coral.id],
    )
    expect(await kindsOf('ada')).toContain('capability')
    expect(await kindsOf('coral')).not.toContain('capability')
    await organisation.ask('UPDATE capability_grant SET asked_by = $1', [organisation.ada.id])
    expect(await kindsOf('ada')).not.toContain('capability')
  })

  it('is the trafficking table of the last year, for who may read it, until it was read', async () => {
    expect(await kindsOf('coral')).not.toContain('trafficking')
    await organisation.ask(
      `INSERT INTO capability_grant (id, organisation_id, holder_id, kind, state, ends_on, asked_by, answered_by, answered_at)
       SELECT $1, organisation_id, id, 'reads_sealed_figures', 'given', '2027-06-30', $3, $4, app.now() FROM staff WHERE id = $2`,
      [newId(), organisation.coral.id, organisation.ada.id, organisation.cory.id],
    )
    expect(await kindsOf('coral')).toContain('trafficking')
    await organisation.coral.work((work) => readTraffickingTable(work, 2025))
    expect(await kindsOf('coral')).not.toContain('trafficking')
  })
})

it('rests on one’s own lines of the audit log alone, and on those about figures', async () => {
  const seen = await organisation.coral.work((work) =>
    work.tx.auditEvent.findMany({ where: { caseId: null }, select: { actorId: true, event: true } }),
  )
  expect(new Set(seen.map(({ actorId }) => actorId))).toEqual(new Set([organisation.coral.id]))
  for (const { event } of seen) expect(event).toMatch(/^report\.(ran|exported|sealedRead)$/)
})
