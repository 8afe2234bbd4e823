import { readFileSync } from 'node:fs'
import { deadlineRuleFile } from '@/lib/deadlines/rule.schema'
import { type Started, startDeadlines, type Whole } from '@/lib/deadlines/start.rules'
import { EVENTS, type EventCode, FACTS, type Fact } from '@/lib/deadlines/vocabulary.rules'
import { LEAST_TIMES, type LeastTime, speaksOf } from './least-times'
import { countAgain } from './second-counter'

/**
 * Silence is never an answer: every event, in every law and around its days, with every pair of facts, gives a date, a window or a
 * sentence. What has to come out is stated in least-times.ts, without the rules.
 */

const file = deadlineRuleFile.parse(
  JSON.parse(readFileSync(new URL('../../prisma/reference/be/deadline-rules.json', import.meta.url), 'utf8')),
)
/** What counts today: the newest edition of every rule. */
export const RULES: readonly Whole[] = file.rows
  .filter(({ code, edition }) => !file.rows.some((one) => one.code === code && one.edition > edition))
  .map(({ edition, ...row }) => ({ ...row, version: edition, firstDays: file.firstDays }))
/** Events that a rule starts from. */
export const ASKED = EVENTS.codes.filter((event) => LEAST_TIMES.some((line) => line.event === event))

const ON = '2026-11-24'
type Law = 'PRE' | 'PACT' | 'open'
type File = {
  readonly name: string
  readonly on: string
  readonly lodgedOn: string | null
  readonly registeredOn: string | null
  readonly procedure: Law
  readonly transfer: Law
}
const lodged = (
  lodgedOn: string | null,
  registeredOn: string | null,
  procedure: Law,
  transfer: Law,
  on = ON,
): File => ({
  name: `lodged ${lodgedOn}, registered ${registeredOn}, on ${on}`,
  on,
  lodgedOn,
  registeredOn,
  procedure,
  transfer,
})
/** Every law, and the days on both sides of every boundary. */
export const FILES: readonly File[] = [
  lodged('2025-03-03', '2025-03-01', 'PRE', 'PRE'),
  lodged('2026-06-11', null, 'PRE', 'PRE'),
  lodged('2026-06-12', null, 'PACT', 'PRE'),
  lodged('2026-07-02', '2026-06-30', 'PACT', 'PRE'),
  lodged('2026-07-02', '2026-07-01', 'PACT', 'open'),
  lodged('2026-07-03', '2026-07-02', 'PACT', 'PACT'),
  lodged('2026-09-15', null, 'PACT', 'open'),
  lodged('2026-09-15', '2026-09-01', 'PACT', 'PACT'),
  lodged(null, null, 'open', 'open'),
  lodged(null, '2026-09-01', 'open', 'PACT'),
  lodged(null, null, 'PRE', 'PRE', '2026-06-11'),
  lodged(null, null, 'open', 'PRE', '2026-06-12'),
  lodged(null, null, 'open', 'PRE', '2026-06-30'),
  lodged(null, null, 'open', 'open', '2026-07-01'),
]

/** Steps before the lodging: under the Pact from its day on. */
const BEFORE = ['application_made', 'application_registered', 'border_application_made']
const lawFor = (
  { procedure, transfer, lodgedOn, on }: File,
  event: EventCode,
  facts: readonly Fact[],
): Law => {
  if (event === 'transfer_accepted' || event === 'dublin_detention_ordered') return transfer
  if (event === 'io_decision_notified' && facts.includes('transfer_decision')) return transfer
  if (event === 'screening_began') return on >= '2026-06-12' ? 'PACT' : 'PRE'
  if (event === 'application_lodged' && lodgedOn === null) return on >= '2026-06-12' ? 'PACT' : 'PRE'
  if (BEFORE.includes(event) && lodgedOn === null) return on >= '2026-06-12' ? 'PACT' : 'PRE'
  return procedure
}

export const pairsOf = (facts: readonly Fact[]): readonly (readonly Fact[])[] =>
  [
    [],
    ...facts.map((fact) => [fact]),
    ...facts.flatMap((one, index) => facts.slice(index + 1).map((other) => [one, other])),
  ].filter((set) => !(set.includes('detained') && set.includes('at_liberty')))

