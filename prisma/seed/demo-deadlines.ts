import { readFileSync } from 'node:fs'
import type { Prisma } from '../../lib/db/generated/client'
import type { Trigger } from '../../lib/deadlines/clock.rules'
import type { Letter } from '../../lib/deadlines/letter.rules'
import { deadlineRuleFile } from '../../lib/deadlines/rule.schema'
import { newestOf, shippedRules } from '../../lib/deadlines/shipped'
import { startDeadlines } from '../../lib/deadlines/start.rules'
import type { EventCode, Fact } from '../../lib/deadlines/vocabulary.rules'
import { addDays, type Day, toDate } from '../../lib/shared/dates'
import { newId } from './demo-ids'
import type { Known } from './demo-people'

type Meant = Pick<Trigger, 'event' | 'notification' | 'facts'> & {
  readonly of: Known | undefined
  readonly daysAgo: number
  /** Days ago; null without an application. */
  readonly lodged: number | null
  readonly letter: Letter | null
}

const dateOrNull = (day: Day | null): Date | null => (day === null ? null : toDate(day))

export type Cause = {
  readonly kind: 'asylum_event' | 'stay_document' | 'detention_event' | 'guardianship_event'
  readonly id: string
}

/** The rules as they are shipped: the demo is made before any coordinator has said anything about them. */
const readRules = () => {
  const file = new URL('../reference/be/deadline-rules.json', import.meta.url)
  return newestOf(shippedRules(deadlineRuleFile.parse(JSON.parse(readFileSync(file, 'utf8')))))
}

/**
 * Deadlines computed as the application computes them: one that is far, one where only the letter counts, limits of a detention,
 * and one that no one has confirmed.
 */
export const insertDemoDeadlines = async (
  tx: Prisma.TransactionClient,
  {
    mine,
    theirs,
    today,
    causes,
  }: {
    mine: readonly Known[]
    theirs: readonly Known[]
    today: Day
    /** What a deadline of a file counts from: the decision, or the card. */
    causes: ReadonlyMap<string, Cause>
  },
): Promise<void> => {
  const meant: readonly Meant[] = [
    {
      of: mine[20],
      event: 'cgrs_decision_notified',
      daysAgo: 1,
      notification: 'registered_post',
      facts: ['at_liberty'],
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
      facts: ['at_liberty', 'manifestly_unfounded_fast'],
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
  for (const { of, daysAgo, lodged, letter, ...what } of meant) {
    if (of === undefined) continue
    const trigger: Trigger = {
      ...what,
      on: addDays(today, -daysAgo),
      at: null,
      lodgedOn: lodged === null ? null : addDays(today, -lodged),
      registeredOn: null,
    }
    await insertStarted(tx, of, { trigger, letter, cause: causes.get(of.caseId) ?? null })
  }
}

/** What an event of another room starts on a day, as the shipped rules say. */
export const insertDemoClock = (
  tx: Prisma.TransactionClient,
  of: Known,
  {
    event,
    on,
    cause,
    facts = [],
    families = null,
  }: {
    readonly event: EventCode
    readonly on: Day
    readonly cause: Cause
    readonly facts?: readonly Fact[]
    /** The families that still run; null is all of them. */
    readonly families?: readonly string[] | null
  },
): Promise<void> =>
  insertStarted(tx, of, {
    trigger: { event, on, at: null, notification: null, facts, lodgedOn: null, registeredOn: null },
    letter: null,
    cause,
    families,
  })

const insertStarted = async (
  tx: Prisma.TransactionClient,
  of: Known,
  {
    trigger,
    letter,
    cause,
    families = null,
  }: {
    readonly trigger: Trigger
    readonly letter: Letter | null
    readonly cause: Cause | null
    readonly families?: readonly string[] | null
  },
): Promise<void> => {
  const chainId = newId()
  for (const { rule, computation, letter: read, verdict } of startDeadlines(readRules(), trigger, letter)) {
    if (families !== null && !families.includes(rule.family)) continue
    const edition = await tx.deadlineRule.findFirst({
      where: { code: rule.code, edition: rule.version },
      select: { id: true },
    })
    if (edition === null) throw new Error(`the demo knows no rule ${rule.code}`)
    await tx.deadline.createMany({
      data: [
        {
          id: newId(),
          caseId: of.caseId,
          chainId,
          family: rule.family,
          ruleId: edition.id,
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
          causeKind: cause?.kind ?? null,
          causeRef: cause?.id ?? null,
          createdBy: of.worker.id,
        },
      ],
    })
  }
}
