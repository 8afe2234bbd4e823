import { readFileSync } from 'node:fs'
import type { Prisma } from '../../lib/db/generated/client'
import type { Trigger } from '../../lib/deadlines/clock.rules'
import type { Letter } from '../../lib/deadlines/letter.rules'
import { deadlineRuleFile } from '../../lib/deadlines/rule.schema'
import { startDeadlines } from '../../lib/deadlines/start.rules'
import { addDays, type Day, toDate } from '../../lib/shared/dates'
import { newId } from '../../lib/shared/ids'
import type { Known } from './demo-people'

type Meant = Pick<Trigger, 'event' | 'notification' | 'facts'> & {
  readonly of: Known | undefined
  readonly daysAgo: number
  /** Days ago; null without an application. */
  readonly lodged: number | null
  readonly letter: Letter | null
}

const dateOrNull = (day: Day | null): Date | null => (day === null ? null : toDate(day))

const causeOf = ({ event }: Trigger, decision: string | undefined) =>
  event === 'cgrs_decision_notified' && decision !== undefined
    ? { causeKind: 'asylum_event', causeRef: decision }
    : {}

/** The rules as they are shipped: the demo is made before any coordinator has said anything about them. */
const readRules = () => {
  const file = new URL('../reference/be/deadline-rules.json', import.meta.url)
  const { rows, firstDays } = deadlineRuleFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  return rows.map(({ edition, ...row }) => ({ ...row, version: edition, firstDays }))
}

/**
 * Deadlines computed as the house computes them: one that is far, one where only the letter counts, limits of a detention,
 * and one that nobody has confirmed.
 */
export const insertDemoDeadlines = async (
  tx: Prisma.TransactionClient,
  {
    mine,
    theirs,
    today,
    decisions,
  }: {
    mine: readonly Known[]
    theirs: readonly Known[]
    today: Day
    /** The event of the procedure that a decision's deadline counts from, by file. */
    decisions: ReadonlyMap<string, string>
  },
): Promise<void> => {
  const meant: readonly Meant[] = [
    {
      of: mine[20],
      event: 'cgrs_decision_notified',
      daysAgo: 1,
      notification: 'registered_post',
      facts: [],
      lodged: 500,
      letter: { kind: 'period', amount: 30, unit: 'calendar_day' },
    },
    {
      of: mine[21],
      event: 'orange_card_began',
      daysAgo: 40,
      notification: null,
      facts: [],
      lodged: 45,
      letter: null,
    },
    {
      of: theirs[0],
      event: 'cgrs_decision_notified',
      daysAgo: 4,
      notification: 'registered_post',
      facts: ['manifestly_unfounded_fast'],
      lodged: 60,
      letter: { kind: 'period', amount: 10, unit: 'calendar_day' },
    },
    {
      of: theirs[1],
      event: 'return_detention_ordered',
      daysAgo: 20,
      notification: null,
      facts: ['detained'],
      lodged: null,
      letter: null,
    },
    {
      of: theirs[2],
      event: 'order_to_leave_notified',
      daysAgo: 2,
      notification: 'hand_delivery',
      facts: [],
      lodged: null,
      letter: null,
    },
  ]
  const rules = readRules()
  const editions = await tx.deadlineRule.findMany({ select: { id: true, code: true, edition: true } })
  const idOf = new Map(editions.map(({ id, code, edition }) => [`${code} ${edition}`, id]))
  for (const { of, daysAgo, lodged, letter, ...what } of meant) {
    if (of === undefined) continue
    const trigger: Trigger = {
      ...what,
      on: addDays(today, -daysAgo),
      at: null,
      lodgedOn: lodged === null ? null : addDays(today, -lodged),
    }
    const chainId = newId()
    for (const { rule, computation, letter: read, verdict } of startDeadlines(rules, trigger, letter)) {
      const ruleId = idOf.get(`${rule.code} ${rule.version}`)
      if (ruleId === undefined) throw new Error(`the demo knows no rule ${rule.code}`)
      await tx.deadline.createMany({
        data: [
          {
            id: newId(),
            caseId: of.caseId,
            chainId,
            family: rule.family,
            ruleId,
            severity: rule.severity,
            event: trigger.event,
            happenedOn: dateOrNull(trigger.on),
            notification: trigger.notification,
            facts: [...trigger.facts],
            lodgedOn: dateOrNull(trigger.lodgedOn),
            letterAmount: letter?.kind === 'period' ? letter.amount : null,
            letterUnit: letter?.kind === 'period' ? letter.unit : null,
            dueOn: dateOrNull(verdict.dueOn),
            remindOn: dateOrNull(verdict.remindOn),
            explanation: JSON.parse(JSON.stringify({ computation, letter: read, verdict })),
            ...causeOf(trigger, decisions.get(of.caseId)),
            createdBy: of.worker.id,
          },
        ],
      })
    }
  }
}
