import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeByAct, listStartedBy, startClocks, takeBackClocks } from '@/lib/deadlines/cause.data'
import type { Trigger } from '@/lib/deadlines/clock.rules'
import { listDeadlines } from '@/lib/deadlines/deadline.data'
import { newId } from '@/lib/shared/ids'
import { givenBareFile } from '../support/given/bare-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const file = async () => (await givenBareFile(organisation)).id
const decision: Trigger = {
  event: 'cgrs_decision_notified',
  on: '2026-11-02',
  at: null,
  notification: 'hand_delivery',
  facts: ['at_liberty'],
  lodgedOn: '2025-03-03',
  registeredOn: null,
}
const entry = () => ({ kind: 'asylum_event' as const, id: newId() })
const start = (caseId: string, change: Partial<Trigger> = {}, cause = entry(), replaces: string[] = []) =>
  organisation.casey.work((work) =>
    startClocks(work, { caseId, trigger: { ...decision, ...change }, letter: null, replaces, cause }),
  )
const shown = (caseId: string) => organisation.casey.work((work) => listDeadlines(work, caseId))

describe('an event of a room', () => {
  it('starts its clocks and is found again as their cause', async () => {
    const [caseId, cause] = [await file(), entry()]
    const { deadlineIds, started } = await start(caseId, {}, cause)
    expect(started.map(({ rule }) => rule.code)).toEqual(['APPEAL_CALL_STD'])
    expect(await organisation.casey.work((work) => listStartedBy(work, caseId, cause.id))).toEqual(
      deadlineIds,
    )
    expect(await shown(caseId)).toMatchObject([
      { dueOn: '2026-12-02', causeKind: 'asylum_event', causeRef: cause.id },
    ])
  })

  it('that no rule knows starts nothing, says so, and leaves what it would have replaced', async () => {
    const caseId = await file()
    const { deadlineIds } = await start(caseId)
    const nothing = await start(caseId, { event: 'card_expires' }, entry(), [...deadlineIds])
    expect(nothing).toEqual({ deadlineIds: [], started: [] })
    expect(await shown(caseId)).toMatchObject([{ status: 'open' }])
  })

  it('corrected to another day and another kind replaces all it had started', async () => {
    const [caseId, cause] = [await file(), entry()]
    const { deadlineIds } = await start(
      caseId,
      { event: 'io_decision_notified', facts: ['removal_imminent', 'at_liberty'] },
      cause,
    )
    expect(deadlineIds).toHaveLength(2)
    await start(caseId, { on: '2026-11-03' }, entry(), [...deadlineIds])
    expect((await shown(caseId)).map(({ rule, status }) => [rule.code, status]).sort()).toEqual([
      ['APPEAL_CALL_IO', 'superseded'],
      ['APPEAL_CALL_STD', 'open'],
      ['EXTREME_URGENCY_1', 'superseded'],
    ])
  })

  it('that never happened takes its clocks back, and they stay readable', async () => {
    const caseId = await file()
    const { deadlineIds } = await start(caseId)
    await organisation.casey.work((work) => takeBackClocks(work, { caseId, deadlineIds, by: entry() }))
    expect(await shown(caseId)).toMatchObject([{ status: 'superseded', dueOn: '2026-12-02' }])
  })

  it('cannot be started or taken back in a file out of reach', async () => {
    const caseId = await file()
    const { deadlineIds } = await start(caseId)
    await expect(
      organisation.sol.work((work) =>
        startClocks(work, { caseId, trigger: decision, letter: null, replaces: [], cause: entry() }),
      ),
    ).rejects.toThrow()
    await expect(
      organisation.sol.work((work) => takeBackClocks(work, { caseId, deadlineIds, by: entry() })),
    ).rejects.toThrow()
    expect(await shown(caseId)).toMatchObject([{ status: 'open' }])
  })
})

describe('an act', () => {
  const close = (caseId: string, change: Partial<Parameters<typeof closeByAct>[1]> = {}) =>
    organisation.casey.work((work) =>
      closeByAct(work, { caseId, act: 'appeal_lodged', on: '2026-11-20', entry: entry(), ...change }),
    )

  it('closes what it answers, with the entry that tells of it and whether it came in time', async () => {
    const [caseId, appeal] = [await file(), entry()]
    const { deadlineIds } = await start(caseId, { on: '2026-10-01' })
    expect(await close(caseId, { entry: appeal })).toEqual(deadlineIds)
    expect(await shown(caseId)).toMatchObject([{ status: 'closed', kept: 'late', closedOn: '2026-11-20' }])
    expect(
      await organisation.ask('SELECT closed_kind, closed_ref FROM deadline WHERE case_id = $1', [caseId]),
    ).toEqual([{ closed_kind: 'asylum_event', closed_ref: appeal.id }])
  })

  it.each([
    { intention: 'of another kind', change: { act: 'cassation_lodged' as const } },
    { intention: 'from before the event', change: { on: '2026-11-01' } },
    { intention: 'still to come', change: { on: '2099-01-01' } },
    { intention: 'about another decision', change: { concerns: () => false } },
  ])('$intention closes nothing', async ({ change }) => {
    const caseId = await file()
    await start(caseId)
    expect(await close(caseId, change)).toEqual([])
    expect(await shown(caseId)).toMatchObject([{ status: 'open', version: 1 }])
  })

  it('closes only what the appealed decision started', async () => {
    const [caseId, refusal, transfer] = [await file(), entry(), entry()]
    await start(caseId, {}, refusal)
    await start(caseId, { event: 'io_decision_notified' }, transfer)
    await close(caseId, { concerns: ({ causeRef }) => causeRef === refusal.id })
    expect((await shown(caseId)).map(({ causeRef, status }) => [causeRef, status]).sort()).toEqual(
      [
        [refusal.id, 'closed'],
        [transfer.id, 'open'],
      ].sort(),
    )
  })

  it('that two colleagues record at once closes once', async () => {
    const caseId = await file()
    await start(caseId)
    const closed = await Promise.all([close(caseId), close(caseId)])
    expect(closed.map(({ length }) => length).sort()).toEqual([0, 1])
  })
})
