import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { countMenu } from '@/lib/today/menu.data'
import { getToday } from '@/lib/today/today.data'
import { givenBareFile } from '../support/given/bare-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { expectCountsAsListed } from '../support/today-counts'

let organisation: GivenOrganisation
const today = dayOf(new Date())
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  await organisation.ask('DELETE FROM visit_plan')
})
afterEach(() => expectCountsAsListed(organisation))
afterAll(() => organisation.close())

const countsOf = (who: 'casey' | 'coral' | 'sola') => organisation[who].work(countMenu)
const givenPlan = async (onDate: string, visitor: string, state = 'published'): Promise<void> => {
  const id = newId()
  await organisation.ask(
    'INSERT INTO visit_plan (id, team_id, place_id, on_date, state, created_by) VALUES ($1, $2, $3, $4, $5, $6)',
    [id, organisation.north, organisation.placeId, onDate, state, organisation.coral.id],
  )
  await organisation.ask('INSERT INTO visit_plan_visitor (plan_id, staff_id) VALUES ($1, $2)', [id, visitor])
}

it('counts open files within reach, and not those of another office or closed ones', async () => {
  const before = {
    casey: await countsOf('casey'),
    coral: await countsOf('coral'),
    sola: await countsOf('sola'),
  }
  const { id } = await givenBareFile(organisation)
  await givenBareFile(organisation)
  await organisation.ask("UPDATE case_file SET status = 'archived' WHERE id = $1", [id])
  expect((await countsOf('casey')).caseload).toBe((before.casey.caseload ?? 0) + 1)
  expect((await countsOf('coral')).caseload).toBe((before.coral.caseload ?? 0) + 1)
  expect((await countsOf('sola')).caseload).toBe(before.sola.caseload)
})

it('counts published visits of the next seven days: one’s own, and those of the office for who leads it', async () => {
  await givenPlan(today, organisation.casey.id)
  await givenPlan(addDays(today, 6), organisation.coral.id)
  await givenPlan(addDays(today, 7), organisation.casey.id)
  await givenPlan(addDays(today, -1), organisation.casey.id)
  await givenPlan(addDays(today, 2), organisation.casey.id, 'draft')
  expect((await countsOf('casey')).visits).toBe(1)
  expect((await countsOf('coral')).visits).toBe(2)
  expect((await countsOf('sola')).visits).toBe(0)
})

it('says for today what the first page says', async () => {
  for (const who of ['casey', 'coral'] as const) {
    const shown = await organisation[who].work(getToday)
    expect((await countsOf(who)).today).toBe('total' in shown ? shown.total : null)
  }
})
