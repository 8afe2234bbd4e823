import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takeEventBack } from '@/lib/asylum/event.actions'
import { listDeadlines } from '@/lib/deadlines/deadline.data'
import { givenAsylum } from '../support/given/asylum'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const notified = { notifiedOn: '2026-11-03', notification: 'hand_delivery' }
const days = (letterAmount: string) => ({ letterKind: 'period', letterAmount, letterUnit: 'calendar_day' })

/** A file of casey with an order to leave within 30 days, that is by 3 December. */
const givenOrder = async () => {
  const file = await givenAsylum(organisation)
  const order = await file.record('order_to_leave', { ...notified, ...days('30') })
  const clocks = async (code: string) =>
    (await organisation.casey.work((work) => listDeadlines(work, file.caseId)))
      .filter(({ rule }) => rule.code === code)
      .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1))
      .map(({ status, closedAct, dueOn }) => [status, closedAct ?? dueOn].join(' '))
  const appeal = (more = {}) =>
    file.record('appeal', { form: 'annulment', concerns: order, on: '10/11/2026', ...more })
  const judged = (concerns: string, outcome: string, notifiedOn: string) =>
    file.record('judgment', { concerns, outcome, notifiedOn, notification: 'hand_delivery' })
  return { ...file, order, appeal, judged, orders: () => clocks('ORDER_TO_LEAVE'), clocks }
}
const OPEN = 'open 2026-12-03'

describe('the clock of an order to leave', () => {
  it('is closed when the order is taken away, and runs again when that was a mistake', async () => {
    const { caseId, order, record, orders, clocks } = await givenOrder()
    expect(await orders()).toEqual([OPEN])
    const eventId = await record('order_withdrawn', { concerns: order, on: '12/11/2026' })
    expect(await orders()).toEqual(['closed order_withdrawn'])
    // Whether an appeal still has sense is for a lawyer to say.
    expect((await clocks('APPEAL_CALL_IO'))[0]).toMatch(/^open/)
    await act(organisation.casey.token, takeEventBack, {
      caseId,
      eventId,
      mistake: 'not_happened',
      words: '',
    })
    expect(await orders()).toEqual(['closed order_withdrawn', OPEN])
  })

  it('gives way to the day of a new letter, and the last letter counts', async () => {
    const { caseId, order, record, orders, clocks } = await givenOrder()
    const longer = { ...notified, concerns: order, notifiedOn: '2026-11-16' }
    const eventId = await record('order_extended', {
      ...longer,
      letterKind: 'lastDay',
      letterOn: '2027-01-15',
    })
    expect(await orders()).toEqual(['superseded 2026-12-03', 'open 2027-01-15'])
    await record('order_extended', { ...longer, ...days('90') })
    expect((await orders()).filter((one) => one.startsWith('open'))).toEqual(['open 2027-02-14'])
    expect(await clocks('APPEAL_CALL_IO')).toHaveLength(1)
    await act(organisation.casey.token, takeEventBack, {
      caseId,
      eventId,
      mistake: 'not_happened',
      words: '',
    })
    expect((await orders()).filter((one) => one.startsWith('open'))).toEqual(['open 2027-02-14'])
  })

  it('keeps its day when a letter that prolongs it prints none', async () => {
    const { order, record, orders } = await givenOrder()
    await record('order_extended', { concerns: order, notifiedOn: '2026-11-16' })
    expect(await orders()).toEqual([OPEN])
  })

  it('runs on beside an appeal that suspends nothing, and beside a judgment that confirms', async () => {
    const { appeal, judged, orders } = await givenOrder()
    await judged(await appeal({ suspensive: 'none' }), 'confirmed', '2026-11-20')
    expect(await orders()).toEqual([OPEN])
  })

  it('stops for what suspends the order, and runs again when a judgment does not follow', async () => {
    const { appeal, judged, orders } = await givenOrder()
    const urgent = await appeal({ form: 'urgent' })
    expect(await orders()).toEqual([OPEN])
    await judged(urgent, 'suspended', '2026-11-13')
    expect(await orders()).toEqual(['closed order_suspended'])
    await judged(urgent, 'rejected_no_interest', '2026-11-20')
    expect(await orders()).toEqual(['closed order_suspended', OPEN])
    const other = await givenOrder()
    const suspensive = await other.appeal({ suspensive: 'automatic' })
    expect(await other.orders()).toEqual(['closed order_suspended'])
    await other.judged(suspensive, 'confirmed', '2026-11-20')
    expect(await other.orders()).toEqual(['closed order_suspended', OPEN])
  })

  it('is closed by a judgment that annuls the order, and by protection', async () => {
    const annulled = await givenOrder()
    await annulled.judged(await annulled.appeal(), 'annulled', '2026-11-20')
    expect(await annulled.orders()).toEqual(['closed order_withdrawn'])
    const granted = await givenOrder()
    await granted.record('cgrs_decision', {
      outcome: 'refugee_status',
      ...notified,
      notifiedOn: '2026-11-19',
    })
    expect(await granted.orders()).toEqual(['closed stay_granted'])
    const gone = await givenOrder()
    await gone.record('dublin_transferred', { country: 'IT', on: '20/11/2026' })
    expect(await gone.orders()).toEqual(['closed territory_left'])
  })

  it('is the only one of several that an answer to it moves', async () => {
    const { order, record, orders } = await givenOrder()
    await record('order_to_leave', { ...notified, notifiedOn: '2026-11-09', ...days('7') })
    await record('order_withdrawn', { concerns: order, on: '12/11/2026' })
    expect(await orders()).toEqual(['closed order_withdrawn', 'open 2026-11-16'])
  })
})
