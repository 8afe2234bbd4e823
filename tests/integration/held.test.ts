import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { listTimeline } from '@/lib/cases/timeline.data'
import { getToday } from '@/lib/cases/today.data'
import { beginEpisode, recordDetentionEvent, withdrawDetentionEvent } from '@/lib/detention/episode.actions'
import { listDetained } from '@/lib/planning/detained.data'
import { findReasons } from '@/lib/planning/reason.data'
import { addDays, dayOf } from '@/lib/shared/dates'
import { act } from '../support/doors'
import { type GivenHouse, givenCaseHouse } from '../support/given/case-house'
import { eventInput, givenPeople } from '../support/given/episode'

// What other rooms learn from detention: the timeline of a file, the planner of visits, and the first screen.

let house: GivenHouse
beforeAll(async () => {
  house = await givenCaseHouse()
})
afterAll(() => house.close())

const today = dayOf(new Date())
const recorded = z.object({ ok: z.literal(true), value: z.looseObject({ eventId: z.uuid() }) })
const begun = z.object({ ok: z.literal(true), value: z.object({ episodeId: z.uuid() }) })
const order = { orderKind: 'initial', ground: 'art_7' }

const givenHeld = async () => {
  const { caseId, personIds } = await givenPeople(house)
  const { episodeId } = begun.parse(
    await act(house.casey.token, beginEpisode, {
      caseId,
      personIds,
      placeId: house.placeId,
      since: addDays(today, -40),
      arrestContext: 'home',
    }),
  ).value
  const record = async (kind: string, on: string, more: Record<string, unknown> = {}) =>
    recorded.parse(
      await act(house.casey.token, recordDetentionEvent, eventInput({ caseId, episodeId }, kind, on, more)),
    ).value.eventId
  const withdraw = (eventId: string) =>
    act(house.casey.token, withdrawDetentionEvent, {
      caseId,
      episodeId,
      eventId,
      because: 'mistake',
      sameAs: '',
    })
  return { caseId, record, withdraw }
}
type Who = 'casey' | 'coral' | 'cory' | 'sol' | 'sola'

describe('the timeline of a file', () => {
  const shown = async (caseId: string, kinds: Parameters<typeof listTimeline>[2], who: Who = 'casey') =>
    (await house[who].work((work) => listTimeline(work, caseId, kinds))).items.filter(
      (item) => item.type === 'event',
    )
  const all = { kinds: [], before: null, since: null } as const

  it('tells of detention with the words that stand, newest first, by a chip of its own', async () => {
    const { caseId, record, withdraw } = await givenHeld()
    const first = await record('ordered', addDays(today, -40), { ...order, text: 'Eerste' })
    const wrong = await record('isolation_began', addDays(today, -5), { isolationGround: 'medical' })
    const right = await record('isolation_began', addDays(today, -6), {
      isolationGround: 'disciplinary',
      replaces: wrong,
      text: 'Beter',
    })
    const unknown = await record('hunger_strike_began', 'not_known')
    const gone = await record('incident', addDays(today, -3))
    await withdraw(gone)
    const planned = await record('removal_planned', addDays(today, 9), { removalKind: 'repatriation' })
    const items = await shown(caseId, all)
    expect(items.map(({ id }) => id)).toEqual([planned, unknown, right, first])
    expect(items[2]).toMatchObject({
      room: 'detention',
      on: addDays(today, -6),
      text: 'Beter',
      event: { kind: 'isolation_began', isolationGround: 'disciplinary' },
    })
    expect((await shown(caseId, { ...all, kinds: ['detention'] })).map(({ id }) => id)).toEqual(
      items.map(({ id }) => id),
    )
    expect(await shown(caseId, { ...all, kinds: ['event', 'note'] })).toEqual([])
    expect((await shown(caseId, { ...all, before: today })).map(({ id }) => id)).toEqual([right, first])
    expect(await shown(caseId, { ...all, since: new Date(Date.now() + 60_000) })).toEqual([])
    expect(await shown(caseId, all, 'sol')).toEqual([])
  })

  it('turns page by page through many rows of detention, each once', async () => {
    const { caseId, record } = await givenHeld()
    const ids: string[] = []
    for (let day = 1; day <= 23; day += 1) ids.push(await record('incident', addDays(today, -day)))
    const seen: string[] = []
    let before: string | null = null
    do {
      const page = await house.casey.work((work) =>
        listTimeline(work, caseId, { kinds: ['detention'], before, since: null }),
      )
      seen.push(...page.items.map(({ id }) => id))
      before = page.more
    } while (before !== null)
    expect(seen).toEqual(ids)
  })
})

