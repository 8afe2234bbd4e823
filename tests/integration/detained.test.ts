import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { saveApplication } from '@/lib/asylum/application.actions'
import { recordEvent } from '@/lib/asylum/event.actions'
import { recordDeadline } from '@/lib/deadlines/deadline.actions'
import { listDeadlines } from '@/lib/deadlines/deadline.data'
import { readDeadlinesPage } from '@/lib/deadlines/deadlines-page.data'
import { listPressing } from '@/lib/deadlines/pressing.data'
import { listCustody } from '@/lib/detention/custody.data'
import { beginEpisode, recordDetentionEvent } from '@/lib/detention/episode.actions'
import { anEvent } from '../support/given/asylum'
import { eventInput, givenPeople } from '../support/given/episode'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const begun = z.object({ ok: z.literal(true), value: z.object({ episodeId: z.uuid() }) })
const saved = z.object({ ok: z.literal(true), value: z.looseObject({ applicationId: z.uuid() }) })

/** A file of one person whose application was lodged before the Pact. */
const givenApplicant = async () => {
  const { caseId, code, personIds } = await givenPeople(organisation)
  const { applicationId } = saved.parse(
    await act(organisation.casey.token, saveApplication, {
      caseId,
      applicationId: '',
      version: 0,
      way: 'territory',
      sequence: '1',
      language: '',
      place: '',
      reasons: [],
    }),
  ).value
  const send = (kind: string, change: Record<string, unknown> = {}) =>
    act(
      organisation.casey.token,
      recordEvent,
      anEvent(caseId, applicationId, kind, { held: 'not_known', ...change }),
    )
  await send('lodged', { on: '3/3/2025' })
  const held = async (since: string) =>
    begun.parse(
      await act(organisation.casey.token, beginEpisode, {
        caseId,
        personIds,
        placeId: organisation.placeId,
        since,
        arrestContext: 'police_check',
      }),
    ).value.episodeId
  const release = (episodeId: string, on: string) =>
    act(
      organisation.casey.token,
      recordDetentionEvent,
      eventInput({ caseId, episodeId }, 'ended', on, { endReason: 'released_io' }),
    )
  return { caseId, code, send, held, release }
}
const notified = { notifiedOn: '2026-11-24', notification: 'hand_delivery' }
const decision = { ...notified, outcome: 'stay_refused' }
const appeals = async (caseId: string) =>
  (await organisation.casey.work((work) => listDeadlines(work, caseId)))
    .filter(({ status, rule }) => status === 'open' && rule.code.startsWith('APPEAL'))
    .map(({ rule, dueOn }) => `${rule.code} ${dueOn}`)
const saidDetained = async (caseId: string) =>
  (await organisation.casey.work((work) => listDeadlines(work, caseId))).flatMap(({ explanation }) =>
    explanation.computation.steps.flatMap((step) => (step.code === 'held' ? [step.held] : [])),
  )
const questions = async (code: string) => {
  const page = await organisation.casey.work((work) =>
    readDeadlinesPage(work, { params: { code }, search: {} }, listCustody),
  )
  if (page.type === 'choice') throw new Error('one file was meant')
  return [...page.part.questions.values()]
}

