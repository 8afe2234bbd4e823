import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { UnknownCode } from '@/lib/shared/vocabulary'
import { addGoal } from '@/lib/tasks/goal.actions'
import { listGoals } from '@/lib/tasks/goal.data'
import { GOAL_STATES } from '@/lib/tasks/goal.rules'
import { givenBareFile } from '../support/given/bare-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'
import { urls } from '../support/own-database'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

/** A code of a later version, as a database without its CHECK could hold it. */
const LATER = 'given_to_another'

it('a code that no vocabulary knows is an error that names the vocabulary, and no goal is shown as open', async () => {
  const { id: caseId } = await givenBareFile(organisation)
  await act(organisation.casey.token, addGoal, { caseId, text: 'A room of her own' })
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
  const reading = organisation.casey.work((work) => listGoals(work, caseId))
  await expect(reading).rejects.toThrow(UnknownCode)
  await expect(reading).rejects.toThrow(GOAL_STATES.name)
  await expect(reading).rejects.not.toThrow(LATER)
})
