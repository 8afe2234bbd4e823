import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compute } from './clock.rules'
import { type Letter, readLetter, weigh } from './letter.rules'
import { NOTIFICATIONS } from './notification.rules'
import { isRelied, periodFor, type Rule, rulesStartedBy } from './rule.rules'
import { deadlineRuleFile } from './rule.schema'
import { FACTS, type Fact, UNITS } from './vocabulary.rules'

const text = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const file = deadlineRuleFile.parse(JSON.parse(text('prisma/reference/be/deadline-rules.json')))
const rules: readonly Rule[] = file.rows.map(({ edition, ...row }) => ({ ...row, version: edition }))
const named = (code: string): Rule => {
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
    ]) => ({
      code,
      happened,
      notified,
      facts: facts === '' ? [] : facts.split(',').map((fact): Fact => oneOf(FACTS, fact)),
      lodged,
      letter,
      expected,
      why,
      mark,
    }),
  )
type Line = (typeof lines)[number]

const toLetter = (printed: string): Letter | null => {
  if (printed === '') return null
  const [first = '', unit] = printed.split(' ')
  if (unit === undefined) return { kind: 'lastDay', on: first }
  return { kind: 'period', amount: Number(first), unit: oneOf(UNITS, unit) }
}

const answer = ({ code, happened, notified, facts, lodged, letter }: Line): string => {
  const rule = named(code)
  const [on = '', at] = happened.split(' ')
  const trigger = {
    event: rule.event,
    on: on === '-' ? null : on,
    at: at ?? null,
    notification: notified === '' ? null : oneOf(NOTIFICATIONS, notified),
    facts,
    lodgedOn: lodged === '' ? null : lodged,
  }
  const computation = compute(rule, trigger, file.firstDays)
  const { dueOn, basis, conflict } = weigh(
    computation,
    readLetter(toLetter(letter), rule, trigger, file.firstDays),
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
    for (const start of ['notified_call', 'notified_other']) {
      const ways = new Set(
        lines.filter(({ code }) => named(code).start === start).map(({ notified }) => notified),
      )
      expect(NOTIFICATIONS.filter((way) => !ways.has(way))).toEqual([])
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

  it('show no date that rests on a rule nobody read or confirmed', () => {
    const silent = lines.filter(
      ({ code, expected }) =>
        !isRelied(named(code)) && / (rule|both)\b/.test(expected.replace(/conflict.*/, '')),
    )
    expect(silent).toEqual([])
    expect(lines.filter(({ code }) => !isRelied(named(code))).length).toBeGreaterThan(20)
  })
})

describe('the rules of Belgium', () => {
  it('point at sources that are listed, and every source is used', () => {
    const keys = file.sources.map(({ key }) => key)
    const cited = new Set(rules.flatMap(({ sources }) => sources))
    expect([...cited].filter((key) => !keys.includes(key))).toEqual([])
    expect(keys.filter((key) => !cited.has(key))).toEqual([])
  })

  it('are called by one name and edition', () => {
    const names = file.rows.map(({ code, edition }) => `${code} ${edition}`)
    expect(new Set(names).size).toBe(names.length)
  })

  it('say for every way of notification how day 1 is found, or that it is not known', () => {
    for (const start of ['notified_call', 'notified_other'])
      expect(
        file.firstDays.filter((one) => one.start === start).map(({ notification }) => notification),
      ).toEqual([...NOTIFICATIONS])
  })

  it('start exactly one appeal against a decision of the Commissioner General, whatever is true of it', () => {
    const facts: readonly Fact[] = [
      'detained',
      'subsequent',
      'inadmissible',
      'manifestly_unfounded_fast',
      'eu_national',
    ]
    const every = facts.reduce<readonly (readonly Fact[])[]>(
      (sets, fact) => sets.concat(sets.map((set) => [...set, fact])),
      [[]],
    )
    for (const set of every) {
      const started = rulesStartedBy(rules, 'cgrs_decision_notified', set)
      expect(
        started.filter(({ regime }) => regime === 'PRE_PACT').map(({ code }) => code),
        set.join(),
      ).toHaveLength(1)
      expect(
        started.filter(({ regime }) => regime === 'PACT').map(({ code }) => code),
        set.join(),
      ).toHaveLength(1)
    }
  })

  it('choose the shorter period for somebody who is detained', () => {
    const codes = (facts: readonly Fact[]) =>
      rulesStartedBy(rules, 'cgrs_decision_notified', facts)
        .filter(({ regime }) => regime === 'PRE_PACT')
        .map(({ code }) => code)
    expect(codes([])).toEqual(['APPEAL_CALL_STD'])
    expect(codes(['inadmissible'])).toEqual(['APPEAL_CALL_ACCEL'])
    expect(codes(['detained', 'inadmissible'])).toEqual(['APPEAL_CALL_DETAINED'])
    expect(codes(['detained', 'subsequent', 'inadmissible'])).toEqual(['APPEAL_CALL_SUBSEQ_DET'])
  })
})