describe('an appeal against a decision of the Immigration Office', () => {
  it.each([
    { intention: 'said to be held', change: { held: 'yes' }, said: 'yes' },
    { intention: 'handed over in a closed centre', change: { notification: 'closed_centre' }, said: 'yes' },
    { intention: 'and nobody knows whether the person was held', change: {}, said: 'not_known' },
  ])('runs ten days when $intention', async ({ change, said }) => {
    const { caseId, send } = await givenApplicant()
    expect(await send('io_decision', { ...decision, ...change })).toMatchObject({ ok: true })
    expect(await appeals(caseId)).toEqual(['APPEAL_CALL_IO_DET 2026-12-04'])
    expect(await saidDetained(caseId)).toEqual([said])
  })

  it('runs thirty days only for a person who is said to be at liberty', async () => {
    const { caseId, send } = await givenApplicant()
    await send('io_decision', { ...decision, held: 'no' })
    expect(await appeals(caseId)).toEqual(['APPEAL_CALL_IO 2026-12-24'])
  })

  it.each([
    { decision: 'order_to_leave', change: {}, annex: '13septies' },
    { decision: 'io_decision', change: { outcome: 'dublin_transfer' }, annex: '26quater with detention' },
  ])('runs ten days against a decision that itself orders detention (annex $annex)', async (given) => {
    const { caseId, send } = await givenApplicant()
    const typed = { ...notified, ...given.change, facts: ['with_detention'] }
    expect(await send(given.decision, { ...typed, held: 'no' })).toMatchObject({
      ok: false,
      fields: { held: 'heldByOrder' },
    })
    await send(given.decision, typed)
    expect(await appeals(caseId)).toEqual(['APPEAL_CALL_IO_DET 2026-12-04'])
    expect(await saidDetained(caseId)).toEqual(['yes'])
  })

  it('runs ten days against an order to leave that is notified on a day of recorded detention', async () => {
    const { caseId, send, held } = await givenApplicant()
    await held('2026-11-24')
    await send('order_to_leave', notified)
    expect(await appeals(caseId)).toEqual(['APPEAL_CALL_IO_DET 2026-12-04'])
    expect(await saidDetained(caseId)).toEqual(['yes'])
  })

  it('is not lengthened by a release afterwards, and a release before proves nothing', async () => {
    const { caseId, send, held, release } = await givenApplicant()
    const episodeId = await held('2026-11-20')
    await send('io_decision', decision)
    await release(episodeId, '2026-11-26')
    expect(await appeals(caseId)).toEqual(['APPEAL_CALL_IO_DET 2026-12-04'])
    const other = await givenApplicant()
    await other.release(await other.held('2026-11-10'), '2026-11-20')
    await other.send('io_decision', decision)
    expect(await appeals(other.caseId)).toEqual(['APPEAL_CALL_IO_DET 2026-12-04'])
    expect(await saidDetained(other.caseId)).toEqual(['not_known'])
  })

  it.each([
    { intention: 'that covers the day of notification', since: '2026-11-20', question: { code: 'heldThen' } },
    {
      intention: 'that began after notification',
      since: '2026-11-26',
      question: { code: 'heldSince', since: '2026-11-26' },
    },
  ])('is left as it is by detention recorded afterwards $intention, and asks a person', async (given) => {
    const { caseId, code, send, held } = await givenApplicant()
    await send('io_decision', { ...decision, held: 'no' })
    expect(await questions(code)).toEqual([])
    await held(given.since)
    expect(await appeals(caseId)).toEqual(['APPEAL_CALL_IO 2026-12-24'])
    expect(await questions(code)).toMatchObject([{ ...given.question, on: '2026-12-04' }])
    // The date changes only by a person's word; the shorter period reminds at once.
    const [deadline] = (await organisation.casey.work((work) => listDeadlines(work, caseId))).filter(
      ({ rule }) => rule.code.startsWith('APPEAL'),
    )
    expect(deadline).toMatchObject({ dueOn: '2026-12-24', remindOn: '2026-12-04' })
  })

  it('refuses a letter of a closed centre to someone at liberty, and says which field', async () => {
    const { caseId, send } = await givenApplicant()
    expect(
      await send('io_decision', { ...decision, held: 'no', notification: 'closed_centre' }),
    ).toMatchObject({ ok: false, fields: { held: 'heldInCentre' } })
    expect(await appeals(caseId)).toEqual([])
  })

  it('stands on Today of its worker, with the day of the shorter period', async () => {
    const { code, send } = await givenApplicant()
    await send('io_decision', { ...decision, notifiedOn: '2026-11-20' })
    const pressing = await organisation.casey.work(listPressing)
    expect(
      pressing.filter(({ file, title }) => file.code === code && title.en.startsWith('Appeal')),
    ).toMatchObject([{ dueOn: '2026-11-30', remindOn: '2026-11-30' }])
  })
})

describe('an appeal against a decision of the Commissioner General', () => {
  it.each([
    { intention: 'at liberty', change: { held: 'no' }, due: 'APPEAL_CALL_STD 2026-12-24' },
    { intention: 'held', change: { held: 'yes' }, due: 'APPEAL_CALL_DETAINED 2026-12-04' },
    { intention: 'not known', change: {}, due: 'APPEAL_CALL_DETAINED 2026-12-04' },
  ])('runs for someone $intention', async ({ change, due }) => {
    const { caseId, send } = await givenApplicant()
    await send('cgrs_decision', { ...notified, outcome: 'refused', ...change })
    expect(await appeals(caseId)).toEqual([due])
  })
})

describe('the database', () => {
  it('lets an open deadline remind sooner, and never later than it was counted', async () => {
    const { caseId, send } = await givenApplicant()
    await send('io_decision', { ...decision, held: 'no' })
    const move = (on: string) =>
      organisation.casey.work((work) =>
        work.tx.deadline.updateMany({
          where: { caseId, dueOn: new Date('2026-12-24') },
          data: { remindOn: new Date(on) },
        }),
      )
    expect(await move('2026-12-01')).toMatchObject({ count: 1 })
    await expect(move('2026-12-28')).rejects.toThrow()
  })
})

describe('an order to leave recorded by hand', () => {
  it('starts the day to leave and the appeal beside it, and asks whether the person was held', async () => {
    const { caseId } = await givenPeople(organisation)
    const answer = await act(organisation.casey.token, recordDeadline, {
      caseId,
      replaces: '',
      version: 0,
      event: 'order_to_leave_notified',
      happenedOn: '2026-11-24',
      happenedAt: '',
      notification: 'hand_delivery',
      held: 'not_known',
      facts: ['removal_imminent'],
      lodgedOn: '2025-03-03',
      registeredOn: '',
      letterKind: 'period',
      letterOn: '',
      letterAmount: '7',
      letterUnit: 'calendar_day',
    })
    expect(answer).toMatchObject({ ok: true })
    const deadlines = await organisation.casey.work((work) => listDeadlines(work, caseId))
    expect(deadlines.map(({ rule, dueOn }) => `${rule.code} ${dueOn}`).sort()).toEqual([
      'APPEAL_CALL_IO_DET 2026-12-04',
      'EXTREME_URGENCY_1 2026-12-04',
      'ORDER_TO_LEAVE 2026-12-01',
    ])
  })
})
