import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addGoal, editGoal, setGoalState } from '@/lib/tasks/goal.actions'
import { listGoals, listPlans } from '@/lib/tasks/goal.data'
import { addTask, tickTask } from '@/lib/tasks/task.actions'
import { listTasks } from '@/lib/tasks/task.data'
import { givenBareFile } from '../support/given/bare-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'
import { urls } from '../support/own-database'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const givenGoal = async (text = 'A room of her own') => {
  const { id: caseId } = await givenBareFile(organisation)
  expect(await act(organisation.casey.token, addGoal, { caseId, text })).toMatchObject({ ok: true })
  const [goal] = await organisation.casey.work((work) => listGoals(work, caseId))
  return { caseId, goalId: goal?.id ?? '' }
}
const step = (caseId: string, goalId: string, text = 'Write to the social house') =>
  act(organisation.casey.token, addTask, {
    caseId,
    text,
    assignedTo: organisation.casey.id,
    dueOn: '',
    goalId,
  })
const plan = async (caseId: string) =>
  (await organisation.coral.work((work) => listPlans(work, [caseId]))).get(caseId) ?? []

describe('a goal', () => {
  it('is encrypted, and comes nearer with each step that is done', async () => {
    const { caseId, goalId } = await givenGoal()
    expect(await plan(caseId)).toEqual([{ id: goalId, text: 'A room of her own', steps: 0, done: 0 }])
    await step(caseId, goalId)
    await step(caseId, goalId, 'Visit the room')
    const [first] = await organisation.casey.work((work) => listTasks(work, caseId))
    await act(organisation.casey.token, tickTask, { caseId, taskId: first?.id, version: 1, isDone: true })
    expect(await plan(caseId)).toMatchObject([{ steps: 2, done: 1 }])
    const [raw] = await organisation.ask(
      `SELECT encode(text_cipher, 'escape') AS text FROM goal WHERE id = $1`,
      [goalId],
    )
    expect(String(raw?.text)).not.toContain('room')
  })

  it('is corrected, and who saved second sees the first text', async () => {
    const { caseId, goalId } = await givenGoal()
    const edit = { caseId, goalId, version: 1 }
    expect(await act(organisation.casey.token, editGoal, { ...edit, text: 'Two rooms' })).toMatchObject({
      ok: true,
    })
    expect(await act(organisation.coral.token, editGoal, { ...edit, text: 'Another town' })).toMatchObject({
      code: 'changedMeanwhile',
      theirs: { version: 2, text: 'Two rooms' },
    })
  })

  it('is reached when someone says so, takes no step then, and may be worked towards again', async () => {
    const { caseId, goalId } = await givenGoal()
    const set = (state: string, version: number) =>
      act(organisation.coral.token, setGoalState, { caseId, goalId, version, state })
    expect(await set('reached', 1)).toMatchObject({ ok: true })
    expect(await set('reached', 2)).toMatchObject({ code: 'changedMeanwhile' })
    expect(await plan(caseId)).toEqual([])
    expect(await organisation.casey.work((work) => listGoals(work, caseId))).toMatchObject([
      { state: 'reached', ended: { by: 'coral Invented' } },
    ])
    expect(await step(caseId, goalId)).toMatchObject({ code: 'goalIsOver' })
    expect(await set('open', 2)).toMatchObject({ ok: true })
    expect(await step(caseId, goalId)).toMatchObject({ ok: true })
  })

  it('is of its own file: no step of another, also not past the handler', async () => {
    const one = await givenGoal()
    const other = await givenGoal()
    expect(await step(one.caseId, other.goalId)).toMatchObject({ code: 'notFound' })
    const app = new pg.Client({ connectionString: urls.app })
    await app.connect()
    await app.query('BEGIN')
    await app.query('SELECT * FROM app.enter($1)', [organisation.casey.token])
    await expect(
      app.query(
        `INSERT INTO task (id, case_id, text_cipher, assigned_to, created_by, goal_id)
         VALUES (gen_random_uuid(), $1, '\\x00', $2, $2, $3)`,
        [one.caseId, organisation.casey.id, other.goalId],
      ),
    ).rejects.toThrow('row-level security')
    await app.query('ROLLBACK')
    await app.end()
  })

  it('is neither set nor read by who does not reach the file', async () => {
    const { caseId, goalId } = await givenGoal()
    for (const who of ['sol', 'sola', 'stranger', 'cory'] as const) {
      expect(await act(organisation[who].token, addGoal, { caseId, text: 'x' })).toMatchObject({
        code: 'notFound',
      })
      expect(await organisation[who].work((work) => listPlans(work, [caseId]))).toEqual(new Map())
    }
    for (const who of ['ada', 'gus'] as const)
      expect(
        await act(organisation[who].token, setGoalState, { caseId, goalId, version: 1, state: 'dropped' }),
      ).toMatchObject({ code: 'forbidden' })
  })

  it.each([{ text: ' ' }, { text: 'x'.repeat(501) }, { text: 'x', extra: 1 }, { text: 7 }])(
    'takes no content that is none: %j',
    async (change) => {
      const { id: caseId } = await givenBareFile(organisation)
      expect(await act(organisation.casey.token, addGoal, { caseId, ...change })).toMatchObject({
        code: 'invalid',
      })
    },
  )

  it('a task that was queued before there were goals is still taken', async () => {
    const { id: caseId } = await givenBareFile(organisation)
    const task = { caseId, text: 'Phone', assignedTo: organisation.casey.id, dueOn: '' }
    expect(await act(organisation.casey.token, addTask, task)).toMatchObject({ ok: true })
  })
})
