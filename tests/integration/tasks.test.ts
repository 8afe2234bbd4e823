import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addTask, editTask, tickTask } from '@/lib/tasks/task.actions'
import {
  countOpenTasks,
  insertTask,
  listMyTasks,
  listTasks,
  updateTask,
  updateTaskDone,
} from '@/lib/tasks/task.data'
import { givenBareFile } from '../support/given/bare-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

describe('the data of tasks', () => {
  it('are encrypted, changed by version, ticked off and taken back', async () => {
    const { id: caseId, code } = await givenBareFile(organisation)
    const task = {
      caseId,
      text: 'Ask for the medical file',
      assignedTo: organisation.casey.id,
      dueOn: '2026-12-01',
    }
    const id = await organisation.coral.work((work) => insertTask(work, task))
    const [raw] = await organisation.ask(
      `SELECT encode(text_cipher, 'escape') AS text FROM task WHERE id = $1`,
      [id],
    )
    expect(String(raw?.text)).not.toContain('medical')
    const change = { text: 'Ask again', assignedTo: organisation.casey.id, dueOn: null }
    await organisation.casey.work(async (work) => {
      expect(await countOpenTasks(work, caseId)).toBe(1)
      expect(await updateTask(work, { id, caseId, version: 1 }, change)).toBe(true)
      expect(await updateTask(work, { id, caseId, version: 1 }, change)).toBe(false)
      expect(await updateTaskDone(work, { id, caseId, version: 2 }, true)).toBe(true)
      expect(await listTasks(work, caseId)).toMatchObject([
        { text: 'Ask again', assignee: 'casey Invented', done: { by: 'casey Invented' }, version: 3 },
      ])
      expect(await updateTask(work, { id, caseId, version: 3 }, change)).toBe(false)
      expect(await updateTaskDone(work, { id, caseId, version: 3 }, false)).toBe(true)
      expect((await listMyTasks(work, 50)).filter((task) => task.caseId === caseId)).toMatchObject([
        { id, text: 'Ask again', code },
      ])
    })
  })

  it('are given only to someone who works on the file, whatever the application says', async () => {
    const { id: caseId } = await givenBareFile(organisation)
    const task = { caseId, text: 'Call', dueOn: null }
    for (const who of ['cory', 'sol', 'gus', 'stranger', 'ada'] as const)
      await expect(
        organisation.casey.work((work) => insertTask(work, { ...task, assignedTo: organisation[who].id })),
      ).rejects.toThrow(/row-level security/)
    const id = await organisation.casey.work((work) =>
      insertTask(work, { ...task, assignedTo: organisation.coral.id }),
    )
    await expect(
      organisation.casey.work((work) =>
        updateTask(
          work,
          { id, caseId, version: 1 },
          { text: 'Call', assignedTo: organisation.cory.id, dueOn: null },
        ),
      ),
    ).rejects.toThrow(/does not reach the file/)
  })
})

describe('the handlers of tasks', () => {
  const given = async () => {
    const { id: caseId } = await givenBareFile(organisation)
    const task = {
      caseId,
      text: 'Ask for the medical file',
      assignedTo: organisation.casey.id,
      dueOn: '2026-12-01',
    }
    const taskId = await organisation.casey.work((work) => insertTask(work, task))
    return { task, which: { caseId, taskId, version: 1 } }
  }
  const auditLog = (caseId: string) =>
    organisation.ask('SELECT event, actor_id, detail FROM audit_event WHERE case_id = $1 ORDER BY at, id', [
      caseId,
    ])

  it('add, change, tick off and take back, each with its trace', async () => {
    const { task, which } = await given()
    const added = await act(organisation.coral.token, addTask, {
      ...task,
      text: 'Phone the lawyer',
      dueOn: '',
    })
    expect(added).toMatchObject({ ok: true })
    expect(
      await act(organisation.casey.token, editTask, {
        ...task,
        ...which,
        text: 'Ask twice',
        assignedTo: organisation.coral.id,
      }),
    ).toEqual({ ok: true, value: { version: 2 } })
    const again = { ...which, version: 2 }
    expect(await act(organisation.coral.token, tickTask, { ...again, isDone: true })).toMatchObject({
      ok: true,
    })
    expect(
      await act(organisation.coral.token, tickTask, { ...again, version: 3, isDone: false }),
    ).toMatchObject({
      ok: true,
      value: { version: 4 },
    })
    expect((await auditLog(task.caseId)).map(({ event }) => event).sort()).toEqual([
      'task.edited',
      'task.ticked',
      'task.ticked',
      'task.written',
    ])
    expect(JSON.stringify(await auditLog(task.caseId))).not.toContain('Ask')
    const tasks = await organisation.casey.work((work) => listTasks(work, task.caseId))
    expect(tasks.find(({ id }) => id === which.taskId)).toMatchObject({ text: 'Ask twice', done: null })
  })

  it('are shut to an admin and a guest, and find nothing out of reach', async () => {
    const { task, which } = await given()
    const knocks = [
      (token: string) => act(token, addTask, task),
      (token: string) => act(token, editTask, { ...task, ...which }),
      (token: string) => act(token, tickTask, { ...which, isDone: true }),
    ]
    for (const knock of knocks) {
      for (const who of ['ada', 'gus'] as const)
        expect(await knock(organisation[who].token)).toEqual({ ok: false, code: 'forbidden' })
      for (const who of ['cory', 'sola', 'stranger'] as const)
        expect(await knock(organisation[who].token)).toEqual({ ok: false, code: 'notFound' })
    }
    const other = (await givenBareFile(organisation)).id
    expect(await act(organisation.casey.token, tickTask, { ...which, caseId: other, isDone: true })).toEqual({
      ok: false,
      code: 'notFound',
    })
  })

  it('ask for what is missing', async () => {
    const { task, which } = await given()
    const empty = { ...task, text: ' ', dueOn: '31/12' }
    const fields = { text: 'required', dueOn: 'notADay' }
    expect(await act(organisation.casey.token, addTask, empty)).toMatchObject({ code: 'invalid', fields })
    expect(await act(organisation.casey.token, editTask, { ...empty, ...which })).toMatchObject({ fields })
    expect(await act(organisation.casey.token, tickTask, which)).toMatchObject({ code: 'invalid' })
  })

  it('give nothing to anyone who does not work on the file, change nothing that is done, lose no second text', async () => {
    const { task, which } = await given()
    const refused = { ok: false, code: 'notAtWork', fields: { assignedTo: 'unknownChoice' } }
    for (const who of ['cory', 'gus', 'stranger'] as const) {
      const input = { ...task, assignedTo: organisation[who].id }
      expect(await act(organisation.casey.token, addTask, input)).toEqual(refused)
      expect(await act(organisation.casey.token, editTask, { ...input, ...which })).toEqual(refused)
    }
    const edit = { ...task, ...which }
    expect(await act(organisation.casey.token, editTask, { ...edit, text: 'Ask the nurse' })).toMatchObject({
      ok: true,
    })
    expect(await act(organisation.coral.token, editTask, { ...edit, text: 'Ask the doctor' })).toMatchObject({
      code: 'changedMeanwhile',
      theirs: { version: 2, text: 'Ask the nurse' },
    })
    const tick = { ...which, version: 2, isDone: true }
    expect(await act(organisation.casey.token, tickTask, tick)).toMatchObject({ ok: true })
    expect(await act(organisation.coral.token, tickTask, tick)).toMatchObject({ code: 'changedMeanwhile' })
    expect(await act(organisation.casey.token, editTask, { ...edit, version: 3 })).toMatchObject({
      code: 'alreadyDone',
    })
  })
})
