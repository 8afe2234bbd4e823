import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { saveApplication } from '@/lib/asylum/application.actions'
import { listApplications } from '@/lib/asylum/application.data'
import { recordEvent, takeEventBack } from '@/lib/asylum/event.actions'
import { listEvents } from '@/lib/asylum/event.data'
import { toShown } from '@/lib/asylum/event.view'
import { stateOf } from '@/lib/asylum/state.rules'
import { listDeadlines } from '@/lib/deadlines/deadline.data'
import { newId } from '@/lib/shared/ids'
import { anEvent, givenAsylum } from '../support/given/asylum'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const deadlines = (caseId: string) => organisation.casey.work((work) => listDeadlines(work, caseId))
const events = (caseId: string) => organisation.casey.work((work) => listEvents(work, caseId))
const open = async (caseId: string) =>
  (await deadlines(caseId))
    .filter(({ status }) => status === 'open')
    .map(({ rule, dueOn }) => [rule.code, dueOn])
const state = async (caseId: string) => stateOf('territory', await events(caseId))
const refusal = { outcome: 'refused', notifiedOn: '2026-11-20', notification: 'registered_post' }

describe('a decision', () => {
  it('starts its appeal under the law of the day of lodging, and the appeal stops it, with the state that follows', async () => {
    const { caseId, send, record } = await givenAsylum(organisation)
    await record('lodged', { on: '3/3/2025' })
    await record('municipality', { on: '5/3/2025' })
    const decision = await record('cgrs_decision', refusal)
    expect(await open(caseId)).toEqual([['APPEAL_CALL_STD', '2026-12-24']])
    expect(await state(caseId)).toMatchObject({ state: 'refused', because: { id: decision } })
    const appeal = await send('appeal', { form: 'full', concerns: decision, on: '24/11/2026' })
    expect(appeal).toMatchObject({ ok: true, value: { closedIds: [expect.any(String)] } })
    expect(await open(caseId)).toEqual([])
    expect(await deadlines(caseId)).toContainEqual(
      expect.objectContaining({
        causeRef: decision,
        status: 'closed',
        kept: 'inTime',
        closedAct: 'appeal_lodged',
      }),
    )
    expect((await state(caseId)).state).toBe('appeal')
  })

  it('under the Pact keeps the day of the letter, and nothing where there is no letter', async () => {
    const { caseId, record } = await givenAsylum(organisation)
    await record('lodged', { on: '1/7/2026' })
    await record('municipality', { on: '2/7/2026' })
    await record('cgrs_decision', {
      ...refusal,
      letterKind: 'period',
      letterAmount: '10',
      notification: 'hand_delivery',
    })
    // The letter prints the period of the appeal; the request to remain has its own, and no day is known of it.
    expect((await open(caseId)).sort()).toEqual([
      ['PACT_APPEAL_LONG', '2026-11-30'],
      ['PACT_REMAIN_NOT_KNOWN', null],
    ])
    const other = await givenAsylum(organisation)
    await other.record('lodged', { on: '1/7/2026' })
    await other.record('municipality', { on: '2/7/2026' })
    await other.record('cgrs_decision', refusal)
    expect((await open(other.caseId)).sort()).toEqual([
      ['PACT_APPEAL_LONG', null],
      ['PACT_REMAIN_NOT_KNOWN', null],
    ])
  })

  it('whose letter has no day yet starts nothing, and a day nearly known is no day', async () => {
    const { caseId, send } = await givenAsylum(organisation)
    expect(await send('cgrs_decision', { outcome: 'refused' })).toMatchObject({
      ok: true,
      value: { deadlineIds: [], closedIds: [] },
    })
    expect(await send('made', { on: 'spring 2025' })).toMatchObject({ ok: true, value: { deadlineIds: [] } })
    expect(await deadlines(caseId)).toEqual([])
  })

  it('that protects starts no appeal', async () => {
    const { caseId, record } = await givenAsylum(organisation)
    await record('cgrs_decision', { ...refusal, outcome: 'refugee_status' })
    expect((await open(caseId)).map(([code]) => code)).toEqual(['FAMILY_FAVOURABLE'])
    expect((await state(caseId)).state).toBe('refugee')
  })

  it('is counted again when the day of lodging is learned later', async () => {
    const { caseId, record } = await givenAsylum(organisation)
    await record('cgrs_decision', { ...refusal, notification: 'hand_delivery' })
    expect((await open(caseId)).map(([, due]) => due)).toEqual([null, null])
    await record('lodged', { on: '3/3/2025' })
    expect(await open(caseId)).toContainEqual(['APPEAL_CALL_STD', '2026-12-21'])
  })

  it('of one authority is not answered by an appeal against the other', async () => {
    const { caseId, record } = await givenAsylum(organisation)
    await record('lodged', { on: '3/3/2025' })
    await record('municipality', { on: '4/3/2025' })
    const order = await record('order_to_leave', { notifiedOn: '2026-11-20', notification: 'hand_delivery' })
    const decision = await record('cgrs_decision', { ...refusal, notification: 'hand_delivery' })
    await record('appeal', { form: 'full', concerns: decision, on: '23/11/2026' })
    expect((await open(caseId)).map(([code]) => code).sort()).toEqual(['APPEAL_CALL_IO', 'ORDER_TO_LEAVE'])
    await record('appeal', { form: 'annulment', concerns: order, on: '23/11/2026' })
    // No one has to wait for its judgment before they have to leave.
    expect((await open(caseId)).map(([code]) => code)).toEqual(['ORDER_TO_LEAVE'])
  })

  it('is closed by an appeal that was written down before it was corrected', async () => {
    const { caseId, record } = await givenAsylum(organisation)
    await record('lodged', { on: '3/3/2025' })
    await record('municipality', { on: '4/3/2025' })
    const decision = await record('cgrs_decision', refusal)
    await record('appeal', { form: 'full', concerns: decision, on: '24/11/2026' })
    await record('cgrs_decision', { ...refusal, notifiedOn: '2026-11-19', replaces: decision })
    expect(await open(caseId)).toEqual([])
    expect((await state(caseId)).state).toBe('appeal')
  })
})

