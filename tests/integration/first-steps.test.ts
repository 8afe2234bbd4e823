import { afterAll, beforeAll, expect, it } from 'vitest'
import { dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { listFirstSteps } from '@/lib/today/first-steps.data'
import { givenBareFile } from '../support/given/bare-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const doneBy = async (who: 'casey' | 'coral' | 'sola'): Promise<Record<string, boolean>> =>
  Object.fromEntries(
    (await organisation[who].work(listFirstSteps)).map(({ key, isDone }) => [key, isDone] as const),
  )

it('ticks what this account did, not what a colleague did, and ends when half of it is done', async () => {
  for (const table of ['visit_plan', 'review']) await organisation.ask(`DELETE FROM ${table}`)
  const plan = (by: string) =>
    organisation.ask(
      `INSERT INTO visit_plan (id, team_id, place_id, on_date, state, created_by)
       VALUES ($1, $2, $3, $4, 'published', $5)`,
      [newId(), organisation.north, organisation.placeId, dayOf(new Date()), by],
    )
  await givenBareFile(organisation)
  await organisation.ask('UPDATE visit SET created_by = $1', [organisation.sola.id])
  await plan(organisation.sola.id)
  expect(await doneBy('casey')).toEqual({ secondStep: false, person: true, plan: false, visit: false })
  expect(await doneBy('coral')).toEqual({ secondStep: false, import: true, plan: false, review: false })
  await plan(organisation.casey.id)
  expect(await doneBy('casey')).toEqual({})
  expect(await doneBy('coral')).toMatchObject({ import: true, plan: false })
})
