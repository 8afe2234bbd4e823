import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  countOpenTasks,
  insertTask,
  listMyTasks,
  listTasks,
  updateTask,
  updateTaskDone,
} from '@/lib/tasks/task.data'
import { givenBareFile } from '../support/given/bare-file'
import { type GivenHouse, givenCaseHouse } from '../support/given/case-house'

let house: GivenHouse
beforeAll(async () => {
  house = await givenCaseHouse()
})
afterAll(() => house.close())

describe('the data of tasks', () => {
  it('are sealed, changed by version, ticked off and taken back', async () => {
    const { id: caseId, code } = await givenBareFile(house)
    const task = { caseId, text: 'Ask for the medical file', assignedTo: house.casey.id, dueOn: '2026-12-01' }
    const id = await house.coral.work((work) => insertTask(work, task))
    const [raw] = await house.ask(`SELECT encode(text_cipher, 'escape') AS text FROM task WHERE id = $1`, [
      id,
    ])
    expect(String(raw?.text)).not.toContain('medical')
    const change = { text: 'Ask again', assignedTo: house.casey.id, dueOn: null }
    await house.casey.work(async (work) => {
      expect(await countOpenTasks(work, caseId)).toBe(1)
      expect(await updateTask(work, { id, caseId, version: 1 }, change)).toBe(true)
      expect(await updateTask(work, { id, caseId, version: 1 }, change)).toBe(false)
      expect(await updateTaskDone(work, { id, caseId, version: 2 }, true)).toBe(true)
      expect(await listTasks(work, caseId)).toMatchObject([
        { text: 'Ask again', assignee: 'casey Invented', done: { by: 'casey Invented' }, version: 3 },
      ])
      expect(await updateTask(work, { id, caseId, version: 3 }, change)).toBe(false)
      expect(await updateTaskDone(work, { id, caseId, version: 3 }, false)).toBe(true)
      expect(await listMyTasks(work, 10)).toMatchObject([{ id, text: 'Ask again', code }])
    })
  })

  it('are given only to somebody who works on the file, whatever the application says', async () => {
    const { id: caseId } = await givenBareFile(house)
    const task = { caseId, text: 'Call', dueOn: null }
    for (const who of ['cory', 'sol', 'gus', 'stranger', 'ada'] as const)
      await expect(
        house.casey.work((work) => insertTask(work, { ...task, assignedTo: house[who].id })),
      ).rejects.toThrow(/row-level security/)
    const id = await house.casey.work((work) => insertTask(work, { ...task, assignedTo: house.coral.id }))
    await expect(
      house.casey.work((work) =>
        updateTask(
          work,
          { id, caseId, version: 1 },
          { text: 'Call', assignedTo: house.cory.id, dueOn: null },
        ),
      ),
    ).rejects.toThrow(/does not reach the file/)
  })
})
