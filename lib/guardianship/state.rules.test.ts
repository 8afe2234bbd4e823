import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { current } from '@/lib/registers/event-chain.rules'
import { addDays } from '@/lib/shared/dates'
import { clocksOf } from './clocks.rules'
import { type GuardianshipEvent, inOrder } from './event.rules'
import { SHAPES } from './shape.rules'
import { currentOf, isChange } from './state.rules'
import { EVENT_KINDS, type EventKind } from './vocabulary.rules'

const FIRST = '2026-03-02'
let count = 0
const row = (kind: EventKind, days: number, change: Partial<GuardianshipEvent> = {}): GuardianshipEvent => {
  count += 1
  const { outcome, form } = SHAPES[kind]
  const day = addDays(FIRST, days)
  return {
    id: String(count).padStart(6, '0'),
    personId: 'p',
    kind,
    outcome: outcome?.values[0] ?? null,
    form: form?.values[0] ?? null,
    on: { form: 'exact', day },
    at: null,
    notifiedOn: null,
    notification: null,
    atBorder: false,
    arrivedOn: null,
    concerns: null,
    replaces: null,
    standsOn: day,
    ...change,
  }
}
const because = (events: readonly GuardianshipEvent[]) => {
  const said = currentOf(events)
  return [said.state, said.because?.kind ?? null]
}

describe('how a guardianship stands', () => {
  it('goes from nothing to a guardian and their end, each with the row that says so', () => {
    const way: GuardianshipEvent[] = []
    const then = (one: GuardianshipEvent) => {
      way.push(one)
      return because(way)
    }
    expect(because(way)).toEqual(['nothing', null])
    expect(then(row('reported', 0))).toEqual(['reported', 'reported'])
    expect(then(row('taken_in_charge', 1))).toEqual(['in_charge', 'taken_in_charge'])
    expect(then(row('age_doubted', 2))).toEqual(['age_doubt', 'age_doubted'])
    // A test decides nothing.
    expect(then(row('age_assessed', 9, { outcome: 'adult' }))).toEqual(['age_doubt', 'age_doubted'])
    expect(then(row('decided', 20))).toEqual(['identified', 'decided'])
    expect(then(row('guardian_appointed', 30))).toEqual(['guardian', 'guardian_appointed'])
    expect(then(row('guardian_ended', 60, { outcome: 'guardian_resigned' }))).toEqual([
      'guardian_left',
      'guardian_ended',
    ])
    expect(currentOf(way).waitsSince?.kind).toBe('guardian_ended')
    expect(then(row('guardian_appointed', 70))).toEqual(['guardian', 'guardian_appointed'])
    expect(then(row('guardian_ended', 90, { outcome: 'majority' }))).toEqual(['ended', 'guardian_ended'])
    expect(currentOf(way)).toMatchObject({ guardian: null, waitsSince: null, needsGuardian: false })
  })

  it('a guardian named provisionally before the decision stays guardian after it', () => {
    const named = [row('reported', 0), row('guardian_appointed', 3), row('decided', 9)]
    expect(because(named)).toEqual(['guardian', 'guardian_appointed'])
    const refused = [...named, row('decided', 12, { outcome: 'not_minor' })]
    expect(because(refused)).toEqual(['not_minor', 'decided'])
  })

  it('a later guardian is a change, the first one is none', () => {
    const [first, second] = [row('guardian_appointed', 3), row('guardian_appointed', 8)]
    expect([first, second].map((one) => isChange(one, [second, first]))).toEqual([false, true])
  })

  it('anyone who begins and ends on one day was guardian: no one is, and the next one is a change', () => {
    const began = row('guardian_appointed', 30)
    const left = row('guardian_ended', 30, { outcome: 'guardian_resigned' })
    const named = [row('reported', 0), began, left]
    expect(because(named)).toEqual(['guardian_left', 'guardian_ended'])
    expect(currentOf(named)).toMatchObject({ guardian: null, needsGuardian: true, waitsSince: left })
    expect(because([...named, row('guardian_appointed', 40)])).toEqual(['guardian', 'guardian_appointed'])
    const over = [row('guardian_ended', 30, { outcome: 'majority' }), began]
    expect(because(over)).toEqual(['ended', 'guardian_ended'])
    const next = row('guardian_appointed', 40)
    expect(isChange(next, [...named, next])).toBe(true)
  })

  it('on one day an end makes room for the guardian who takes over, and a second end is theirs', () => {
    const before = row('guardian_appointed', 3)
    const left = row('guardian_ended', 30, { outcome: 'guardian_resigned' })
    const taken = row('guardian_appointed', 30)
    expect(currentOf([before, taken, left]).guardian).toEqual(taken)
    const again = row('guardian_ended', 30, { outcome: 'guardian_resigned' })
    expect(because([before, taken, left, again])).toEqual(['guardian_left', 'guardian_ended'])
    const third = row('guardian_appointed', 30)
    expect(currentOf([before, taken, left, again, third]).guardian).toEqual(third)
    // The end of someone else’s guardian is not theirs.
    const other = row('guardian_ended', 30, { personId: 'q' })
    expect(inOrder([taken, other])).toEqual([other, taken])
  })

  it('missing lasts until they are found, and begins anew the next time', () => {
    const missing = row('missing', 5)
    const found = row('found', 7, { concerns: missing.id })
    expect(currentOf([missing]).missing).toBe(missing)
    expect(currentOf([missing, found]).missing).toBeNull()
    const again = row('missing', 7, { at: '23:10' })
    expect(currentOf([missing, found, again]).missing?.id).toBe(again.id)
  })

  it('what answers a row answers the one that stands in its place', () => {
    const missing = row('missing', 5)
    const found = row('found', 7, { concerns: missing.id })
    const corrected = row('missing', 4, { replaces: missing.id })
    expect(currentOf([missing, found, corrected]).missing).toBeNull()
  })
})

