import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWorkingDay } from '@/lib/holidays/working-day.rules'
import { addDays, type Day, daysBetween } from '@/lib/shared/dates'
import { rollDay } from './calendar.rules'
import { compute, type Trigger } from './clock.rules'
import { close, DEADLINE_STATUSES, type DeadlineState, supersededBy } from './deadline-state.rules'
import { readLetter, weigh } from './letter.rules'
import { NOTIFICATIONS } from './notification.rules'
import { remindedOn, remindersOf } from './reminder.rules'
import { isRelied, type Rule } from './rule.rules'
import { deadlineRuleFile } from './rule.schema'
import { shippedRules } from './shipped'
import { ACTS, FACTS, SEVERITIES } from './vocabulary.rules'

const file = deadlineRuleFile.parse(
  JSON.parse(readFileSync(new URL('../../prisma/reference/be/deadline-rules.json', import.meta.url), 'utf8')),
)
const rules: readonly Rule[] = shippedRules(file)
/** How the first day of a rule is found, as its edition shipped it. */
const firstDaysOf = ({ code, version }: Rule) =>
  shippedRules(file).find((one) => one.code === code && one.version === version)?.firstDays ?? []

const day = fc.integer({ min: 0, max: 365 * 12 }).map((days): Day => addDays('2020-01-01', days))
const anyRule = fc.constantFrom(...rules)
const confirmed = anyRule.map(
  (rule): Rule => ({
    ...rule,
    status: 'confirmed',
    regime: 'ANY',
    validFrom: null,
    periods: rule.periods.map((period) => ({ ...period, max: period.min })),
  }),
)
const trigger = (rule: Rule): fc.Arbitrary<Trigger> =>
  fc.record({
    event: fc.constant(rule.event),
    on: day,
    at: fc.constantFrom(null, '00:20', '09:00', '23:59'),
    notification: fc.constantFrom(null, ...NOTIFICATIONS.codes),
    facts: fc.subarray([...FACTS.codes]),
    lodgedOn: fc.option(day),
    registeredOn: fc.option(day),
  })
const withTrigger = (source: fc.Arbitrary<Rule>) =>
  source.chain((rule) => fc.tuple(fc.constant(rule), trigger(rule)))

describe('the clock, whatever is asked', () => {
  it('never sets a date by a rule that no one read or confirmed', () => {
    fc.assert(
      fc.property(withTrigger(anyRule), ([rule, asked]) => {
        const doubted: Rule = { ...rule, sources: [] }
        for (const one of [doubted, rule]) {
          const computation = compute(one, asked, firstDaysOf(rule))
          if (!isRelied(one)) expect(computation.kind).toBe('none')
          if (computation.kind === 'none') expect(weigh(computation, null).dueOn).toBeNull()
        }
      }),
    )
  })

  it('never gives an earlier date for a later event', () => {
    fc.assert(
      fc.property(withTrigger(confirmed), fc.nat({ max: 60 }), ([rule, asked], later) => {
        if (asked.on === null) return
        const first = compute(rule, { ...asked, at: null }, firstDaysOf(rule))
        const second = compute(rule, { ...asked, at: null, on: addDays(asked.on, later) }, firstDaysOf(rule))
        expect(second.kind).toBe(first.kind)
        if (first.kind === 'date' && second.kind === 'date') expect(second.on >= first.on).toBe(true)
      }),
    )
  })

  it('gives a longer period no earlier date', () => {
    fc.assert(
      fc.property(withTrigger(confirmed), fc.nat({ max: 40 }), ([rule, asked], more) => {
        const longer: Rule = {
          ...rule,
          direction: 'after',
          periods: rule.periods.map(({ when, min }) => {
            const span = { ...min, amount: min.amount + (min.unit === 'hour' ? 24 : more) }
            return { when, min: span, max: span }
          }),
        }
        const first = compute({ ...rule, direction: 'after' }, { ...asked, at: null }, firstDaysOf(rule))
        const second = compute(longer, { ...asked, at: null }, firstDaysOf(rule))
        if (first.kind === 'date' && second.kind === 'date') expect(second.on >= first.on).toBe(true)
      }),
    )
  })

  it('ends an act before a court on a working day, and never after the expiry it has to precede', () => {
    fc.assert(
      fc.property(withTrigger(confirmed), ([rule, asked]) => {
        const computation = compute(rule, asked, firstDaysOf(rule))
        if (computation.kind !== 'date' || asked.on === null) return
        if (rule.roll !== 'none') expect(isWorkingDay(computation.on)).toBe(true)
        if (rule.direction === 'before') expect(computation.on <= asked.on).toBe(true)
      }),
    )
  })

  it('keeps every window in order', () => {
    fc.assert(
      fc.property(withTrigger(anyRule), ([rule, asked]) => {
        const computation = compute(rule, asked, firstDaysOf(rule))
        if (computation.kind === 'none' && computation.window !== null)
          expect(computation.window.earliest <= computation.window.latest).toBe(true)
      }),
    )
  })

  it('lets the earlier of letter and rule stand, and says when they differ', () => {
    fc.assert(
      fc.property(withTrigger(confirmed), day, ([rule, asked], printed) => {
        const computation = compute(rule, asked, firstDaysOf(rule))
        if (computation.kind !== 'date') return
        const letter = readLetter({ kind: 'lastDay', on: printed }, rule, asked, firstDaysOf(rule))
        const { dueOn, remindOn, conflict } = weigh(computation, letter)
        expect(dueOn).toBe([printed, computation.on].sort()[0])
        expect(remindOn).toBe([dueOn, computation.earliest].sort()[0])
        expect(conflict === null).toBe(printed === computation.on)
      }),
    )
  })
})

