import { describe, expect, it } from 'vitest'
import { endOf, type Stay, startOf } from '@/lib/cases/stays.rules'
import { earlierOf } from '@/lib/registers/event-chain.rules'
import type { Day } from '@/lib/shared/dates'
import { UNTOLD } from '../../tests/support/given/event-rows'
import { seriesOf } from './chain.rules'
import { clocksOf } from './clocks.rules'
import { countDays } from './counter.rules'
import { toDrawing } from './drawing.rules'
import { current, type DetentionEvent, perhapsTheSame, standsFor, withdrawn } from './event.rules'
import { pairsOf, petitionSlot, plannedRemovals, removalAttempts } from './pairs.rules'
import { stateOf } from './state.rules'

let count = 0
const row = (
  kind: DetentionEvent['kind'],
  day: Day | null,
  more: Partial<DetentionEvent> = {},
): DetentionEvent => {
  count += 1
  return {
    ...UNTOLD,
    id: String(count).padStart(4, '0'),
    kind,
    on: day === null ? null : { form: 'exact', day },
    ...more,
  }
}
const order = (day: Day | null, more: Partial<DetentionEvent> = {}) =>
  row('ordered', day, { orderKind: 'initial', ground: 'art_7', ...more })
const extension = (day: Day, more: Partial<DetentionEvent> = {}) =>
  order(day, { orderKind: 'extension', ...more })
const again = (day: Day) => order(day, { orderKind: 'new_after_refusal' })
const stay = (since: Day | null, until: Day | null = null): Stay => ({
  id: `${since}`,
  personId: 'p',
  placeId: 'vottem',
  since,
  until,
})

describe('rows of an episode', () => {
  it('count when no one put another in their place or took them away, by day', () => {
    const [a, b, c] = [order('2026-10-03'), order('2026-09-29'), row('incident', '2026-10-01')]
    const mended = order('2026-10-02', { replaces: a.id })
    const away = row('incident', null, { replaces: c.id, withdrawnBecause: 'mistake' })
    expect(current([a, b, c, mended, away]).map(({ id }) => id)).toEqual([b.id, mended.id])
    expect(earlierOf(mended, [a, b, mended]).map(({ id }) => id)).toEqual([a.id])
    expect(withdrawn([a, b, c, mended, away])).toEqual([{ event: c, by: away }])
  })

  it('may tell of one event twice: the later leads to the earlier', () => {
    const [one, two, other] = [order('2026-10-03'), order('2026-10-03'), extension('2026-10-03')]
    expect([...perhapsTheSame([one, two, other])]).toEqual([[two.id, one.id]])
    expect(perhapsTheSame([order(null), order(null)]).size).toBe(0)
  })
})

describe('the chain of orders', () => {
  it('keeps an extension under the maximum of its first order and opens another one after a refusal', () => {
    const rows = current([order('2026-09-29'), extension('2026-11-27'), again('2026-12-05')])
    expect(seriesOf(rows).map(({ since, orders }) => [since, orders.length])).toEqual([
      ['2026-09-29', 2],
      ['2026-12-05', 1],
    ])
  })

  it('opens another one when the detention is for the transfer and no longer to find who is responsible', () => {
    const dublin = { ground: 'art_51_5' } as const
    const rows = [
      order('2026-09-01', { ...dublin, phase: 'determination' }),
      extension('2026-09-20', dublin),
      extension('2026-10-01', { ...dublin, phase: 'transfer' }),
      extension('2026-10-20', { ...dublin, phase: 'transfer' }),
    ]
    expect(seriesOf(rows).map(({ since, orders }) => [since, orders.length])).toEqual([
      ['2026-09-01', 2],
      ['2026-10-01', 2],
    ])
  })

  it('gives no day to a chain that begins with an extension, or with an order of an unsure day', () => {
    expect(seriesOf([extension('2026-11-27')])).toMatchObject([{ since: null, lacksFirst: true }])
    expect(seriesOf([order(null)])).toMatchObject([{ since: null, lacksFirst: false }])
  })
})

