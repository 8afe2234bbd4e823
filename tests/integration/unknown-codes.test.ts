import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { UnknownCode } from '@/lib/shared/vocabulary'
import { addGoal } from '@/lib/tasks/goal.actions'
import { listGoals } from '@/lib/tasks/goal.data'
import { GOAL_STATES } from '@/lib/tasks/goal.rules'
import { givenBareFile } from '../support/given/bare-file'
import { type GivenHouse, givenCaseHouse } from '../support/given/case-house'
import { act } from '../support/handlers'
import { urls } from '../support/own-database'

let house: GivenHouse
beforeAll(async () => {
  house = await givenCaseHouse()
})
afterAll(() => house.close())

/** A code of a later version, as a database without its CHECK could hold it. */
const LATER = 'given_to_another'

it('a code that no vocabulary knows is an error that names the vocabulary, and no goal is shown as open', async () => {
  const { id: caseId } = await givenBareFile(house)
  await act(house.casey.token, addGoal, { caseId, text: 'A room of her own' })
  const owner = new pg.Client({ connectionString: urls.superuser })
  await owner.connect()
  const { rows } = await owner.query<{ name: string }>(
    `SELECT conname AS name FROM pg_constraint
      WHERE conrelid = 'goal'::regclass AND contype = 'c' AND pg_get_expr(conbin, conrelid) LIKE '%state%'`,
  )
  for (const { name } of rows)
    await owner.query(`ALTER TABLE goal DROP CONSTRAINT ${pg.escapeIdentifier(name)}`)
  await owner.query(`UPDATE goal SET state = '${LATER}' WHERE case_id = $1`, [caseId])
  await owner.end()
  const reading = house.casey.work((work) => listGoals(work, caseId))
  await expect(reading).rejects.toThrow(UnknownCode)
  await expect(reading).rejects.toThrow(GOAL_STATES.name)
  await expect(reading).rejects.not.toThrow(LATER)
})