/** Any register in which rows answer and correct rows of their kind that are there. */
const anyRegister = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...EVENT_KINDS.codes.filter((kind) => kind !== 'taken_back')),
      days: fc.integer({ min: 0, max: 60 }),
      pick: fc.nat(),
      fate: fc.constantFrom('plain', 'plain', 'correct', 'takeBack'),
    }),
    { maxLength: 20 },
  )
  .map((written) => {
    const rows: GuardianshipEvent[] = []
    for (const { kind, days, pick, fate } of written) {
      const outcomes = SHAPES[kind].outcome?.values ?? []
      const outcome = outcomes[pick % Math.max(1, outcomes.length)] ?? null
      const answered = current(rows).filter((one) => one.kind === SHAPES[kind].concerns)
      const concerns = answered[pick % Math.max(1, answered.length)]?.id ?? null
      if (SHAPES[kind].concerns !== null && concerns === null) continue
      const before = current(rows).find((one) => one.kind === kind)
      const replaces = fate === 'plain' ? null : (before?.id ?? null)
      rows.push(
        fate === 'takeBack' && before !== undefined
          ? row('taken_back', days, { replaces: before.id, personId: before.personId })
          : row(kind, days, { outcome, concerns, replaces }),
      )
    }
    return rows
  })

describe('any register', () => {
  it('stands the same in whichever order its rows are read, and never on a row that does not stand', () => {
    fc.assert(
      fc.property(anyRegister, fc.nat(), (rows, seed) => {
        const shuffled = [...rows].sort(
          (a, b) => ((Number(a.id) * (seed + 7)) % 101) - ((Number(b.id) * (seed + 7)) % 101),
        )
        const [one, other] = [currentOf(rows), currentOf(shuffled)]
        expect(other).toEqual(one)
        const ids = new Set(current(rows).map(({ id }) => id))
        for (const said of [one.because, one.guardian, one.placed, one.missing, one.reported, one.waitsSince])
          expect(said === null || ids.has(said.id)).toBe(true)
        // A guardian is there exactly in the state that says so, and no one waits then.
        expect(one.guardian !== null).toBe(one.state === 'guardian')
        expect(one.needsGuardian && one.guardian !== null).toBe(false)
      }),
    )
  })

  it('starts clocks from rows that stand and from no other, and an act never ends what a later row began', () => {
    fc.assert(
      fc.property(anyRegister, (rows) => {
        const clocks = clocksOf([rows], { lodgedOn: null, registeredOn: null })
        const ids = new Set(clocks.current)
        for (const { cause } of clocks.wants) expect(ids.has(cause.id)).toBe(true)
        for (const told of clocks.told) {
          expect(ids.has(told.entry.id)).toBe(true)
          for (const { cause, trigger } of clocks.wants)
            if (told.concerns({ causeRef: cause.id, family: 'any', happenedOn: trigger.on }))
              expect(cause.id).not.toBe(told.entry.id)
        }
      }),
    )
  })
})