describe('the counter', () => {
  const count = (rows: readonly DetentionEvent[], start: Day | null, today: Day, end: Day | null = null) =>
    countDays(current(rows), { start, end, today })

  it('counts the first day and today', () => {
    // September has two days left, October 31, November 26.
    expect(count([order('2026-09-29')], '2026-09-29', '2026-11-26')).toMatchObject({
      total: 59,
      underOrder: 59,
    })
  })

  it('starts again with a new decision, says how much had counted, and goes on counting all days', () => {
    const counter = count([order('2026-09-29'), again('2026-10-09')], '2026-09-29', '2026-10-11')
    expect(counter).toMatchObject({ total: 13, underOrder: 3 })
    expect(counter.steps).toMatchObject([
      { code: 'began', on: '2026-09-29' },
      { code: 'ordered', on: '2026-09-29', ground: 'art_7' },
      { code: 'reset', on: '2026-10-09', before: 10, orderKind: 'new_after_refusal' },
      { code: 'underOrder', from: '2026-10-09', to: '2026-10-11', days: 3 },
      { code: 'total', from: '2026-09-29', to: '2026-10-11', days: 13 },
    ])
  })

  it('does not count the days on which the clock stood still, and says which', () => {
    const rows = [order('2026-10-01'), row('suspended', '2026-10-05'), row('resumed', '2026-10-09')]
    const counter = count(rows, '2026-10-01', '2026-10-10')
    expect(counter).toMatchObject({ total: 10, underOrder: 6 })
    expect(counter.steps).toContainEqual({
      code: 'suspended',
      from: '2026-10-05',
      until: '2026-10-08',
      days: 4,
    })
    const still = count(rows.slice(0, 2), '2026-10-01', '2026-10-10')
    expect(still).toMatchObject({ total: 10, underOrder: 4 })
  })

  it('stops on the last day', () => {
    expect(count([order('2026-10-01')], '2026-10-01', '2026-12-01', '2026-10-03').total).toBe(3)
  })

  it('guesses no day: what hangs on an unsure one is not counted, and the counter says why', () => {
    const unsure = count([order(null)], '2026-10-01', '2026-10-03')
    expect(unsure).toMatchObject({ total: 3, underOrder: null })
    expect(unsure.steps.map(({ code }) => code)).toContain('dayNotExact')
    expect(count([order('2026-10-01')], null, '2026-10-03')).toMatchObject({ total: null, underOrder: 3 })
    expect(count([], '2026-10-01', '2026-10-03').steps.map(({ code }) => code)).toContain('noOrder')
  })
})

describe('the state', () => {
  const held = [stay('2026-09-29')]
  const code = (rows: readonly DetentionEvent[], stays: readonly Stay[] = held) =>
    stateOf(current(rows), stays, '2026-11-26').code

  it('is derived from rows and stays, and names the row that says so', () => {
    const first = order('2026-09-29', { printedEnd: '2026-11-28' })
    expect(stateOf([first], held, '2026-11-26')).toEqual({
      code: 'held',
      on: '2026-09-29',
      ground: 'art_7',
      until: '2026-11-28',
      because: first.id,
    })
    expect(code([])).toBe('noOrder')
    expect(code([order('2026-09-01', { printedEnd: '2026-11-25' })])).toBe('orderRunOut')
    expect(code([first], [stay('2026-09-29', '2026-11-20')])).toBe('gone')
    expect(code([first, row('ended', '2026-11-20', { endReason: 'removed' })])).toBe('ended')
  })

  it('says that a release was ordered until it happened, or until a higher court decides otherwise', () => {
    const decided = (day: Day, court: DetentionEvent['court'], petitionOutcome: 'released' | 'rejected') =>
      row('petition_decided', day, { court, petitionOutcome })
    const released = decided('2026-11-20', 'council_chamber', 'released')
    expect(code([order('2026-09-29'), released])).toBe('releaseOrdered')
    expect(
      code([order('2026-09-29'), released, decided('2026-11-24', 'indictment_chamber', 'rejected')]),
    ).toBe('held')
    expect(code([order('2026-09-29'), decided('2026-11-20', 'council_chamber', 'rejected')])).toBe('held')
  })
})

