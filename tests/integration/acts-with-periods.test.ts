import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { listDeadlines } from '@/lib/deadlines/deadline.data'
import { beginEpisode, recordDetentionEvent } from '@/lib/detention/episode.actions'
import { recordGuardianship } from '@/lib/guardianship/event.actions'
import { givenAsylum } from '../support/given/asylum'
import { eventInput, givenPeople } from '../support/given/episode'
import { aGuardianshipEvent } from '../support/given/guardianship'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

// Acts whose period was missing or counted from the wrong day: each starts where it is recorded, and its own act closes it.

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const clocks = async (caseId: string, code: string) =>
  (await organisation.casey.work((work) => listDeadlines(work, caseId)))
    .filter(({ rule }) => rule.code === code)
    .map(({ status, closedAct, remindOn }) => [status, closedAct ?? remindOn].join(' '))
    .sort()

describe('the notes of the interview', () => {
  it('are asked for within two working days, and answered within eight', async () => {
    const { caseId, record } = await givenAsylum(organisation)
    await record('lodged', { on: '03/03/2025' })
    await record('interview', { on: '06/11/2026', form: 'io', outcome: 'held' })
    expect(await clocks(caseId, 'NOTES_COPY')).toEqual([])
    await record('interview', { on: '13/11/2026', form: 'cgrs', outcome: 'held' })
    expect(await clocks(caseId, 'NOTES_COPY')).toEqual(['open 2026-11-17'])
    await record('notes_requested', { on: '16/11/2026' })
    expect(await clocks(caseId, 'NOTES_COPY')).toEqual(['closed notes_requested'])
    await record('notes_received', { on: '18/11/2026' })
    expect(await clocks(caseId, 'NOTES_REMARKS')).toEqual(['open 2026-11-30'])
    await record('notes_remarked', { on: '24/11/2026' })
    expect(await clocks(caseId, 'NOTES_REMARKS')).toEqual(['closed notes_remarked'])
  })

  it('need no remarks once the decision has come', async () => {
    const { caseId, record } = await givenAsylum(organisation)
    await record('lodged', { on: '03/03/2025' })
    await record('notes_received', { on: '12/11/2026' })
    await record('cgrs_decision', {
      outcome: 'refused',
      notifiedOn: '2026-11-20',
      notification: 'hand_delivery',
    })
    expect(await clocks(caseId, 'NOTES_REMARKS')).toEqual(['closed cgrs_decision_received'])
  })
})

describe('protection and reception', () => {
  it('give six months for the family, no matter who grants the protection', async () => {
    const { caseId, record } = await givenAsylum(organisation)
    const decision = { notifiedOn: '2026-09-01', notification: 'hand_delivery' }
    const refused = await record('cgrs_decision', { outcome: 'refused', ...decision })
    expect(await clocks(caseId, 'FAMILY_FAVOURABLE')).toEqual([])
    const concerns = await record('appeal', { form: 'full', concerns: refused, on: '14/09/2026' })
    await record('judgment', { concerns, outcome: 'reformed_refugee', notifiedOn: '2026-11-02' })
    expect(await clocks(caseId, 'FAMILY_FAVOURABLE')).toEqual(['open 2027-04-30'])
    await record('family_applied', { on: '10/11/2026' })
    expect(await clocks(caseId, 'FAMILY_FAVOURABLE')).toEqual(['closed family_applied'])
  })

  it('are defended before the labour court within three months, each decision by its own act', async () => {
    const { caseId, record } = await givenAsylum(organisation)
    const notified = (notifiedOn: string) => ({ notifiedOn, notification: 'hand_delivery' })
    const first = await record('fedasil_decision', notified('2026-11-03'))
    await record('fedasil_decision', notified('2026-11-17'))
    await record('labour_court', { concerns: first, on: '24/11/2026' })
    expect(await clocks(caseId, 'LABOUR_COURT_FEDASIL')).toEqual([
      'closed labour_court_seized',
      'open 2027-02-17',
    ])
  })
})

