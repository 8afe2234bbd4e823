import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { listDeadlines } from '@/lib/deadlines/deadline.data'
import { listAllDeadlines } from '@/lib/deadlines/deadline-list.data'
import { beginEpisode, recordDetentionEvent } from '@/lib/detention/episode.actions'
import { givenAsylum } from '../support/given/asylum'
import { eventInput, givenPeople } from '../support/given/episode'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

// Days that someone else has set: a hearing about release, an interview. They remind like every other day.

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const clocks = async (caseId: string, code: string) =>
  (await organisation.casey.work((work) => listDeadlines(work, caseId)))
    .filter(({ rule }) => rule.code === code)
    .map(({ status, closedAct, dueOn }) => [status, closedAct ?? dueOn].join(' '))
    .sort()
const inDecember = async (caseId: string) => {
  const { lines } = await organisation.casey.work((work) =>
    listAllDeadlines(work, { from: '2026-12-01', until: '2026-12-31', isMine: false }),
  )
  return lines.filter(({ file }) => file.id === caseId).map(({ code, remindOn }) => `${code} ${remindOn}`)
}

const written = z.object({ ok: z.literal(true), value: z.looseObject({ eventId: z.uuid() }) })
const begun = z.object({ value: z.object({ episodeId: z.uuid() }) })
const givenDetained = async () => {
  const { caseId, personIds } = await givenPeople(organisation)
  const input = {
    caseId,
    personIds,
    placeId: organisation.placeId,
    since: '2026-09-29',
    arrestContext: 'border',
  }
  const { episodeId } = begun.parse(await act(organisation.casey.token, beginEpisode, input)).value
  const record = async (kind: string, on: string, more = {}) =>
    written.parse(
      await act(
        organisation.casey.token,
        recordDetentionEvent,
        eventInput({ caseId, episodeId }, kind, on, more),
      ),
    ).value.eventId
  return { caseId, record }
}
const council = { court: 'council_chamber' }
const indictment = { court: 'indictment_chamber' }

describe('the hearing of a petition', () => {
  it('is a day in the month, and the decision answers it', async () => {
    const { caseId, record } = await givenDetained()
    await record('petition_filed', '20/11/2026', { ...council, heardOn: '2026-12-01' })
    expect(await clocks(caseId, 'HEARING_DAY')).toEqual(['open 2026-12-01'])
    expect(await inDecember(caseId)).toContain('HEARING_DAY 2026-12-01')
    // Decided before the day that was set.
    await record('petition_decided', '24/11/2026', { ...council, petitionOutcome: 'rejected' })
    expect(await clocks(caseId, 'HEARING_DAY')).toEqual(['closed hearing_held'])
  })

  it('moves when it is put off, and goes when no one knows its day any more', async () => {
    const { caseId, record } = await givenDetained()
    const first = await record('petition_filed', '20/11/2026', { ...council, heardOn: '2026-12-01' })
    const later = { ...council, heardOn: '2026-12-08', replaces: first }
    const second = await record('petition_filed', '20/11/2026', later)
    expect(await clocks(caseId, 'HEARING_DAY')).toEqual(['open 2026-12-08', 'superseded 2026-12-01'])
    await record('petition_filed', '20/11/2026', { ...council, replaces: second })
    expect((await clocks(caseId, 'HEARING_DAY')).filter((one) => one.startsWith('open'))).toEqual([])
  })

  it('stands also where the day of the petition is not known', async () => {
    const { caseId, record } = await givenDetained()
    await record('petition_filed', 'November 2026', { ...council, heardOn: '2026-12-01' })
    expect(await clocks(caseId, 'HEARING_DAY')).toEqual(['open 2026-12-01'])
  })

  it('of one court is not answered by another, and ends with the detention', async () => {
    const { caseId, record } = await givenDetained()
    await record('petition_filed', '10/11/2026', { ...indictment })
    await record('petition_filed', '18/11/2026', { ...council, heardOn: '2026-12-01' })
    await record('petition_decided', '20/11/2026', { ...indictment, petitionOutcome: 'rejected' })
    expect(await clocks(caseId, 'HEARING_DAY')).toEqual(['open 2026-12-01'])
    await record('ended', '24/11/2026', { endReason: 'released_io' })
    expect(await clocks(caseId, 'HEARING_DAY')).toEqual(['closed released'])
  })
})

describe('a planned interview', () => {
  const cgrs = { form: 'cgrs' }
  it('is a day in the month, until someone says what came of it', async () => {
    const { caseId, record } = await givenAsylum(organisation)
    await record('interview', { ...cgrs, outcome: 'planned', on: '7/12/2026' })
    expect(await clocks(caseId, 'INTERVIEW_DAY')).toEqual(['open 2026-12-07'])
    expect(await inDecember(caseId)).toContain('INTERVIEW_DAY 2026-12-07')
  })

  it.each([
    ['held', 'interview_held'],
    ['missed', 'interview_missed'],
    ['missed_justified', 'interview_missed'],
  ])(
    'that was %s is answered, and only by its own authority and by what came after it',
    async (outcome, by) => {
      const { caseId, record } = await givenAsylum(organisation)
      await record('interview', { ...cgrs, outcome: 'planned', on: '12/11/2026' })
      await record('interview', { ...cgrs, outcome: 'planned', on: '14/12/2026' })
      await record('interview', { form: 'io', outcome: 'held', on: '20/11/2026' })
      expect(await clocks(caseId, 'INTERVIEW_DAY')).toEqual(['open 2026-11-12', 'open 2026-12-14'])
      await record('interview', { ...cgrs, outcome, on: '12/11/2026' })
      expect(await clocks(caseId, 'INTERVIEW_DAY')).toEqual([`closed ${by}`, 'open 2026-12-14'])
    },
  )

  it('that is postponed before its day gives way, and the next day stands', async () => {
    const { caseId, record } = await givenAsylum(organisation)
    await record('interview', { ...cgrs, outcome: 'planned', on: '7/12/2026' })
    await record('interview', { ...cgrs, outcome: 'planned', on: '14/12/2026' })
    await record('interview', { ...cgrs, outcome: 'postponed', on: '20/11/2026' })
    expect(await clocks(caseId, 'INTERVIEW_DAY')).toEqual(['closed interview_postponed', 'open 2026-12-14'])
  })
})