describe('what begins and ends', () => {
  const filed = (day: Day, court: DetentionEvent['court'] = 'council_chamber') =>
    row('petition_filed', day, { court })
  const decided = (day: Day, court: DetentionEvent['court'] = 'council_chamber') =>
    row('petition_decided', day, { court, petitionOutcome: 'rejected' })

  it('finds each other by their order, and by the court', () => {
    const rows = current([
      filed('2026-10-01'),
      decided('2026-10-06'),
      filed('2026-10-07', 'indictment_chamber'),
      filed('2026-11-06'),
      decided('2026-11-10'),
    ])
    expect(pairsOf(rows, 'petition_filed').map(({ ends }) => ends?.on)).toEqual([
      { form: 'exact', day: '2026-10-06' },
      undefined,
      { form: 'exact', day: '2026-11-10' },
    ])
  })

  it('opens the slot for a petition now, after a decision, or not while one waits', () => {
    expect(petitionSlot([])).toEqual({ code: 'now' })
    expect(petitionSlot([filed('2026-10-01')])).toMatchObject({ code: 'waiting', since: '2026-10-01' })
    expect(petitionSlot([filed('2026-10-01'), decided('2026-10-06')])).toMatchObject({
      code: 'after',
      decidedOn: '2026-10-06',
    })
  })

  it('keeps a planned removal until it has an outcome, and counts the attempts', () => {
    const rows = current([
      row('removal_planned', '2026-11-03'),
      row('removal_ended', '2026-11-03', { removalOutcome: 'refused_by_person' }),
      row('removal_planned', '2026-12-01'),
    ])
    expect(plannedRemovals(rows).map(({ on }) => on)).toEqual([{ form: 'exact', day: '2026-12-01' }])
    expect(removalAttempts(rows)).toBe(1)
  })

  it('call a removal off before its day; a plan that was written after something else ended stays one', () => {
    const off = { removalOutcome: 'cancelled_authority' } as const
    const planned = row('removal_planned', '2026-12-01', { removalKind: 'repatriation' })
    const called = row('removal_ended', '2026-11-25', off)
    expect(plannedRemovals(current([planned, called]))).toEqual([])
    const refused = row('removal_ended', '2026-11-25', { removalOutcome: 'refused_by_person' })
    expect(plannedRemovals(current([planned, refused]))).toEqual([planned])
    const next = row('removal_planned', '2026-12-05', { removalKind: 'repatriation' })
    expect(plannedRemovals(current([called, next]))).toEqual([next])
    const someday = row('removal_planned', null, { removalKind: 'repatriation' })
    const over = row('removal_ended', '2026-11-26', { removalOutcome: 'refused_by_person' })
    expect(plannedRemovals(current([someday, over]))).toEqual([])
  })
})

describe('stays', () => {
  it('say from when until when, and nothing where one has no day', () => {
    expect(startOf([stay('2026-10-05'), stay('2026-09-29')])).toBe('2026-09-29')
    expect(startOf([stay('2026-10-05'), stay(null)])).toBe(null)
    expect(startOf([])).toBe(null)
    expect(endOf([stay('2026-10-05', '2026-10-09'), stay('2026-09-29', '2026-10-05')])).toBe('2026-10-09')
    expect(endOf([stay('2026-10-05', '2026-10-09'), stay('2026-09-29')])).toBe(null)
  })
})

