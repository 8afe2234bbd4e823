import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { insertTask, updateTaskDone } from '@/lib/tasks/task.data'
import { getToday, toShownIds } from '@/lib/today/today.data'
import { givenBareFile } from '../support/given/bare-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { expectCountsAsListed } from '../support/today-counts'

let organisation: GivenOrganisation
const today = dayOf(new Date())
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
beforeEach(async () => {
  await organisation.ask('DELETE FROM visit')
  await organisation.ask('DELETE FROM visit_plan')
  await organisation.ask('DELETE FROM task')
})
afterEach(() => expectCountsAsListed(organisation))
afterAll(() => organisation.close())

type Who = 'casey' | 'cory' | 'coral' | 'sola'
const firstsOf = async (who: Who) => {
  const shown = await organisation[who].work((work) => getToday(work))
  if (shown.role !== 'caseworker' && shown.role !== 'coordinator') throw new Error('no worker')
  return {
    total: shown.total,
    lines: shown.firsts.map(({ kind, urgency, on, key }) => ({ kind, urgency, on, key })),
  }
}
const givenPlan = async (
  onDate: string,
  { who = organisation.casey.id, state = 'published', place = organisation.placeId } = {},
): Promise<string> => {
  const id = newId()
  await organisation.ask(
    `INSERT INTO visit_plan (id, team_id, place_id, on_date, state, created_by) VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, organisation.north, place, onDate, state, organisation.coral.id],
  )
  await organisation.ask(`INSERT INTO visit_plan_visitor (plan_id, staff_id) VALUES ($1, $2)`, [id, who])
  return id
}
const givenVisit = (onDate: string) =>
  organisation.ask(
    'INSERT INTO visit (id, team_id, place_id, on_date, created_by) VALUES ($1, $2, $3, $4, $5)',
    [newId(), organisation.north, organisation.placeId, onDate, organisation.casey.id],
  )

describe('what stands first', () => {
  it('is a visit that no one wrote down, for those who went, until someone writes it', async () => {
    const yesterday = addDays(today, -1)
    const planId = await givenPlan(yesterday)
    await givenPlan(today)
    await givenPlan(addDays(today, -2), { state: 'cancelled' })
    await givenPlan(addDays(today, -31), { place: organisation.otherPlaceId })
    expect(await firstsOf('casey')).toEqual({
      total: 1,
      lines: [{ kind: 'visit', urgency: 'due', on: yesterday, key: planId }],
    })
    expect(await firstsOf('cory')).toEqual({ total: 0, lines: [] })
    expect(await firstsOf('sola')).toEqual({ total: 0, lines: [] })
    await givenVisit(yesterday)
    await organisation.ask('INSERT INTO visit_visitor (visit_id, staff_id) SELECT id, $1 FROM visit', [
      organisation.casey.id,
    ])
    expect(await firstsOf('casey')).toEqual({ total: 0, lines: [] })
  })

  it('is a task of one’s own that is due, not a later one, an undated one, a done one or a colleague’s', async () => {
    const { id: caseId } = await givenBareFile(organisation)
    const give = (assignedTo: string, dueOn: string | null) =>
      organisation.coral.work((work) =>
        insertTask(work, { caseId, text: 'Phone the lawyer', assignedTo, dueOn }),
      )
    const late = await give(organisation.casey.id, addDays(today, -3))
    const now = await give(organisation.casey.id, today)
    await give(organisation.casey.id, addDays(today, 1))
    await give(organisation.casey.id, null)
    await give(organisation.coral.id, today)
    const tasks = async () =>
      (await firstsOf('casey')).lines.flatMap(({ kind, key }) => (kind === 'task' ? [key] : []))
    expect(await tasks()).toEqual([late, now])
    expect(toShownIds(await organisation.casey.work((work) => getToday(work)))).toContain(caseId)
    await organisation.casey.work((work) => updateTaskDone(work, { id: late, caseId, version: 1 }, true))
    expect(await tasks()).toEqual([now])
  })
})

describe('the visits ahead', () => {
  it('are the published ones that name them, the next first, and end when they are written', async () => {
    await givenPlan(addDays(today, 2))
    await givenPlan(today)
    await givenPlan(addDays(today, 1), { state: 'draft' })
    await givenPlan(addDays(today, 20))
    await givenPlan(addDays(today, 3), { who: organisation.cory.id })
    const ahead = async () => {
      const shown = await organisation.casey.work((work) => getToday(work))
      return shown.role === 'caseworker' && shown.visits.map(({ onDate }) => onDate)
    }
    expect(await ahead()).toEqual([today, addDays(today, 2)])
  })

  it('show a coordinator the week of their team with what it lacks, and nothing of another team', async () => {
    await givenPlan(today)
    const weekOf = async (who: 'coral' | 'sola') => {
      const shown = await organisation[who].work((work) => getToday(work))
      return shown.role === 'coordinator' && shown.week
    }
    expect(await weekOf('coral')).toMatchObject([
      {
        onDate: today,
        isHeld: false,
        conflicts: [{ kind: 'unaccredited' }],
      },
    ])
    await givenVisit(today)
    expect(await weekOf('coral')).toMatchObject([{ isHeld: true }])
    expect(await weekOf('sola')).toEqual([])
  })
})

describe('below', () => {
  it('are the files opened last, as far as they are still within reach', async () => {
    const one = await givenBareFile(organisation)
    const other = await givenBareFile(organisation)
    for (const { id } of [one, other, one])
      await organisation.casey.work((work) => work.audit({ event: 'case.opened', caseId: id }))
    const opened = async () => {
      const shown = await organisation.casey.work((work) => getToday(work))
      return shown.role === 'caseworker' ? shown.lastOpened.map(({ id }) => id) : []
    }
    expect(await opened()).toEqual([one.id, other.id])
    await organisation.ask('UPDATE case_file SET worker_id = $1 WHERE id = $2', [
      organisation.cory.id,
      one.id,
    ])
    expect(await opened()).toEqual([other.id])
  })
})
