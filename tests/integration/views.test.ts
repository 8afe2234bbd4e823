import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/lib/shared/ids'
import { editView, removeView, saveView } from '@/lib/views/view.actions'
import { listViews } from '@/lib/views/view.data'
import { MOST_TEAM_VIEWS } from '@/lib/views/view.rules'
import { toOpened, toViewHref } from '@/lib/views/view.view'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const view = (change: Record<string, unknown> = {}) => ({
  name: 'To be seen',
  query: 'contact=unseen',
  teamId: '',
  isPinned: true,
  ...change,
})
const save = async (name: 'casey' | 'coral' | 'cory', change: Record<string, unknown> = {}) => {
  const answer = await act(organisation[name].token, saveView, view(change))
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.viewId
}
const seen = async (name: 'casey' | 'cory' | 'coral' | 'sol' | 'sola' | 'ada' | 'gus' | 'stranger') =>
  (await organisation[name].work(listViews)).map(({ id }) => id)
const auditLog = (event: string, viewId: string) =>
  organisation.ask(`SELECT actor_id FROM audit_event WHERE event = $1 AND detail ->> 'viewId' = $2`, [
    event,
    viewId,
  ])

describe('saving a view', () => {
  it('keeps the query and nothing else, for oneself alone', async () => {
    const viewId = await save('casey', {
      query: 'name=Kalimo+Fictar&status=active&status=Kalimo&sort=-contact&after=x',
    })
    const [row] = await organisation.ask('SELECT query, staff_id, team_id FROM saved_view WHERE id = $1', [
      viewId,
    ])
    expect(row).toEqual({
      query: 'status=active&sort=-contact',
      staff_id: organisation.casey.id,
      team_id: null,
    })
    expect(await auditLog('view.saved', viewId)).toEqual([{ actor_id: organisation.casey.id }])
    expect(await seen('casey')).toContain(viewId)
    for (const name of ['cory', 'coral', 'sol', 'sola', 'ada', 'gus', 'stranger'] as const)
      expect(await seen(name)).not.toContain(viewId)
  })

  it('is for the whole office when a coordinator says so', async () => {
    const viewId = await save('coral', { teamId: organisation.north })
    for (const name of ['casey', 'cory', 'coral'] as const) expect(await seen(name)).toContain(viewId)
    for (const name of ['sol', 'sola', 'ada', 'gus', 'stranger'] as const)
      expect(await seen(name)).not.toContain(viewId)
  })

  it('is refused to an admin and a guest', async () => {
    for (const name of ['ada', 'gus'] as const)
      expect(await act(organisation[name].token, saveView, view())).toEqual({ ok: false, code: 'forbidden' })
  })

  it('is not made for an office one does not lead', async () => {
    for (const [name, teamId] of [
      ['casey', organisation.north],
      ['coral', organisation.south],
      ['stranger', organisation.north],
    ] as const)
      expect(await act(organisation[name].token, saveView, view({ teamId }))).toMatchObject({
        fields: { teamId: 'notYourTeam' },
      })
  })

  it('asks for a short name', async () => {
    expect(await act(organisation.casey.token, saveView, view({ name: ' ' }))).toMatchObject({
      fields: { name: 'required' },
    })
    expect(await act(organisation.casey.token, saveView, view({ name: 'x'.repeat(61) }))).toMatchObject({
      fields: { name: 'tooLong' },
    })
  })

  it('stops at twelve in an office, also when two save at once', async () => {
    const full = view({ teamId: organisation.south })
    for (let n = 1; n < MOST_TEAM_VIEWS; n++)
      expect(await act(organisation.sola.token, saveView, full)).toMatchObject({ ok: true })
    const answers = await Promise.all([1, 2].map(() => act(organisation.sola.token, saveView, full)))
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'tooManyViews' })
  })
})

describe('changing and removing a view', () => {
  const edit = (viewId: string, change: Record<string, unknown> = {}) => ({
    viewId,
    version: 1,
    name: 'Late',
    query: 'missing=late',
    isPinned: false,
    ...change,
  })

  it('changes it with its trace, and who is second sees what stands there', async () => {
    const viewId = await save('casey')
    expect(await act(organisation.casey.token, editView, edit(viewId))).toEqual({
      ok: true,
      value: { version: 2 },
    })
    expect(await act(organisation.casey.token, editView, edit(viewId, { name: 'Other' }))).toMatchObject({
      code: 'changedMeanwhile',
      theirs: { name: 'Late', query: 'missing=late', version: 2 },
    })
    expect(await auditLog('view.edited', viewId)).toHaveLength(1)
    expect(await act(organisation.casey.token, removeView, { viewId, version: 1 })).toMatchObject({
      code: 'changedMeanwhile',
    })
    expect(await act(organisation.casey.token, removeView, { viewId, version: 2 })).toMatchObject({
      ok: true,
    })
    expect(await seen('casey')).not.toContain(viewId)
    expect(await act(organisation.casey.token, editView, edit(viewId, { version: 3 }))).toMatchObject({
      code: 'notFound',
    })
  })

  it('is not for those who only use it, nor for anyone who never saw it', async () => {
    const own = await save('casey')
    const teamView = await save('coral', { teamId: organisation.north })
    for (const [name, viewId] of [
      ['cory', own],
      ['coral', own],
      ['casey', teamView],
      ['sola', teamView],
      ['casey', newId()],
    ] as const) {
      expect(await act(organisation[name].token, editView, edit(viewId))).toMatchObject({ code: 'notFound' })
      expect(await act(organisation[name].token, removeView, { viewId, version: 1 })).toMatchObject({
        code: 'notFound',
      })
    }
    for (const name of ['ada', 'gus'] as const)
      expect(await act(organisation[name].token, editView, edit(own))).toMatchObject({ code: 'forbidden' })
    expect(await act(organisation.casey.token, editView, edit(own, { name: '' }))).toMatchObject({
      fields: { name: 'required' },
    })
  })

  it('the database refuses it by hand too, and text in a query', async () => {
    const own = await save('casey')
    const changed = await organisation.cory.work(
      (work) => work.tx.$executeRaw`UPDATE saved_view SET name = 'x' WHERE id = ${own}::uuid`,
    )
    expect(changed).toBe(0)
    await expect(
      organisation.casey.work(
        (work) =>
          work.tx.$executeRaw`UPDATE saved_view SET query = 'name=Kalimo Fictar' WHERE id = ${own}::uuid`,
      ),
    ).rejects.toThrow()
    await expect(
      organisation.casey.work(
        (work) => work.tx.$executeRaw`INSERT INTO saved_view (id, staff_id, team_id, name, query)
          VALUES (${newId()}::uuid, ${organisation.casey.id}::uuid, ${organisation.north}::uuid, 'x', '')`,
      ),
    ).rejects.toThrow()
  })
})

describe('a view in the address', () => {
  const kept = { id: newId(), query: 'status=active&status=on_hold&sort=step' }

  it('alone is the view; with more it is meant as it stands', () => {
    expect(toOpened({ view: kept.id }, [kept])).toEqual({
      view: kept.id,
      status: ['active', 'on_hold'],
      sort: 'step',
    })
    const changed = { view: kept.id, status: 'active' }
    expect(toOpened(changed, [kept])).toBe(changed)
    expect(toOpened({ view: newId() }, [kept])).not.toHaveProperty('status')
  })

  it('carries its whole query, so that a colleague without the view sees the same list', () => {
    expect(toViewHref(kept)).toBe(`/cases?view=${kept.id}&status=active&status=on_hold&sort=step`)
  })
})
