import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { readAsylumPage } from '@/lib/asylum/asylum-page.data'
import { recordEvent } from '@/lib/asylum/event.actions'
import { saveMatter, takeRowBack } from '@/lib/asylum/register.actions'
import { listDeadlines } from '@/lib/deadlines/deadline.data'
import { beginEpisode, recordDetentionEvent, withdrawDetentionEvent } from '@/lib/detention/episode.actions'
import { anEvent, givenWay } from '../support/given/asylum'
import { eventInput, givenPeople } from '../support/given/episode'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { aMatter } from '../support/given/registers'
import { act } from '../support/handlers'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const saved = z.object({ ok: z.literal(true), value: z.object({ subjectId: z.uuid(), version: z.int() }) })
const order = { notifiedOn: '2026-11-03', notification: 'hand_delivery' }
const letter = { letterKind: 'period', letterAmount: '30', letterUnit: 'calendar_day' }

/** A file of casey with an order to leave in it. */
const givenOrder = async (count = 1) => {
  const file = await givenPeople(organisation, count)
  const applicationId = await givenWay(organisation, file.caseId)
  const event = anEvent(file.caseId, applicationId, 'order_to_leave', { ...order, ...letter })
  expect(await act(organisation.casey.token, recordEvent, event)).toMatchObject({ ok: true })
  return { ...file, applicationId }
}
const left = async (caseId: string, change: Record<string, unknown> = {}) =>
  saved.parse(
    await act(
      organisation.casey.token,
      saveMatter,
      aMatter(caseId, { kind: 'left', on: '20/11/2026', programme: 'iom', ...change }),
    ),
  ).value
const orders = async (caseId: string) =>
  (await organisation.casey.work((work) => listDeadlines(work, caseId)))
    .filter(({ rule }) => rule.code === 'ORDER_TO_LEAVE')
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
    .map(({ status, closedAct, closedOn, closedKind, kept }) =>
      status === 'closed' ? { closedAct, closedOn, closedKind, kept } : status,
    )
const closed = {
  closedAct: 'territory_left',
  closedOn: '2026-11-20',
  closedKind: 'matter_step',
  kept: 'inTime',
}
const takeBack = (caseId: string, { subjectId, version }: { subjectId: string; version: number }) =>
  act(organisation.casey.token, takeRowBack, {
    caseId,
    register: 'matter',
    subjectId,
    version,
    mistake: 'not_happened',
  })

describe('a departure of a register', () => {
  it('closes the order to leave, says so beside the step, and gives it back when it was a mistake', async () => {
    const { caseId, code } = await givenOrder()
    expect(await orders(caseId)).toEqual(['open'])
    const row = await left(caseId)
    expect(await orders(caseId)).toEqual([closed])
    const page = await organisation.casey.work((work) =>
      readAsylumPage(work, { params: { code }, search: {} }),
    )
    if (page.type !== 'file') throw new Error('two files bear this code')
    const { current, closed: shown } = page.part.matters
    expect(shown.get(current[0]?.row.id ?? '')).toMatchObject([{ rule: { code: 'ORDER_TO_LEAVE' } }])
    expect(await takeBack(caseId, row)).toMatchObject({ ok: true })
    expect(await orders(caseId)).toEqual([closed, 'open'])
  })

  it('that is only reworded keeps it closed; moved to another day, or planned after all, it is told anew', async () => {
    const { caseId } = await givenOrder()
    const { subjectId } = await left(caseId)
    await left(caseId, { subjectId, version: 1, words: 'Verzonnen woorden' })
    expect(await orders(caseId)).toEqual([closed])
    await left(caseId, { subjectId, version: 2, on: '21/11/2026' })
    expect(await orders(caseId)).toEqual([closed, { ...closed, closedOn: '2026-11-21' }])
    await left(caseId, { subjectId, version: 3, kind: 'planned' })
    expect((await orders(caseId)).at(-1)).toBe('open')
  })

  it('of one of two closes it when the other has left too, no matter who wrote first', async () => {
    const { caseId, personIds } = await givenOrder(2)
    const [one, other] = personIds
    await left(caseId, { personId: one })
    expect(await orders(caseId)).toEqual(['open'])
    await left(caseId, { personId: other, on: '18/11/2026' })
    expect(await orders(caseId)).toEqual([closed])
  })

  it('written before the order is known closes it too, but not an order that came after it', async () => {
    const { caseId, applicationId, ...file } = await givenOrder()
    expect(file.personIds).toHaveLength(1)
    await left(caseId, { on: '2/11/2026' })
    expect(await orders(caseId)).toEqual(['open'])
    const early = await givenPeople(organisation)
    await left(early.caseId)
    const way = await givenWay(organisation, early.caseId)
    await act(
      organisation.casey.token,
      recordEvent,
      anEvent(early.caseId, way, 'order_to_leave', { ...order, ...letter }),
    )
    expect(await orders(early.caseId)).toEqual([closed])
  })
})

describe('the end of a detention by a departure', () => {
  it('closes the order to leave and gives it back when it is withdrawn', async () => {
    const { caseId, personIds } = await givenOrder()
    const begun = {
      caseId,
      personIds,
      placeId: organisation.placeId,
      since: '2026-11-04',
      arrestContext: 'police_check',
    }
    const episode = z
      .object({ value: z.object({ episodeId: z.uuid() }) })
      .parse(await act(organisation.casey.token, beginEpisode, begun)).value
    const at = { caseId, episodeId: episode.episodeId }
    const ended = z
      .object({ value: z.looseObject({ eventId: z.uuid() }) })
      .parse(
        await act(
          organisation.casey.token,
          recordDetentionEvent,
          eventInput(at, 'ended', '20/11/2026', { endReason: 'voluntary_departure' }),
        ),
      ).value
    expect(await orders(caseId)).toEqual([{ ...closed, closedKind: 'detention_event' }])
    expect(
      await act(organisation.casey.token, withdrawDetentionEvent, {
        ...at,
        eventId: ended.eventId,
        because: 'mistake',
        sameAs: '',
      }),
    ).toMatchObject({ ok: true })
    expect((await orders(caseId)).at(-1)).toBe('open')
  })
})