describe('the clocks of an episode', () => {
  const around = { applied: { lodgedOn: null, registeredOn: null }, isWholeFile: true }
  const starts = (...events: readonly DetentionEvent[]) =>
    clocksOf(events, around).wants.map(({ cause, trigger: { event, on, at, facts } }) => ({
      cause: cause.id,
      event,
      on,
      at,
      facts,
    }))
  const acts = (...events: readonly DetentionEvent[]) => clocksOf(events, around).told.map(({ act }) => act)

  it('start with the first order: its own maximum and the absolute one', () => {
    const first = order('2026-09-29')
    const shared = { cause: first.id, on: '2026-09-29', at: null }
    expect(starts(first)).toEqual([
      { ...shared, event: 'return_detention_ordered', facts: ['detained'] },
      { ...shared, event: 'first_detention_began', facts: [] },
    ])
  })

  it('run from the first order of the series when it is extended, and from the new one after a refusal', () => {
    const [first, extended] = [order('2026-09-29'), extension('2026-11-27', { byMinister: true })]
    expect(starts(extended, first)).toMatchObject([
      { cause: first.id, event: 'first_detention_began' },
      { cause: extended.id, on: '2026-09-29', facts: ['detained', 'extended_once', 'extended_by_minister'] },
      { cause: extended.id, event: 'detention_extended_by_minister', on: '2026-11-27' },
    ])
    expect(starts(first, extended, again('2026-12-05'))).toMatchObject([
      { event: 'first_detention_began', on: '2026-09-29' },
      { event: 'detention_extended_by_minister', on: '2026-11-27' },
      { event: 'return_detention_ordered', on: '2026-12-05', facts: ['detained'] },
    ])
    // The office extends by itself the first time: no court is asked.
    expect(starts(first, extension('2026-11-27')).map(({ event }) => event)).not.toContain(
      'detention_extended_by_minister',
    )
  })

  it('do not start where no rule has a source, or where the day is not exact; the earlier maximum stands until one does', () => {
    expect(starts(order('2026-09-29', { ground: 'art_29' }))).toMatchObject([
      { event: 'first_detention_began' },
    ])
    expect(starts(order(null))).toEqual([])
    expect(starts(extension('2026-11-27'))).toEqual([])
    expect(starts(order('2026-09-29'), order(null, { orderKind: 'new_after_refusal' }))).toMatchObject([
      { event: 'return_detention_ordered', on: '2026-09-29' },
      { event: 'first_detention_began' },
    ])
  })

  it('follow a petition to the Council Chamber, on to the Indictment Chamber and to Cassation', () => {
    const filed = row('petition_filed', '2026-10-01', { court: 'council_chamber' })
    const decided = row('petition_decided', '2026-10-06', {
      court: 'council_chamber',
      petitionOutcome: 'rejected',
      at: '11:15',
    })
    const appealed = row('petition_filed', '2026-10-07', { court: 'indictment_chamber' })
    const lost = row('petition_decided', '2026-10-20', {
      court: 'indictment_chamber',
      petitionOutcome: 'rejected',
    })
    const last = row('petition_filed', '2026-10-21', { court: 'court_of_cassation' })
    expect(starts(filed, decided, appealed).map(({ event }) => event)).toContain('petition_decided')
    // The month to the next petition runs from the last order or judgment that keeps someone detained.
    expect(starts(filed, decided, appealed, lost, last).map(({ event, at }) => [event, at])).toEqual([
      ['petition_filed', null],
      ['council_chamber_decided', '11:15'],
      ['indictment_appeal_filed', null],
      ['indictment_chamber_decided', null],
    ])
    expect(acts(filed, decided, appealed, lost, last)).toEqual([
      'petition_filed',
      'petition_decided',
      'hearing_held',
      'indictment_appeal_lodged',
      'indictment_decision_received',
      'hearing_held',
      'cassation_lodged',
    ])
    expect(starts({ ...decided, petitionOutcome: 'released' })).toEqual([])
    // An appeal runs from the service, and its hour is not that of the decision.
    expect(starts({ ...decided, servedOn: '2026-10-08' })).toMatchObject([
      { event: 'petition_decided', on: '2026-10-06' },
      { event: 'council_chamber_decided', on: '2026-10-08', at: null },
    ])
    expect(acts({ ...decided, petitionOutcome: 'no_decision_in_time' })).toEqual([])
  })

  it('are stopped by what really happened', () => {
    const end = (endReason: DetentionEvent['endReason']) => acts(row('ended', '2026-11-20', { endReason }))
    expect(end('released_council_chamber')).toEqual(['released'])
    expect(end('removed')).toEqual(['removed', 'territory_left'])
    expect(end('deceased')).toEqual(['died'])
    for (const reason of ['escaped', 'transferred_prison', 'transferred_hospital', 'unknown'] as const)
      expect(end(reason)).toEqual([])
  })

  it('are stopped by an act only when their own row came before it, in their own episode', () => {
    const [before, after] = [order('2026-09-29'), order('2026-11-21')]
    const complaint = row('complaint_filed', '2026-11-20', { channel: 'centre_director' })
    const concerned = (causeRef: string | null, isWholeFile = true, family = 'complaint_director') =>
      clocksOf([before, after, complaint], {
        applied: { lodgedOn: null, registeredOn: null },
        isWholeFile,
      }).told[0]?.concerns({
        causeRef,
        family,
        happenedOn: null,
      })
    expect(concerned(before.id)).toBe(true)
    expect(concerned(after.id)).toBe(false)
    expect(concerned(before.id, true, 'complaint_commission')).toBe(false)
    // What another room or someone by hand began is everyone's: only an episode of everyone stops it.
    expect([concerned(null), concerned(null, false), concerned('elsewhere', false)]).toEqual([
      true,
      false,
      false,
    ])
    expect(concerned(before.id, false)).toBe(true)
  })

  it('know a row by every row that it stands for', () => {
    const [wrong, double] = [order('2026-09-28'), order('2026-09-29')]
    const right = order('2026-09-29', { replaces: wrong.id })
    const same = row('ordered', null, { replaces: double.id, withdrawnBecause: 'same_as', sameAs: right.id })
    const gone = order('2026-09-30')
    const mistake = row('ordered', null, { replaces: gone.id, withdrawnBecause: 'mistake' })
    expect([...standsFor([wrong, double, right, same, gone, mistake])]).toEqual([
      [right.id, new Set([wrong.id, double.id, right.id])],
    ])
  })
})