describe('a history that is written down backwards', () => {
  it('leaves no clock running that its later steps have stopped', async () => {
    const { caseId, record } = await givenAsylum(organisation)
    await record('municipality', { on: '20/3/2025' })
    await record('lodged', { on: '12/3/2025' })
    await record('registered', { on: '4/3/2025' })
    await record('made', { on: '3/3/2025' })
    await record('arrived', { on: '1/3/2025' })
    expect(await open(caseId)).toEqual([])
    expect((await state(caseId)).state).toBe('lodged')
  })
})

describe('a row', () => {
  it('is corrected by another, once; both stay readable and the clocks follow', async () => {
    const { caseId, send, record } = await givenAsylum(organisation)
    await record('lodged', { on: '3/3/2025' })
    const decision = await record('cgrs_decision', { ...refusal, words: 'Brief lag bij de buren.' })
    const [one, other] = await Promise.all([
      send('cgrs_decision', { ...refusal, notifiedOn: '2026-11-19', replaces: decision }),
      send('cgrs_decision', { ...refusal, notifiedOn: '2026-11-18', replaces: decision }, 'coral'),
    ])
    expect([one, other].filter(({ ok }) => ok)).toHaveLength(1)
    expect([one, other].find(({ ok }) => !ok)).toMatchObject({ code: 'correctedMeanwhile' })
    const kept = await events(caseId)
    expect(kept.filter(({ kind }) => kind === 'cgrs_decision')).toHaveLength(2)
    expect(kept.find(({ id }) => id === decision)?.words).toBe('Brief lag bij de buren.')
    expect(
      (await deadlines(caseId)).filter(
        ({ rule, status }) => rule.code === 'APPEAL_CALL_STD' && status === 'open',
      ),
    ).toHaveLength(1)
  })

  it('that two colleagues record alike stands twice, with one clock', async () => {
    const { caseId, send, record } = await givenAsylum(organisation)
    await record('lodged', { on: '3/3/2025' })
    await record('municipality', { on: '4/3/2025' })
    const both = await Promise.all([
      send('cgrs_decision', { ...refusal, words: 'Van Casey' }),
      send('cgrs_decision', { ...refusal, words: 'Van Coral' }, 'coral'),
    ])
    expect(both.every(({ ok }) => ok)).toBe(true)
    const shown = toShown(await events(caseId), []).filter(({ event }) => event.kind === 'cgrs_decision')
    expect(shown.map(({ event }) => event.words).sort()).toEqual(['Van Casey', 'Van Coral'])
    // The later row says which one it repeats.
    const [one, two] = shown.map(({ event }) => event.id).sort()
    expect(shown.map(({ event, same }) => [event.id, same?.id ?? null]).sort()).toEqual([
      [one, null],
      [two, one],
    ])
    expect(await open(caseId)).toEqual([['APPEAL_CALL_STD', '2026-12-24']])
  })

  it('taken back takes its clocks with it, and starts again what it had closed', async () => {
    const { caseId, record } = await givenAsylum(organisation)
    await record('lodged', { on: '3/3/2025' })
    await record('municipality', { on: '4/3/2025' })
    const decision = await record('cgrs_decision', refusal)
    const appeal = await record('appeal', { form: 'full', concerns: decision, on: '24/11/2026' })
    const back = (eventId: string) =>
      act(organisation.casey.token, takeEventBack, { caseId, eventId, mistake: 'not_happened', words: '' })
    expect(await back(decision)).toMatchObject({ ok: false, code: 'answeredAlready' })
    expect(await back(appeal)).toMatchObject({ ok: true })
    expect(await open(caseId)).toEqual([['APPEAL_CALL_STD', '2026-12-24']])
    expect((await state(caseId)).state).toBe('refused')
    expect(await back(appeal)).toMatchObject({ ok: false, code: 'correctedMeanwhile' })
    expect(await back(decision)).toMatchObject({ ok: true })
    expect(await open(caseId)).toEqual([])
    expect((await state(caseId)).state).toBe('lodged')
    expect(await events(caseId)).toHaveLength(6)
  })

  it('that is corrected cannot answer what answers it', async () => {
    const { record, send } = await givenAsylum(organisation)
    const decision = await record('cgrs_decision', refusal)
    const appeal = await record('appeal', { form: 'full', concerns: decision })
    const judgment = await record('judgment', { outcome: 'confirmed', concerns: appeal })
    expect(await send('appeal', { form: 'cassation', concerns: judgment, replaces: appeal })).toMatchObject({
      ok: false,
      fields: { concerns: 'unknownChoice' },
    })
  })

  it.each([
    {
      intention: 'without a way',
      kind: 'made',
      change: { applicationId: '' },
      fields: { applicationId: 'required' },
    },
    { intention: 'without its answer', kind: 'cgrs_decision', change: {}, fields: { outcome: 'required' } },
    {
      intention: 'with the answer of another kind',
      kind: 'cgrs_decision',
      change: { outcome: 'held' },
      fields: { outcome: 'unknownChoice' },
    },
    {
      intention: 'that answers nothing',
      kind: 'appeal',
      change: { form: 'full' },
      fields: { concerns: 'required' },
    },
    { intention: 'still to come', kind: 'made', change: { on: '1/1/2099' }, fields: { on: 'inTheFuture' } },
    {
      intention: 'with a letter still to come',
      kind: 'cgrs_decision',
      change: { ...refusal, notifiedOn: '2099-01-01' },
      fields: { notifiedOn: 'inTheFuture' },
    },
    {
      intention: 'notified before it was taken',
      kind: 'cgrs_decision',
      change: { ...refusal, on: '21/11/2026' },
      fields: { notifiedOn: 'notifiedBefore' },
    },
    {
      intention: 'on a day that no calendar has',
      kind: 'made',
      change: { on: '30/2/2026' },
      fields: { on: 'whenNoSuchDay' },
    },
    {
      intention: 'with a letter that says nothing',
      kind: 'judgment',
      change: { letterKind: 'period' },
      fields: { letterAmount: 'required' },
    },
    { intention: 'that says it was a mistake', kind: 'taken_back', change: {}, fields: { kind: 'required' } },
  ])('$intention is refused in words beside the field', async ({ kind, change, fields }) => {
    const { caseId, send } = await givenAsylum(organisation)
    expect(await send(kind, change)).toMatchObject({ ok: false, fields })
    expect(await events(caseId)).toEqual([])
  })

  it('of another file, way or office is not there', async () => {
    const mine = await givenAsylum(organisation)
    const other = await givenAsylum(organisation)
    const decision = await mine.record('cgrs_decision', refusal)
    expect(await other.send('appeal', { form: 'full', concerns: decision })).toMatchObject({
      fields: { concerns: 'unknownChoice' },
    })
    expect(await other.send('cgrs_decision', { ...refusal, replaces: decision })).toMatchObject({
      code: 'notFound',
    })
    expect(
      await act(
        organisation.casey.token,
        recordEvent,
        anEvent(mine.caseId, other.applicationId, 'made', { on: '2025' }),
      ),
    ).toMatchObject({ code: 'notFound' })
    expect(await mine.send('made', { on: '2025' }, 'sol')).toMatchObject({ code: 'notFound' })
    expect(await organisation.sol.work((work) => listEvents(work, mine.caseId))).toEqual([])
    expect(await organisation.sola.work((work) => listApplications(work, mine.caseId))).toEqual([])
    expect(await events(other.caseId)).toEqual([])
  })
})

