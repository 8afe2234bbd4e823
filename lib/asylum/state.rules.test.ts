import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fact } from '@/lib/deadlines/vocabulary.rules'
import { current } from '@/lib/registers/event-chain.rules'
import { asylumEvent as event } from '../../tests/support/given/event-rows'
import { causesOf, closingOf } from './cause.rules'
import { type AsylumEvent, inOrder, isSame, mayAnswer } from './event.rules'
import { lodgedOn, regimeOf } from './regime.rules'
import { safeCountry } from './safe-country.rules'
import { stateOf } from './state.rules'
import { EVENT_KINDS, SHAPES, type Way } from './vocabulary.rules'

const on = (day: string) => ({ on: { form: 'exact', day } as const, standsOn: day })
const told = (day: string) => ({ notifiedOn: day, standsOn: day })
const decided = (outcome: AsylumEvent['outcome'], day = '2026-05-01') =>
  event('decision', { kind: 'cgrs_decision', outcome, ...told(day) })
const appeal = event('appeal', { kind: 'appeal', form: 'full', concerns: 'decision', ...on('2026-05-20') })
const judged = (outcome: AsylumEvent['outcome']) =>
  event('judgment', { kind: 'judgment', outcome, concerns: 'appeal', ...told('2026-08-01') })

describe('the state', () => {
  it.each([
    ['nothing', []],
    ['at_cgrs', [decided('admissible')]],
    ['refused', [decided('manifestly_unfounded')]],
    ['inadmissible', [decided('inadmissible')]],
    ['ended', [decided('terminated')]],
    ['protection_lost', [decided('ceased')]],
    ['refugee', [decided('refugee_status')]],
    ['appeal', [decided('refused'), appeal]],
    ['appeal_lost', [decided('refused'), appeal, judged('confirmed')]],
    ['refugee', [decided('refused'), appeal, judged('reformed_refugee')]],
    ['subsidiary', [decided('refused'), appeal, judged('reformed_subsidiary')]],
    ['at_cgrs', [decided('refused'), appeal, judged('annulled_referred_back')]],
    ['appeal', [decided('refused'), appeal, judged('suspended')]],
    // They keep what they have while they ask for more.
    ['appeal_from_protection', [decided('subsidiary_protection'), appeal]],
    ['subsidiary', [decided('subsidiary_protection'), appeal, judged('confirmed')]],
    [
      'cassation',
      [
        decided('refused'),
        appeal,
        judged('confirmed'),
        event('last', { kind: 'appeal', form: 'cassation', concerns: 'judgment', ...on('2026-08-20') }),
      ],
    ],
    // An order to leave and an appeal against it run beside the procedure.
    [
      'at_cgrs',
      [
        event('a', { kind: 'received_cgrs', ...on('2026-02-01') }),
        event('b', { kind: 'order_to_leave', ...told('2026-03-01') }),
        event('c', { kind: 'appeal', form: 'annulment', concerns: 'b', ...on('2026-03-09') }),
      ],
    ],
  ] as const)('is %s', (state, events) => {
    expect(stateOf('territory', events).state).toBe(state)
  })

  it('follows someone who is resettled to the arrival; where they live says nothing of protection, and no clock runs', () => {
    const steps = [
      ['selected', '2026-01-10', 'selected'],
      ['departed', '2026-05-02', 'departed'],
      ['arrived', '2026-05-02', 'arrived'],
      ['welcomed', '2026-05-03', 'arrived'],
      ['made', '2026-05-04', 'made'],
      ['housed', '2026-09-01', 'made'],
    ] as const
    const events = steps.map(([kind, day]) => event(kind, { kind, ...on(day) }))
    steps.forEach(([, , state], index) => {
      expect(stateOf('resettlement', events.slice(0, index + 1)).state).toBe(state)
    })
    expect(inOrder([...events].reverse()).map(({ kind }) => kind)).toEqual(steps.map(([kind]) => kind))
    for (const one of events)
      if (one.kind !== 'made' && one.kind !== 'arrived') expect(closingOf(one)).toBeNull()
  })

  it('of a person in transit is that they pass through, and names no event', () => {
    expect(stateOf('transit', [])).toEqual({ state: 'transit', because: null })
  })

  it('never reads an answer before what it answers, however badly its day is known', () => {
    const early = event('appeal', { ...appeal, on: null, standsOn: '2026-01-01' })
    expect(stateOf('territory', [early, decided('refused')])).toMatchObject({
      state: 'appeal',
      because: { id: 'appeal' },
    })
  })

  it('leads an answer on to the row that stands now', () => {
    const corrected = event('decision2', {
      ...decided('refused', '2026-05-02'),
      id: 'decision2',
      replaces: 'decision',
    })
    expect(stateOf('territory', [decided('refused'), corrected, appeal]).state).toBe('appeal')
    const back = event('back', { kind: 'taken_back', outcome: 'not_happened', replaces: 'appeal' })
    expect(stateOf('territory', [decided('refused'), corrected, appeal, back]).state).toBe('refused')
  })
})