describe('the drawing', () => {
  const draw = (rows: readonly DetentionEvent[], end: Day | null = null, limitOn: Day | null = null) =>
    toDrawing(current(rows), { stays: [stay('2026-10-01', end)], end, today: '2026-10-30', limitOn })

  it('spans the episode and the maximum, numbers what happened by day, and keeps near marks apart', () => {
    const rows = [
      order('2026-10-01'),
      row('petition_filed', '2026-10-05', { court: 'council_chamber' }),
      row('petition_decided', '2026-10-06', { court: 'council_chamber', petitionOutcome: 'rejected' }),
      row('removal_ended', '2026-10-20', { removalOutcome: 'refused_by_person' }),
    ]
    const drawing = draw(rows, null, '2026-11-30')
    expect(drawing).toMatchObject({ from: '2026-10-01', to: '2026-11-30', rows: 2 })
    expect(drawing?.marks.map(({ number, lane, row: at }) => [number, lane, at])).toEqual([
      [1, 'court', 0],
      [2, 'court', 1],
      [3, 'removal', 0],
    ])
    expect(drawing?.limit).toEqual({ at: 1, on: '2026-11-30' })
    expect(drawing?.months.map(({ on }) => on)).toEqual(['2026-11-01'])
    expect(drawing?.orders).toMatchObject([{ from: 0, extensions: [] }])
  })

  it('draws no maximum and no today when it is over, and nothing at all without a day', () => {
    expect(draw([order('2026-10-01')], '2026-10-20', '2026-11-30')).toMatchObject({
      today: null,
      limit: null,
    })
    expect(toDrawing([], { stays: [stay(null)], end: null, today: '2026-10-30', limitOn: null })).toBe(null)
  })
})
