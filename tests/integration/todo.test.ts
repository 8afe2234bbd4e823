import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editNextStep, moveNextStep } from '@/lib/cases/case.actions'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { readStepMoved } from '@/lib/cases/step-moved.data'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { nextDue } from '@/lib/tasks/repeat.rules'
import { addTask, editTask, moveTask, tickTask } from '@/lib/tasks/task.actions'
import { listTasks } from '@/lib/tasks/task.data'
import { readTodoPage } from '@/lib/todo/todo-page.data'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

let organisation: GivenOrganisation
const today = dayOf(new Date())
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const LATE = addDays(today, -2)

/** A file of casey with one invented person, detained or not, and a next step that is late. */
const given = async (isHeld = false) => {
  const file = await organisation.casey.work((work) =>
    insertPersonWithFile(work, {
      person: toNewPerson({ ...emptyPerson, name: 'Mirabel Verzonnen' }, today),
      file: {
        kind: 'detention',
        teamId: organisation.north,
        workerId: organisation.casey.id,
        openedOn: today,
        status: 'active',
        risk: 'low',
        secrecy: 'open',
        secondMemberId: null,
        nextStep: { text: 'Phone the lawyer', on: LATE },
        stay: isHeld ? { placeId: organisation.placeId, since: today } : null,
      },
    }),
  )
  return file
}
const as = (who: 'casey' | 'cory' | 'ada' | 'gus') => organisation[who].token
const add = (caseId: string, change: Record<string, unknown>) =>
  act(as('casey'), addTask, {
    caseId,
    text: 'Petition for release',
    assignedTo: organisation.casey.id,
    dueOn: LATE,
    ...change,
  })
const tasksOf = (caseId: string) => organisation.casey.work((work) => listTasks(work, caseId))
const openOf = async (caseId: string) => (await tasksOf(caseId)).filter(({ done }) => done === null)
const only = async (caseId: string) => {
  const [task, ...others] = await openOf(caseId)
  if (task === undefined || others.length > 0) throw new Error('one open task')
  return task
}

describe('what is put off', () => {
  it('a task is moved to a later day with a reason, which shows, is encrypted, and no one else reads', async () => {
    const { caseId } = await given()
    await add(caseId, {})
    const { id: taskId } = await only(caseId)
    const which = { caseId, taskId, version: 1 }
    const move = { ...which, on: addDays(today, 3), because: 'The lawyer is away' }
    for (const who of ['ada', 'gus', 'cory'] as const)
      expect(await act(as(who), moveTask, move)).toMatchObject({
        code: who === 'cory' ? 'notFound' : 'forbidden',
      })
    expect(await act(as('casey'), moveTask, { ...move, because: ' ' })).toMatchObject({
      fields: { because: 'required' },
    })
    for (const on of [today, LATE])
      expect(await act(as('casey'), moveTask, { ...move, on })).toMatchObject({ fields: { on: 'notLater' } })
    expect(await act(as('casey'), moveTask, move)).toEqual({ ok: true, value: { version: 2 } })
    expect(await act(as('casey'), moveTask, move)).toMatchObject({ code: 'changedMeanwhile' })
    expect(await only(caseId)).toMatchObject({
      dueOn: addDays(today, 3),
      moved: { from: LATE, because: 'The lawyer is away' },
    })
    const [raw] = await organisation.ask(
      `SELECT encode(moved_cipher, 'escape') AS text FROM task WHERE id = $1`,
      [taskId],
    )
    expect(String(raw?.text)).not.toContain('lawyer')
  })

  it('a next step too, until another one takes its place', async () => {
    const { caseId, code } = await given()
    const move = { caseId, version: 1, on: addDays(today, 5), because: 'No interpreter' }
    expect(await act(as('cory'), moveNextStep, move)).toMatchObject({ code: 'notFound' })
    expect(await act(as('casey'), moveNextStep, { ...move, on: LATE })).toMatchObject({ code: 'notLater' })
    expect(await act(as('casey'), moveNextStep, move)).toEqual({ ok: true, value: { version: 2 } })
    const page = await organisation.casey.work((work) => readTodoPage(work, { params: { code }, search: {} }))
    expect(page).toMatchObject({
      caseHeader: { nextStep: { text: 'Phone the lawyer', on: addDays(today, 5) } },
      part: { stepMoved: { from: LATE, because: 'No interpreter' } },
    })
    await act(as('casey'), editNextStep, { caseId, version: 2, text: 'Write to the lawyer', on: '' })
    expect(await organisation.casey.work((work) => readStepMoved(work, caseId))).toBeNull()
    await act(as('casey'), editNextStep, { caseId, version: 3, text: '', on: '' })
    expect(await act(as('casey'), moveNextStep, { ...move, version: 4 })).toMatchObject({
      code: 'changedMeanwhile',
    })
  })
})

describe('what repeats', () => {
  it('comes again when it is done, and not when the tick is taken away', async () => {
    const { caseId } = await given(true)
    await add(caseId, { repeats: 'month_held' })
    const first = await only(caseId)
    const tick = { caseId, taskId: first.id, version: 1, isDone: true }
    expect(await act(as('casey'), tickTask, tick)).toMatchObject({ ok: true })
    const second = await only(caseId)
    expect(second).toMatchObject({
      text: 'Petition for release',
      dueOn: nextDue('month_held', LATE, today),
      repeats: 'month_held',
    })
    expect(second.id).not.toBe(first.id)
    await act(as('casey'), tickTask, { ...tick, version: 2, isDone: false })
    expect((await only(caseId)).id).toBe(first.id)
  })

  it('ends with the detention, but not with a transfer to another centre', async () => {
    const { caseId, personId } = await given(true)
    await add(caseId, { repeats: 'week_held' })
    await add(caseId, { repeats: 'week_open', text: 'Call the family' })
    // One statement, as a transfer is one transaction.
    await organisation.ask(
      `WITH ended AS (UPDATE place_stay SET until = since WHERE case_id = $1 AND until IS NULL)
       INSERT INTO place_stay (id, case_id, person_id, place_id, since) VALUES ($2, $1, $3, $4, $5)`,
      [caseId, newId(), personId, organisation.otherPlaceId, today],
    )
    expect((await openOf(caseId)).map(({ text }) => text).sort()).toEqual([
      'Call the family',
      'Petition for release',
    ])
    await organisation.ask('UPDATE place_stay SET until = $2 WHERE case_id = $1 AND until IS NULL', [
      caseId,
      today,
    ])
    expect((await only(caseId)).text).toBe('Call the family')
  })

  it('while someone is detained is asked of who is', async () => {
    const { caseId } = await given(false)
    const refused = { code: 'notDetained', fields: { repeats: 'notDetained' } }
    expect(await add(caseId, { repeats: 'month_held' })).toMatchObject(refused)
    await add(caseId, { repeats: 'month_open' })
    const { id: taskId, text, dueOn } = await only(caseId)
    const edit = { caseId, taskId, version: 1, text, dueOn, assignedTo: organisation.casey.id }
    expect(await act(as('casey'), editTask, { ...edit, repeats: 'week_held' })).toMatchObject(refused)
    // A form that knew nothing of repeating leaves it as it is; one that says so ends it.
    await act(as('casey'), editTask, edit)
    expect((await only(caseId)).repeats).toBe('month_open')
    await act(as('casey'), editTask, { ...edit, version: 2, repeats: '' })
    expect((await only(caseId)).repeats).toBeNull()
  })
})