const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-04-${String(day).padStart(2, '0')}`)
/** A random record: days given or not, answers to earlier rows, corrections and mistakes. */
const records = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...EVENT_KINDS.codes),
      day: days,
      isDated: fc.boolean(),
      outcome: fc.nat(),
      form: fc.nat(),
      link: fc.nat(),
      replaces: fc.option(fc.nat(), { freq: 4 }),
    }),
    { maxLength: 12 },
  )
  .map((rows) => {
    const taken = new Set<string>()
    const made: AsylumEvent[] = []
    rows.forEach(({ kind, day, isDated, outcome, form, link, replaces }, index) => {
      const { outcomes, forms, concerns } = SHAPES[kind]
      const free = made
        .filter(
          (one) =>
            !taken.has(one.id) && one.kind !== 'taken_back' && (kind === 'taken_back' || one.kind === kind),
        )
        .map(({ id }) => id)
      const old =
        replaces === null && kind !== 'taken_back'
          ? null
          : (free[(replaces ?? 0) % Math.max(1, free.length)] ?? null)
      if (old !== null) taken.add(old)
      // As the handler asks: what is answered stands at that time and does not answer what is replaced.
      const answerable = mayAnswer(made, old).filter((one) => concerns.includes(one.kind))
      made.push(
        event(`e${index}`, {
          kind,
          outcome: outcomes[outcome % Math.max(1, outcomes.length)] ?? null,
          form: forms[form % Math.max(1, forms.length)] ?? null,
          concerns:
            concerns.length > 0 ? (answerable[link % Math.max(1, answerable.length)]?.id ?? null) : null,
          replaces: old,
          standsOn: day,
          on: isDated ? { form: 'exact', day } : null,
        }),
      )
    })
    return made
  })

describe('of any record', () => {
  it('the rows that stand are those that an independent count leaves', () => {
    fc.assert(
      fc.property(records, (events) => {
        const gone = new Set(events.map(({ replaces }) => replaces))
        const left = events.filter(({ id, kind }) => !gone.has(id) && kind !== 'taken_back')
        expect(current(events).map(({ id }) => id)).toEqual(left.map(({ id }) => id))
      }),
    )
  })

  it('the state does not depend on the order in which it was written down, and names a row that stands', () => {
    fc.assert(
      fc.property(records, fc.infiniteStream(fc.nat()), (events, draw) => {
        const shuffled = events
          .map((one) => ({ one, at: draw.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one)
        const [a, b] = [stateOf('territory', events), stateOf('territory', shuffled)]
        expect(b).toEqual(a)
        if (a.because !== null) expect(current(events).map(({ id }) => id)).toContain(a.because.id)
      }),
    )
  })

  it('nothing stands in order before what it answers', () => {
    fc.assert(
      fc.property(records, (events) => {
        const order = inOrder(current(events)).map(({ id }) => id)
        for (const { id, concerns } of current(events))
          if (concerns !== null && order.includes(concerns))
            expect(order.indexOf(id)).toBeGreaterThan(order.indexOf(concerns))
      }),
    )
  })

  it('only an exact day starts or stops a clock', () => {
    fc.assert(
      fc.property(records, (events) => {
        for (const one of events) {
          const around = {
            way: 'territory',
            sequence: 1,
            applied: { lodgedOn: null, registeredOn: null },
            answered: null,
            examined: [],
          } as const
          if (one.on === null && one.notifiedOn === null)
            expect([causesOf(one, around), closingOf(one)]).toEqual([[], null])
        }
      }),
    )
  })
})

describe('what an event starts', () => {
  const around = {
    way: 'territory',
    sequence: 2,
    applied: { lodgedOn: '2025-03-03', registeredOn: null },
    answered: null,
    examined: [],
  } as const
  it('knows from the record what needs not be asked', () => {
    const inadmissible = event('x', {
      kind: 'cgrs_decision',
      outcome: 'inadmissible',
      ground: 'eu_national',
      ...told('2026-05-01'),
    })
    expect(causesOf(inadmissible, around)[0]?.trigger).toMatchObject({
      event: 'cgrs_decision_notified',
      facts: ['inadmissible', 'eu_national', 'subsequent'],
      lodgedOn: '2025-03-03',
      registeredOn: null,
    })
  })
  it('carries over to a decision under the Pact how the application is examined, until the ordinary procedure is said', () => {
    const factsOf = (
      change: Partial<AsylumEvent>,
      known: { readonly way?: Way; readonly lodgedOn?: string | null; readonly examined?: readonly Fact[] },
    ) => {
      const { way = 'territory', lodgedOn = '2026-09-15', examined = [] } = known
      const decision = event('x', {
        kind: 'cgrs_decision',
        outcome: 'refused',
        ...told('2026-11-24'),
        ...change,
      })
      return causesOf(decision, {
        ...around,
        sequence: 1,
        way,
        applied: { lodgedOn, registeredOn: null },
        examined,
      })[0]?.trigger.facts
    }
    expect(factsOf({}, {})).toEqual([])
    expect(factsOf({}, { examined: ['accelerated', 'at_liberty'] })).toEqual(['accelerated'])
    expect(factsOf({}, { examined: ['eu_national'] })).toEqual(['eu_national'])
    expect(factsOf({}, { way: 'border' })).toEqual(['border'])
    expect(factsOf({}, { lodgedOn: null, examined: ['accelerated'] })).toEqual(['accelerated'])
    // The law before the Pact counts by other facts.
    expect(factsOf({}, { lodgedOn: '2025-03-03', examined: ['accelerated', 'eu_national'] })).toEqual([])
    const ordinary = { facts: ['ordinary'] } as const
    expect(factsOf(ordinary, { way: 'border', examined: ['accelerated'] })).toEqual(['ordinary'])
    expect(factsOf(ordinary, { examined: ['eu_national'] })).toEqual(['ordinary', 'eu_national'])
  })
  it('of an order to leave gives the printed period to the leaving and none to the appeal', () => {
    const letter = { kind: 'period', amount: 30, unit: 'calendar_day' } as const
    const order = event('x', { kind: 'order_to_leave', letter, ...told('2026-05-01') })
    expect(causesOf(order, around).map((one) => [one.trigger.event, one.letter])).toEqual([
      ['order_to_leave_notified', letter],
      ['io_decision_notified', null],
    ])
  })
  it('of an extension counts from the acceptance', () => {
    const accepted = event('a', { kind: 'dublin_accepted', ...on('2026-01-10') })
    const longer = event('x', {
      kind: 'dublin_extended',
      outcome: 'absconded',
      concerns: 'a',
      ...on('2026-05-01'),
    })
    expect(causesOf(longer, { ...around, answered: accepted })[0]?.trigger).toMatchObject({
      on: '2026-01-10',
      facts: expect.arrayContaining(['absconded']),
    })
  })
})

describe('the law that counts', () => {
  const lodged = (when: AsylumEvent['on']) => [event('l', { kind: 'lodged', on: when })]
  it.each([
    [lodged({ form: 'exact', day: '2026-06-11' }), 'PRE_PACT', '2026-06-11'],
    [lodged({ form: 'exact', day: '2026-06-12' }), 'PACT', '2026-06-12'],
    [lodged({ form: 'year', year: 2025 }), 'PRE_PACT', null],
  ] as const)('follows from the lodging', (events, regime, day) => {
    expect(regimeOf(events)).toMatchObject({ regime })
    expect(lodgedOn(events)).toBe(day)
  })
  it.each([
    [[], 'notLodged'],
    [lodged(null), 'dayNotKnown'],
    [lodged({ form: 'month', year: 2026, month: 6 }), 'aroundTheChange'],
  ] as const)('is not known, with the reason', (events, reason) => {
    expect(regimeOf(events)).toEqual({ regime: null, reason })
  })
})

describe('a safe country of origin', () => {
  const lists = [
    { issuer: 'eu', validFrom: '2026-06-12', countries: ['MA', 'XK'], candidates: ['AL', 'GE'] },
    { issuer: 'national', validFrom: '2023-07-10', countries: ['AL'], candidates: [] },
    { issuer: 'national', validFrom: '2017-12-27', countries: ['AL', 'GE'], candidates: [] },
  ] as const
  const day = (exact: string) => ({ form: 'exact', day: exact }) as const
  const year = (number: number) => ({ form: 'year', year: number }) as const
  it.each([
    ['GE', day('2023-07-09'), { answer: 'on', from: '2017-12-27', isLast: false }],
    ['GE', day('2023-07-10'), { answer: 'off', from: '2023-07-10', isLast: true }],
    ['AL', year(2023), { answer: 'on', from: '2023-07-10', isLast: true }],
    ['GE', year(2023), { answer: 'notKnown', reason: 'listChanged' }],
    ['AL', day('2010-01-02'), { answer: 'notKnown', reason: 'beforeLists' }],
    ['MA', day('2026-06-11'), { answer: 'off', from: '2023-07-10', isLast: true }],
    ['AL', null, { answer: 'notKnown', reason: 'dayNotKnown' }],
  ] as const)('%s is looked up on the Belgian list of the day', (country, when, said) => {
    expect(safeCountry(country, when, lists)).toEqual([{ issuer: 'national', ...said }])
  })

  it.each([
    ['MA', day('2026-06-12'), { answer: 'on', from: '2026-06-12', isLast: true }],
    ['AL', day('2026-06-12'), { answer: 'candidate', from: '2026-06-12', isLast: true }],
    ['SY', day('2026-06-12'), { answer: 'off', from: '2026-06-12', isLast: true }],
    ['MA', year(2026), { answer: 'notKnown', reason: 'listChanged' }],
    ['SY', year(2026), { answer: 'off', from: '2026-06-12', isLast: true }],
  ] as const)('%s is looked up on the list of the Union too', (country, when, said) => {
    const [union, belgian] = safeCountry(country, when, lists)
    expect(union).toEqual({ issuer: 'eu', ...said })
    expect(belgian).toMatchObject({ issuer: 'national', from: '2023-07-10' })
  })
})

it('two rows are the same when kind, day and answer are', () => {
  const one = decided('refused')
  expect(isSame(one, { ...one, id: 'other' })).toBe(true)
  expect(isSame(one, { ...one, id: 'other', notifiedOn: '2026-05-02' })).toBe(false)
  expect(isSame(event('a', {}), event('b', {}))).toBe(false)
})
