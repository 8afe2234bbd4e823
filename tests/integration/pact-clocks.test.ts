import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listDeadlines } from '@/lib/deadlines/deadline.data'
import { listPressing } from '@/lib/deadlines/pressing.data'
import { addDays, dayOf } from '@/lib/shared/dates'
import { givenAsylum } from '../support/given/asylum'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { titleOf } from '../support/label-of'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const today = dayOf(new Date())
const said = async (caseId: string) =>
  new Map(
    (await organisation.casey.work((work) => listDeadlines(work, caseId)))
      .filter(({ status }) => status === 'open')
      .map((one) => [one.family, one]),
  )
/** What stands on the first screen of the worker of a file: titles with the day reminders count to. */
const onToday = async (code: string) =>
  (await organisation.casey.work(listPressing))
    .filter(({ file }) => file.code === code)
    .map(({ title, remindOn }) => `${title.en} ${remindOn}`)

const dayOfForm = (day: string) => day.split('-').reverse().map(Number).join('/')
/** A file whose application was registered and lodged under the Pact. */
const givenPact = async (way = 'territory') => {
  const file = await givenAsylum(organisation, way)
  await file.record('registered', { on: '1/9/2026' })
  await file.record('lodged', { on: '15/9/2026' })
  return file
}
const notified = { notifiedOn: addDays(today, -1), notification: 'hand_delivery' }

describe('a file under the Pact', () => {
  it('is reminded of an order to leave with removal near by the shortest time that any law gives', async () => {
    const { caseId, code, record } = await givenPact()
    await record('order_to_leave', { ...notified, facts: ['removal_imminent'] })
    const deadlines = await said(caseId)
    expect(deadlines.get('extreme_urgency')).toMatchObject({ dueOn: null, remindOn: addDays(today, 4) })
    expect(deadlines.get('appeal_io_decision')).toMatchObject({ dueOn: null, remindOn: addDays(today, 6) })
    expect(deadlines.get('extreme_urgency')?.explanation.computation).toMatchObject({
      kind: 'none',
      reason: 'otherRegime',
    })
    expect(await onToday(code)).toContainEqual(expect.stringContaining(addDays(today, 4)))
    // The order prints a day to leave that no one has read: it is asked for at once.
    expect(deadlines.get('order_to_leave')).toMatchObject({ remindOn: notified.notifiedOn })
  })

  it('is reminded to ask the court to be allowed to remain, five days after an accelerated refusal', async () => {
    const { caseId, code, record } = await givenPact()
    await record('cgrs_decision', { ...notified, outcome: 'refused', facts: ['accelerated'] })
    const deadlines = await said(caseId)
    expect(deadlines.get('request_to_remain')).toMatchObject({
      dueOn: null,
      remindOn: addDays(today, 4),
      severity: 'critical',
      rule: { code: 'PACT_REQUEST_TO_REMAIN' },
    })
    expect(await onToday(code)).toContain(`Ask the court to be allowed to remain ${addDays(today, 4)}`)
  })

  it('is reminded of a refusal with nothing ticked by the shorter period, and asked which procedure it was', async () => {
    const { caseId, code, record } = await givenPact()
    const eventId = await record('cgrs_decision', { ...notified, outcome: 'refused' })
    const deadlines = await said(caseId)
    expect(deadlines.get('appeal_first_decision')).toMatchObject({
      dueOn: null,
      remindOn: addDays(today, 4),
      rule: {
        code: 'PACT_APPEAL_LONG',
        note: { en: expect.stringMatching(/Ask the lawyer.*which procedure/) },
      },
    })
    expect(deadlines.get('request_to_remain')).toMatchObject({
      remindOn: addDays(today, 4),
      severity: 'critical',
      rule: { code: 'PACT_REMAIN_NOT_KNOWN' },
    })
    expect(await onToday(code)).toContain(`${titleOf('PACT_REMAIN_NOT_KNOWN')} ${addDays(today, 4)}`)
    // The ordinary procedure, read in the decision and recorded: the longer window, and nothing to ask of the court.
    await record('cgrs_decision', { ...notified, outcome: 'refused', facts: ['ordinary'], replaces: eventId })
    const corrected = await said(caseId)
    expect(corrected.get('appeal_first_decision')).toMatchObject({
      dueOn: null,
      remindOn: addDays(today, 13),
    })
    expect(corrected.get('request_to_remain')).toBeUndefined()
  })

  it('knows a refusal to be accelerated when the examination was recorded as accelerated before', async () => {
    const { caseId, record } = await givenPact()
    await record('received_cgrs', { on: '20/10/2026', facts: ['accelerated'] })
    await record('cgrs_decision', { ...notified, outcome: 'refused' })
    const deadlines = await said(caseId)
    expect(deadlines.get('appeal_first_decision')?.rule.code).toBe('PACT_APPEAL_SHORT')
    expect(deadlines.get('request_to_remain')?.rule.code).toBe('PACT_REQUEST_TO_REMAIN')
  })

  it('has 21 days from registration to lodge, and lodging closes them', async () => {
    const { caseId, record } = await givenAsylum(organisation)
    const on = addDays(today, -3)
    await record('registered', { on: dayOfForm(on) })
    expect((await said(caseId)).get('lodging')).toMatchObject({
      dueOn: addDays(on, 21),
      severity: 'critical',
      rule: { code: 'PACT_LODGE' },
    })
    await record('lodged', { on: dayOfForm(addDays(today, -1)) })
    expect((await said(caseId)).get('lodging')).toBeUndefined()
  })

  it('counts the examination from lodging, and shorter once it is said to be accelerated', async () => {
    const { caseId, record } = await givenPact()
    expect((await said(caseId)).get('cgrs_decision')).toMatchObject({ rule: { code: 'PACT_DECISION_STD' } })
    await record('received_cgrs', { on: '20/10/2026', facts: ['accelerated'] })
    expect((await said(caseId)).get('cgrs_decision')).toMatchObject({
      dueOn: '2026-12-15',
      rule: { code: 'PACT_DECISION_ACCELERATED' },
    })
  })

  it('takes the law of a transfer from the day of registration', async () => {
    const late = await givenPact()
    await late.record('dublin_accepted', { on: '20/10/2026', outcome: 'accepted_in_words', country: 'IT' })
    expect((await said(late.caseId)).get('dublin_transfer')).toMatchObject({
      rule: { code: 'PACT_TRANSFER' },
    })
    const early = await givenAsylum(organisation)
    await early.record('registered', { on: '20/6/2026' })
    await early.record('lodged', { on: '10/7/2026' })
    await early.record('dublin_accepted', { on: '20/10/2026', outcome: 'accepted_in_words', country: 'IT' })
    expect((await said(early.caseId)).get('dublin_transfer')).toMatchObject({
      dueOn: '2027-04-20',
      rule: { code: 'DUBLIN_TRANSFER' },
    })
  })
})

describe('a file of the law before the Pact', () => {
  it('is asked nothing that came with the Pact', async () => {
    const { caseId, record } = await givenAsylum(organisation)
    await record('lodged', { on: '3/3/2025' })
    await record('cgrs_decision', { ...notified, outcome: 'inadmissible' })
    expect([...(await said(caseId)).keys()].filter((family) => family.startsWith('request_'))).toEqual([])
  })
})
