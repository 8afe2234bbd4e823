import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { countAgain } from '@/tests/support/second-counter'
import { compute } from './clock.rules'
import { DETENTION_EVENTS_ASKED, dependsOnDetained } from './detained.rules'
import { type Letter, readLetter, weigh } from './letter.rules'
import { NOTIFICATIONS } from './notification.rules'
import { isRelied, periodFor, rulesStartedBy } from './rule.rules'
import { deadlineRuleFile } from './rule.schema'
import { newestOf, type Shipped, shippedRules, waysOf } from './shipped'
import { FACTS, type Fact, NOTIFIED_STARTS, UNITS } from './vocabulary.rules'

const text = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const file = deadlineRuleFile.parse(JSON.parse(text('prisma/reference/be/deadline-rules.json')))
const rules = newestOf(shippedRules(file))
const named = (code: string): Shipped => {
  const rule = rules.find((one) => one.code === code)
  if (rule === undefined) throw new Error(`no rule ${code}`)
  return rule
}
const oneOf = <T extends string>(list: readonly T[], word: string): T => {
  const found = list.find((one) => one === word)
  if (found === undefined) throw new Error(`${word} is not among ${list.join(', ')}`)
  return found
}

/** A line of the table a lawyer reads: docs/worked-deadlines.md. */
const lines = text('docs/worked-deadlines.md')
  .split('\n')
  .filter((line) => /^\| [A-Z]/.test(line) && !line.startsWith('| Rule '))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(
    ([
      ,
      code = '',
      happened = '',
      notified = '',
      facts = '',
      lodged = '',
      letter = '',
      expected = '',
      why = '',
      mark = '',
      article = '',
      count = '',
    ]) => ({
      code,
      happened,
      notified,
      facts: facts === '' ? [] : facts.split(',').map((fact): Fact => oneOf(FACTS.codes, fact)),
      lodged,
      letter,
      expected,
      why,
      mark,
      article,
      count,
    }),
  )
type Line = (typeof lines)[number]

const toLetter = (printed: string): Letter | null => {
  if (printed === '') return null
  const [first = '', unit] = printed.split(' ')
  if (unit === undefined) return { kind: 'lastDay', on: first }
  return { kind: 'period', amount: Number(first), unit: oneOf(UNITS.codes, unit) }
}

/** When the application was lodged, and registered where that is said. */
const toApplied = (said: string): { lodgedOn: string | null; registeredOn: string | null } => {
  const [lodgedOn = '', registeredOn] = said.split(' registered ')
  return { lodgedOn: lodgedOn === '' ? null : lodgedOn, registeredOn: registeredOn ?? null }
}

const answer = ({ code, happened, notified, facts, lodged, letter }: Line): string => {
  const rule = named(code)
  const [on = '', at] = happened.split(' ')
  const trigger = {
    event: rule.event,
    on: on === '-' ? null : on,
    at: at ?? null,
    notification: notified === '' ? null : oneOf(NOTIFICATIONS.codes, notified),
    facts,
    ...toApplied(lodged),
  }
  const computation = compute(rule, trigger, rule.firstDays)
  const { dueOn, basis, conflict } = weigh(
    computation,
    readLetter(toLetter(letter), rule, trigger, rule.firstDays),
  )
  if (dueOn !== null) return `${dueOn} ${basis}${conflict === null ? '' : ` conflict ${conflict.days}`}`
  if (computation.kind === 'date') throw new Error('a date of the rule is always due')
  const { reason, window } = computation
  return `none ${reason}${window === null ? '' : ` ${window.earliest}..${window.latest}`}`
}

describe('the worked deadlines', () => {
  it.each(lines)('$code, $happened: $why', (line) => {
    expect(answer(line)).toBe(line.expected)
  })

  it('are at least 150 and leave out no rule and no way of notification', () => {
    expect(lines.length).toBeGreaterThanOrEqual(150)
    const codes = new Set(lines.map(({ code }) => code))
    expect(rules.map(({ code }) => code).filter((code) => !codes.has(code))).toEqual([])
    for (const start of NOTIFIED_STARTS.codes) {
      const ways = new Set(
        lines.filter(({ code }) => named(code).start === start).map(({ notified }) => notified),
      )
      expect(NOTIFICATIONS.codes.filter((way) => !ways.has(way))).toEqual([])
    }
  })

  it('use every period and cite a source of the rule, or its mark', () => {
    const used = new Set(lines.map(({ code, facts }) => `${code} ${periodFor(named(code), facts)?.when}`))
    const unused = rules.flatMap(({ code, periods }) =>
      periods.map(({ when }) => `${code} ${when}`).filter((period) => !used.has(period)),
    )
    expect(unused).toEqual([])
    for (const { code, mark } of lines) {
      const { status, sources } = named(code)
      const said = { verified: 'read', general_knowledge: 'general knowledge', to_confirm: 'to confirm' }
      expect(mark).toBe(
        [status === 'confirmed' ? '' : said[status], sources.join(', ')].filter(Boolean).join(': '),
      )
    }
  })

  it('agree with a second program that shares no code, and name their article', () => {
    const counted = lines.filter(({ count }) => count !== '')
    for (const { code, happened, expected, count, article } of counted) {
      const { day, window } = countAgain(happened.slice(0, 10), count)
      const said = expected.startsWith('none') ? expected.split(' ').at(-1) : expected.slice(0, 10)
      expect(said, `${code} ${happened} ${count}`).toBe(expected.startsWith('none') ? window : day)
      expect(article, code).toBe(named(code).article?.text ?? 'none known')
    }
    expect(counted.length).toBeGreaterThanOrEqual(120)
  })

  it('show no date that rests on a rule no one read or confirmed', () => {
    const silent = lines.filter(
      ({ code, expected }) =>
        !isRelied(named(code)) && / (rule|both)\b/.test(expected.replace(/conflict.*/, '')),
    )
    expect(silent).toEqual([])
    expect(lines.filter(({ code }) => !isRelied(named(code))).length).toBeGreaterThan(20)
  })
})