describe('the courts that look at a detention', () => {
  const begun = z.object({ value: z.object({ episodeId: z.uuid() }) })
  const givenDetained = async () => {
    const { caseId, personIds } = await givenPeople(organisation)
    const input = {
      caseId,
      personIds,
      placeId: organisation.placeId,
      since: '2026-06-29',
      arrestContext: 'border',
    }
    const { episodeId } = begun.parse(await act(organisation.casey.token, beginEpisode, input)).value
    const send = (kind: string, on: string, more = {}) =>
      act(organisation.casey.token, recordDetentionEvent, eventInput({ caseId, episodeId }, kind, on, more))
    const record = async (kind: string, on: string, more = {}) => {
      const answer = await send(kind, on, more)
      if (!answer.ok) throw new Error(JSON.stringify(answer))
    }
    return { caseId, record, send }
  }
  const rejected = (court: string) => ({ court, petitionOutcome: 'rejected' })

  it('count an appeal from the service, and the next petition from the last judgment', async () => {
    const { caseId, record, send } = await givenDetained()
    await record('petition_decided', '09/11/2026', {
      ...rejected('council_chamber'),
      at: '10:00',
      servedOn: '2026-11-10',
    })
    // The hour of the decision says nothing about the hour of the service.
    expect(await clocks(caseId, 'CC_APPEAL_24H')).toEqual(['open 2026-11-11'])
    expect(await clocks(caseId, 'CC_NEXT')).toEqual(['open 2026-12-09'])
    await record('petition_decided', '20/11/2026', rejected('indictment_chamber'))
    expect(await clocks(caseId, 'CC_NEXT')).toEqual([expect.stringMatching(/^superseded/)])
    expect(await clocks(caseId, 'CC_NEXT_IC')).toEqual(['open 2026-12-20'])
    expect(await clocks(caseId, 'DET_CASSATION')).toEqual(['open 2026-12-05'])
    const early = { ...rejected('council_chamber'), servedOn: '2026-11-08' }
    expect(await send('petition_decided', '09/11/2026', early)).toMatchObject({
      code: 'invalid',
      fields: { servedOn: 'servedBefore' },
    })
  })

  it('are seized by the minister anew with each extension of theirs', async () => {
    const { caseId, record } = await givenDetained()
    const order = (orderKind: string, extras: string[] = []) => ({ orderKind, ground: 'art_7', extras })
    await record('ordered', '29/06/2026', order('initial'))
    await record('ordered', '28/08/2026', order('extension'))
    expect(await clocks(caseId, 'CC_AUTO_4M')).toEqual([])
    await record('ordered', '28/10/2026', order('extension', ['byMinister']))
    expect(await clocks(caseId, 'CC_AUTO_4M')).toEqual(['open 2026-11-04'])
    await record('referral_seen', '03/11/2026')
    expect(await clocks(caseId, 'CC_AUTO_4M')).toEqual(['closed referral_seen'])
    await record('ordered', '27/11/2026', order('extension', ['byMinister', 'publicOrder']))
    expect(await clocks(caseId, 'CC_AUTO_4M')).toEqual(['closed referral_seen', 'open 2026-12-04'])
  })
})

describe('an age that is doubted at the border', () => {
  it('is decided within three working days of the arrival; unknown, the question stands at once', async () => {
    const { caseId, personIds } = await givenPeople(organisation)
    const [personId = ''] = personIds
    const send = (change: Record<string, unknown>) =>
      act(
        organisation.casey.token,
        recordGuardianship,
        aGuardianshipEvent(caseId, personId, 'age_doubted', { form: 'police', on: '20/11/2026', ...change }),
      )
    const border = { extras: ['atBorder'] }
    const doubt = await send(border)
    if (!doubt.ok) throw new Error(JSON.stringify(doubt))
    expect(await clocks(caseId, 'UAM_AGE_DECISION')).toEqual(['open 2026-11-20'])
    const later = { ...border, arrivedOn: '2026-11-21' }
    expect(await send(later)).toMatchObject({ fields: { arrivedOn: 'arrivedAfter' } })
    expect(await send({ arrivedOn: '2026-11-19' })).toMatchObject({ fields: { arrivedOn: 'onlyAtBorder' } })
    await send({ ...border, arrivedOn: '2026-11-19', replaces: doubt.value.eventId })
    expect(await clocks(caseId, 'UAM_AGE_DECISION')).toEqual([expect.stringMatching(/^superseded/)])
    expect(await clocks(caseId, 'UAM_AGE_BORDER')).toEqual(['open 2026-11-24'])
  })
})