describe('the database itself', () => {
  const forge =
    (set: string, from: (caseId: string) => string = () => '') =>
    async () => {
      const { caseId, record } = await givenAsylum(organisation)
      const id = await record('made', { on: '3/3/2025' })
      return organisation.casey.work((work) =>
        work.tx.$executeRawUnsafe(
          set === ''
            ? from(caseId)
            : `INSERT INTO asylum_event (id, case_id, application_id, kind, stands_on, created_by ${set.split('|')[0] ?? ''})
               SELECT '${newId()}', case_id, application_id, '${set.split('|')[1] ?? ''}', stands_on, created_by ${set.split('|')[2] ?? ''}
                 FROM asylum_event WHERE id = '${id}'`,
        ),
      )
    }
  it.each([
    { intention: 'a kind that is none', set: '|earthquake|', says: /asylum_event_kind/ },
    { intention: 'a decision that says nothing', set: '|cgrs_decision|', says: /asylum_event_outcome/ },
    {
      intention: 'an appeal against nothing',
      set: ', form|appeal|, $$full$$',
      says: /asylum_event_concerns/,
    },
    {
      intention: 'a mistake of no row',
      set: ', outcome|taken_back|, $$not_happened$$',
      says: /asylum_event_replaces/,
    },
    {
      intention: 'a notification of what comes in no letter',
      set: ', notified_on|made|, $$2025-03-03$$',
      says: /asylum_event_notified/,
    },
    {
      intention: 'a year made into its first of January',
      set: ', on_when, on_from, on_to, on_text, on_basis|made|, $$2025$$, $$2025-01-01$$, $$2025-01-01$$, $$2025$$, $$document$$',
      says: /asylum_event_on/,
    },
    {
      intention: 'an answer to an event of another file',
      set: `, form, concerns|appeal|, $$full$$, $$${newId()}$$`,
      says: /asylum_event_concerns_case_id_fkey/,
    },
  ])('refuses $intention', async ({ set, says }) => {
    await expect(forge(set)()).rejects.toThrow(says)
  })

  it('lets no one change or sign for another what happened', async () => {
    await expect(
      forge('', (caseId) => `UPDATE asylum_event SET kind = 'lodged' WHERE case_id = '${caseId}'`)(),
    ).rejects.toThrow(/permission denied/)
    await expect(
      forge('', (caseId) => `DELETE FROM asylum_event WHERE case_id = '${caseId}'`)(),
    ).rejects.toThrow(/permission denied/)
    await expect(
      forge(
        '',
        (caseId) =>
          `INSERT INTO asylum_application (id, case_id, way, reasons, created_by) VALUES ('${newId()}', '${caseId}', 'transit', '{}', '${organisation.coral.id}')`,
      )(),
    ).rejects.toThrow(/row-level security/)
  })

  it('encrypts the words beside an event', async () => {
    const { caseId, record } = await givenAsylum(organisation)
    await record('made', { on: '3/3/2025', words: 'Verzonnen woorden' })
    const [row] = await organisation.ask('SELECT words_cipher FROM asylum_event WHERE case_id = $1', [caseId])
    expect(String(row?.words_cipher)).not.toContain('Verzonnen')
    const auditLog = await organisation.ask(
      `SELECT detail::text AS detail FROM audit_event WHERE case_id = $1 AND event = 'asylum.recorded'`,
      [caseId],
    )
    expect(auditLog).toHaveLength(1)
    expect(String(auditLog[0]?.detail)).not.toMatch(/Verzonnen|2025/)
  })
})