describe('rolling', () => {
  it('forward is never earlier, back is never later, and neither passes a working day', () => {
    fc.assert(
      fc.property(day, (raw) => {
        const [forward, back] = [rollDay(raw, 'forward'), rollDay(raw, 'back')]
        expect(forward >= raw && back <= raw).toBe(true)
        expect(isWorkingDay(forward) && isWorkingDay(back)).toBe(true)
        for (let at = raw; at < forward; at = addDays(at, 1)) expect(isWorkingDay(at)).toBe(false)
        expect(isWorkingDay(raw)).toBe(forward === raw && back === raw)
      }),
    )
  })
})

const current = fc.record({
  id: fc.uuid(),
  chain: fc.constantFrom('a', 'b'),
  family: fc.constantFrom('appeal', 'card'),
  status: fc.constantFrom(...DEADLINE_STATUSES.codes),
})

describe('what becomes of deadlines', () => {
  it('leaves one open of a chain and family, loses none and touches no closed one', () => {
    fc.assert(
      fc.property(fc.array(current, { minLength: 1, maxLength: 20 }), (arrivals) => {
        const kept = arrivals.reduce<readonly DeadlineState[]>((before, next) => {
          const replaced = new Set(supersededBy(next, before).map(({ id }) => id))
          const status = (one: DeadlineState) => (replaced.has(one.id) ? ('superseded' as const) : one.status)
          return before.map((one) => ({ ...one, status: status(one) })).concat({ ...next, status: 'open' })
        }, [])
        expect(kept).toHaveLength(arrivals.length)
        const open = kept.filter(({ status }) => status === 'open').map(({ chain, family }) => chain + family)
        expect(new Set(open).size).toBe(open.length)
      }),
    )
  })

  it('closes only by an act that is linked and of the right kind', () => {
    fc.assert(
      fc.property(
        anyRule,
        fc.constantFrom(...ACTS.codes),
        fc.constantFrom(...DEADLINE_STATUSES.codes),
        fc.option(fc.uuid()),
        (rule, act, status, linked) => {
          const deadline = { status, dueOn: '2026-12-24', triggeredOn: '2026-11-24' }
          const answer = close(deadline, rule, { act, on: '2026-12-01', linked }, '2026-12-31')
          expect(answer.ok).toBe(status === 'open' && linked !== null && rule.closedBy.includes(act))
        },
      ),
    )
  })

  it.each([
    { intention: 'on the last day', on: '2026-12-24', answer: { ok: true, value: 'inTime' } },
    { intention: 'a day late', on: '2026-12-25', answer: { ok: true, value: 'late' } },
    {
      intention: 'before the event itself',
      on: '2026-11-23',
      answer: { ok: false, code: 'actBeforeEvent', fields: { on: 'actBeforeEvent' } },
    },
    {
      intention: 'that has not happened yet',
      on: '2027-01-02',
      answer: { ok: false, code: 'actInTheFuture', fields: { on: 'actInTheFuture' } },
    },
  ])('says of an act $intention what it is', ({ on, answer }) => {
    const deadline = { status: 'open' as const, dueOn: '2026-12-24', triggeredOn: '2026-11-24' }
    const act = { act: 'appeal_lodged' as const, on, linked: 'note' }
    expect(close(deadline, { closedBy: ['appeal_lodged'] }, act, '2026-12-31')).toEqual(answer)
  })
})

const reminded = fc.record({
  severity: fc.constantFrom(...SEVERITIES.codes),
  remind: fc.record({
    days: fc.subarray([3, 14, 30, 45]),
    months: fc.subarray([1, 3, 6, 12]),
  }),
  remindOn: day,
  knownOn: day,
})

describe('reminders', () => {
  it('come once a day, never before the deadline is known, and on the day itself to worker and deputy', () => {
    fc.assert(
      fc.property(reminded, (asked) => {
        const days = remindersOf(asked).map(({ on }) => on)
        expect(days).toEqual([...new Set(days)].sort())
        expect(days.every((on) => on >= asked.knownOn)).toBe(true)
        if (asked.knownOn <= asked.remindOn)
          expect(remindedOn(asked, asked.remindOn)).toEqual(expect.arrayContaining(['worker', 'deputy']))
      }),
    )
  })

  it('of something critical reach the coordinator every day of a short period and every day after it', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 0, max: 30 }),
        (knownOn, length, at) => {
          const remindOn = addDays(knownOn, length)
          const asked = { severity: 'critical' as const, remind: { days: [], months: [] }, remindOn, knownOn }
          expect(remindedOn(asked, addDays(knownOn, at))).toContain('coordinator')
        },
      ),
    )
  })

  it('of a critical period of 30 days come 5, 2, 1 and 0 days before', () => {
    const asked = {
      severity: 'critical' as const,
      remind: { days: [], months: [] },
      remindOn: '2026-12-24',
      knownOn: '2026-11-24',
    }
    expect(remindersOf(asked).map(({ on }) => daysBetween(on, '2026-12-24'))).toEqual([5, 2, 1, 0])
    expect(remindersOf({ ...asked, knownOn: '2026-12-15' })[0]?.on).toBe('2026-12-19')
    expect(remindedOn(asked, '2026-12-01')).toEqual([])
  })

  it('of a birthday come a year before, and what was missed is said once when it becomes known', () => {
    const asked = {
      severity: 'high' as const,
      remind: { days: [], months: [12, 6, 3, 1] },
      remindOn: '2027-07-21',
      knownOn: '2026-09-01',
    }
    expect(remindersOf(asked).map(({ on }) => on)).toEqual([
      '2026-09-01',
      '2027-01-21',
      '2027-04-21',
      '2027-06-21',
      '2027-07-07',
      '2027-07-14',
      '2027-07-19',
      '2027-07-21',
    ])
  })
})