describe('reasons to see somebody', () => {
  const reasons = async (caseId: string, who: Who = 'casey') =>
    house[who].work(async (work) => {
      const found = await findReasons(work, await listDetained(work, house.placeId))
      return found
        .filter((person) => person.caseId === caseId)
        .flatMap((person) => person.reasons)
        .filter(({ code }) => !['unseen', 'new'].includes(code))
        .map(({ code, on, days }) => [code, on, days])
    })

  it('are a removal, a hunger strike, an isolation, a limit that is near and an order that nobody read with her', async () => {
    const { caseId, record } = await givenHeld()
    await record('ordered', addDays(today, -4), { ...order, printedEnd: addDays(today, 10) })
    expect(await reasons(caseId)).toEqual([
      ['limit', addDays(today, 10), null],
      ['ordered', addDays(today, -4), null],
    ])
    await record('isolation_began', addDays(today, -2), { isolationGround: 'unknown' })
    await record('hunger_strike_began', addDays(today, -3))
    await record('removal_planned', addDays(today, 20), { removalKind: 'repatriation' })
    expect((await reasons(caseId)).slice(0, 3)).toEqual([
      ['removal', addDays(today, 20), null],
      ['hunger', addDays(today, -3), 3],
      ['isolated', addDays(today, -2), 2],
    ])
    // Nobody learns of it who may not see the person.
    for (const who of ['cory', 'sol', 'sola'] as const) expect(await reasons(caseId, who)).toEqual([])
    await record('isolation_ended', today)
    await record('hunger_strike_ended', today)
    await record('removal_ended', today, { removalOutcome: 'cancelled_authority' })
    expect((await reasons(caseId)).map(([code]) => code)).toEqual(['limit', 'ordered'])
  })

  it('are none any more when the episode is over or the row was a mistake', async () => {
    const { caseId, record, withdraw } = await givenHeld()
    const strike = await record('hunger_strike_began', addDays(today, -3))
    expect(await reasons(caseId)).toEqual([['hunger', addDays(today, -3), 3]])
    await withdraw(strike)
    expect(await reasons(caseId)).toEqual([])
  })

  it('count the maximum of the order, which the clocks know', async () => {
    const { caseId, record } = await givenHeld()
    await record('ordered', addDays(today, -52), order)
    const [limit] = await reasons(caseId)
    expect(limit?.[0]).toBe('limit')
    expect(String(limit?.[1]) <= addDays(today, 14)).toBe(true)
  })
})

describe('the first screen', () => {
  const removals = async (who: Who) => {
    const shown = await house[who].work((work) => getToday(work))
    if (shown.role !== 'caseworker' && shown.role !== 'coordinator') throw new Error('no worker')
    return shown.firsts
      .filter(({ kind }) => kind === 'removal')
      .map(({ key, on, urgency, caseId }) => [key, on, urgency, caseId])
  }

  it('says who is to be removed within a week, or on a day that passed without a word, until somebody says what came of it', async () => {
    const { caseId, record } = await givenHeld()
    await record('removal_planned', addDays(today, 8), { removalKind: 'repatriation' })
    expect(await removals('casey')).toEqual([])
    const late = await record('removal_planned', addDays(today, -1), { removalKind: 'repatriation' })
    const near = await record('removal_planned', addDays(today, 7), { removalKind: 'dublin_transfer' })
    const lines = [
      [late, addDays(today, -1), 'leaving', caseId],
      [near, addDays(today, 7), 'leaving', caseId],
    ]
    for (const who of ['casey', 'coral'] as const)
      expect((await removals(who)).sort((a, b) => String(a[1]).localeCompare(String(b[1])))).toEqual(lines)
    for (const who of ['cory', 'sol', 'sola'] as const) expect(await removals(who)).toEqual([])
    await record('removal_ended', addDays(today, -1), { removalOutcome: 'refused_by_person' })
    expect((await removals('casey')).map(([key]) => key)).toEqual([near])
    await record('ended', today, { endReason: 'released_io' })
    expect(await removals('casey')).toEqual([])
  })
})