/** The first day that a reminder may count to, and the last: a free last day moves, or it does not. */
const daysOf = ({ least }: LeastTime, on: string): readonly [string, string] => {
  const { day, window } = countAgain(on, least)
  return [window.slice(0, 10), day]
}
const earliest = (lines: readonly LeastTime[], on: string): readonly [string, string] => {
  const days = lines.map((line) => daysOf(line, on)).sort(([a], [b]) => (a < b ? -1 : 1))
  return days[0] ?? ['', '']
}

/** What is wrong with the answer for one family; null when it says what it has to. */
const problemOf = (
  started: Started<Whole> | undefined,
  own: readonly LeastTime[],
  others: readonly LeastTime[],
  { law, on }: { readonly law: Law; readonly on: string },
): string | null => {
  const isGap =
    own.length === 0 ||
    (law === 'open' && !(['PRE', 'PACT'] as const).every((one) => own.some((l) => l.law === one)))
  const isAny = own.some((line) => line.law === 'ANY')
  if (own.length === 0 && law === 'PRE') return started === undefined ? null : 'an act of a law to come'
  if (started === undefined) return 'silence'
  const { computation, verdict } = started
  if (own.length > 0 && computation.kind === 'none' && computation.reason === 'otherRegime')
    return 'a rule of the file’s own law is missing'
  if (own.length === 0) {
    if (computation.kind !== 'none' || computation.reason !== 'otherRegime') return 'another law sets a date'
    if (others.every(({ isWatch }) => isWatch)) return null
  }
  if (own.some(({ answer }) => answer === 'letter'))
    return verdict.remindOn === on ? null : 'an unread letter'
  const [from, to] = earliest(isGap && !isAny && !others.every(({ isWatch }) => isWatch) ? others : own, on)
  const { remindOn } = verdict
  if (remindOn === null) return 'no reminder'
  if (remindOn < from || remindOn > to) return `reminds ${remindOn}, not ${from}..${to}`
  const mayBeDate =
    own.length > 0 && (law !== 'open' || isAny) && own.every(({ answer }) => answer === 'date')
  return mayBeDate === (computation.kind === 'date') ? null : `is a ${computation.kind}`
}

/** What is wrong with the answers of these rules; nothing when every one says what it has to. */
export const walk = (
  among: readonly Whole[],
  events: readonly EventCode[],
  factsOf: (event: EventCode) => readonly (readonly Fact[])[],
  files: readonly File[] = FILES,
): readonly string[] => {
  const problems: string[] = []
  for (const event of events) {
    const lines = LEAST_TIMES.filter((line) => line.event === event)
    const own = among.filter((rule) => rule.event === event)
    for (const facts of factsOf(event))
      for (const one of files) {
        const law = lawFor(one, event, facts)
        const { on, lodgedOn, registeredOn } = one
        const trigger = {
          event,
          on,
          at: null,
          notification: 'hand_delivery',
          facts,
          lodgedOn,
          registeredOn,
        } as const
        const started = startDeadlines(own, trigger, null)
        const holding = lines.filter((line) => speaksOf(line, facts))
        const families = new Set([...holding, ...started.map(({ rule }) => rule)].map(({ family }) => family))
        for (const family of families) {
          const said = holding.filter((line) => line.family === family)
          const stated = said.filter((line) => line.law === 'ANY' || law === 'open' || line.law === law)
          const all = lines.filter((line) => line.family === family)
          const found = started.find(({ rule }) => rule.family === family)
          const problem = problemOf(found, stated, all, { law, on })
          if (problem !== null) problems.push(`${event} [${facts.join()}] ${one.name}: ${family}: ${problem}`)
        }
      }
  }
  return problems
}

/** The facts that the statement names for an event: enough to miss a rule that is taken away. */
export const namedFacts = (event: EventCode): readonly Fact[] => {
  const words = LEAST_TIMES.filter((line) => line.event === event)
    .flatMap(({ when }) => when)
    .flatMap((word) => word.replace('!', '').split('/'))
  return FACTS.codes.filter((fact) => words.includes(fact))
}

/** Sets of up to three facts. */
export const threes = (facts: readonly Fact[]): readonly (readonly Fact[])[] => [
  ...pairsOf(facts),
  ...pairsOf(facts)
    .filter(({ length }) => length === 2)
    .flatMap((pair) => facts.filter((fact) => !pair.includes(fact)).map((fact) => [...pair, fact]))
    .filter((set) => !(set.includes('detained') && set.includes('at_liberty'))),
]