/** What makes an appeal short under the Pact, whatever the procedure is called. */
const SHORT_UNDER_THE_PACT: readonly Fact[] = [
  'inadmissible',
  'manifestly_unfounded_fast',
  'eu_national',
  'accelerated',
]

describe('the rules of Belgium', () => {
  it('point at sources that are listed, and every source is used', () => {
    const keys = file.sources.map(({ key }) => key)
    const cited = new Set([
      ...file.rows.flatMap(({ sources }) => sources),
      ...file.firstDays.flatMap(({ source }) => source ?? []),
    ])
    expect([...cited].filter((key) => !keys.includes(key))).toEqual([])
    expect(keys.filter((key) => !cited.has(key))).toEqual([])
  })

  it('are called by one name and edition', () => {
    const names = file.rows.map(({ code, edition }) => `${code} ${edition}`)
    expect(new Set(names).size).toBe(names.length)
  })

  it('say for every way of notification how day 1 is found, or that it is not known', () => {
    for (const start of NOTIFIED_STARTS.codes)
      expect(
        waysOf(file.firstDays, { start, recordedOn: '2099-01-01' }).map(({ notification }) => notification),
      ).toEqual([...NOTIFICATIONS.codes])
  })

  it('start exactly one appeal against a decision of the Commissioner General, whatever is true of it', () => {
    const facts: readonly Fact[] = [
      'detained',
      'at_liberty',
      'subsequent',
      'inadmissible',
      'manifestly_unfounded_fast',
      'eu_national',
      'ordinary',
      'accelerated',
    ]
    const every = facts.reduce<readonly (readonly Fact[])[]>(
      (sets, fact) => sets.concat(sets.map((set) => [...set, fact])),
      [[]],
    )
    // No one is held and at liberty at once.
    for (const set of every.filter((one) => !(one.includes('detained') && one.includes('at_liberty')))) {
      const started = rulesStartedBy(rules, 'cgrs_decision_notified', set)
      expect(
        started.filter(({ regime }) => regime === 'PRE_PACT').map(({ code }) => code),
        set.join(),
      ).toHaveLength(1)
      expect(
        started
          .filter(({ regime, family }) => regime === 'PACT' && family === 'appeal_first_decision')
          .map(({ code }) => code),
        set.join(),
      ).toHaveLength(1)
      // Only the ordinary procedure, said by a person, lets the person remain without asking the court.
      const isOrdinary = set.includes('ordinary') && !set.some((fact) => SHORT_UNDER_THE_PACT.includes(fact))
      expect(
        started.filter(({ family }) => family === 'request_to_remain').map(({ code }) => code),
        set.join(),
      ).toHaveLength(isOrdinary ? 0 : 1)
    }
  })

  it('ask whether the person was held wherever a rule depends on it', () => {
    const events = new Set(rules.filter(dependsOnDetained).map(({ event }) => event))
    expect([...events].sort()).toEqual([...DETENTION_EVENTS_ASKED].sort())
  })

  it('choose the shorter period for a person who is detained, and for whom no one knows it', () => {
    const codes = (facts: readonly Fact[]) =>
      rulesStartedBy(rules, 'cgrs_decision_notified', facts)
        .filter(({ regime }) => regime === 'PRE_PACT')
        .map(({ code }) => code)
    expect(codes(['at_liberty'])).toEqual(['APPEAL_CALL_STD'])
    expect(codes(['at_liberty', 'inadmissible'])).toEqual(['APPEAL_CALL_ACCEL'])
    expect(codes([])).toEqual(['APPEAL_CALL_DETAINED'])
    expect(codes(['inadmissible'])).toEqual(['APPEAL_CALL_DETAINED'])
    expect(codes(['detained', 'inadmissible'])).toEqual(['APPEAL_CALL_DETAINED'])
    expect(codes(['detained', 'subsequent', 'inadmissible'])).toEqual(['APPEAL_CALL_SUBSEQ_DET'])
    const ofOffice = (facts: readonly Fact[]) =>
      rulesStartedBy(rules, 'io_decision_notified', facts)
        .filter(({ family }) => family === 'appeal_io_decision')
        .filter(({ regime }) => regime === 'PRE_PACT')
        .map(({ code }) => code)
    expect(ofOffice(['at_liberty'])).toEqual(['APPEAL_CALL_IO'])
    expect(ofOffice(['detained'])).toEqual(['APPEAL_CALL_IO_DET'])
    expect(ofOffice([])).toEqual(['APPEAL_CALL_IO_DET'])
  })
})