describe('a way', () => {
  const way = (caseId: string, change: Record<string, unknown>) => ({
    caseId,
    applicationId: '',
    version: 0,
    way: 'transit',
    sequence: '',
    language: '',
    place: '',
    reasons: [],
    ...change,
  })
  it('keeps the reasons of a person who does not apply, and drops answers that were not asked', async () => {
    const { caseId, applicationId } = await givenAsylum(organisation)
    const change = (to: Record<string, unknown>, who: 'casey' | 'coral' = 'casey') =>
      act(organisation[who].token, saveApplication, way(caseId, { applicationId, version: 1, ...to }))
    expect(
      await change({ sequence: '2', language: 'nl', reasons: ['fears_dublin', 'fears_dublin', 'declined'] }),
    ).toMatchObject({ ok: true })
    const [kept] = await organisation.casey.work((work) => listApplications(work, caseId))
    expect(kept).toMatchObject({
      way: 'transit',
      sequence: null,
      language: null,
      reasons: ['fears_dublin', 'declined'],
      version: 2,
    })
    expect(await change({ way: 'border' }, 'coral')).toMatchObject({
      code: 'changedMeanwhile',
      theirs: { way: 'transit', version: 2 },
    })
    expect(await change({ way: 'territory', place: 'prison', version: 2 })).toMatchObject({ ok: true })
    expect(await organisation.casey.work((work) => listApplications(work, caseId))).toMatchObject([
      { way: 'territory', place: 'prison', reasons: [] },
    ])
    // At the border there is one place only, and no one is asked.
    await change({ way: 'border', place: 'prison', version: 3 })
    expect(await organisation.casey.work((work) => listApplications(work, caseId))).toMatchObject([
      { place: null },
    ])
    expect(await change({ sequence: '0' })).toMatchObject({ fields: { sequence: 'notANumber' } })
    expect(await change({ reasons: ['because'] })).toMatchObject({ ok: false, code: 'invalid' })
  })
})
