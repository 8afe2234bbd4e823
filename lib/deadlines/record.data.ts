import 'server-only'
import type { Work } from '@/lib/db/work'
import { type Day, toDate } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import type { Trigger } from './clock.rules'
import type { Deadline } from './deadline.data'
import { supersededBy } from './deadline-state.rules'
import type { Explanation } from './explanation.schema'
import type { Letter } from './letter.rules'
import type { OrganisationRule } from './rule.data'
import type { Started } from './start.rules'
import type { EntryKind } from './vocabulary.rules'

const dateOrNull = (day: Day | null): Date | null => (day === null ? null : toDate(day))

const letterColumns = (letter: Letter | null) => ({
  letterOn: letter?.kind === 'lastDay' ? toDate(letter.on) : null,
  letterAmount: letter?.kind === 'period' ? letter.amount : null,
  letterUnit: letter?.kind === 'period' ? letter.unit : null,
})

const toExplanation = ({ computation, letter, verdict }: Started<OrganisationRule>): Explanation => ({
  computation,
  letter,
  verdict,
})

/** The chain of an event that the file knows already: the same kind of event on the same day is the same event. */
const chainOf = async (
  work: Work,
  caseId: string,
  { event, on }: Pick<Trigger, 'event' | 'on'>,
): Promise<string | null> => {
  const found = await work.tx.deadline.findFirst({
    where: { caseId, event, happenedOn: dateOrNull(on), status: 'open' },
    select: { chainId: true },
  })
  return found?.chainId ?? null
}

/** Two colleagues may record the same letter, or the act that answers it, at once: the second waits and finds the first. */
export const lockDeadlines = async (work: Work, caseId: string): Promise<void> => {
  await work.tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`deadline:${caseId}`}, 0))::text`
}

/**
 * Writes the deadlines that an event starts into a file the caller has found within reach. What they replace is superseded,
 * never lost: the open ones of the same event and family, and those that are corrected.
 */
export const insertDeadlines = async (
  work: Work,
  {
    caseId,
    trigger,
    letter,
    started,
    replaced,
    cause,
  }: {
    readonly caseId: string
    readonly trigger: Trigger
    readonly letter: Letter | null
    readonly started: readonly Started<OrganisationRule>[]
    readonly replaced: readonly Pick<Deadline, 'id' | 'chainId' | 'family' | 'version'>[]
    readonly cause: { readonly kind: EntryKind; readonly id: string } | null
  },
): Promise<string[]> => {
  await lockDeadlines(work, caseId)
  const chainId = replaced[0]?.chainId ?? (await chainOf(work, caseId, trigger)) ?? newId(work.now.getTime())
  const current = await work.tx.deadline.findMany({
    where: { caseId, chainId, status: 'open' },
    select: { id: true, chainId: true, family: true, version: true },
  })
  const made: { readonly id: string; readonly family: string }[] = []
  for (const one of started) {
    const id = newId(work.now.getTime())
    made.push({ id, family: one.rule.family })
    await work.tx.deadline.createMany({
      data: [
        {
          id,
          caseId,
          chainId,
          family: one.rule.family,
          ruleId: one.rule.id,
          rulingId: one.rule.rulingId,
          severity: one.rule.severity,
          event: trigger.event,
          happenedOn: dateOrNull(trigger.on),
          happenedAt: trigger.at,
          notification: trigger.notification,
          facts: [...trigger.facts],
          lodgedOn: dateOrNull(trigger.lodgedOn),
          registeredOn: dateOrNull(trigger.registeredOn),
          ...letterColumns(letter),
          dueOn: dateOrNull(one.verdict.dueOn),
          remindOn: dateOrNull(one.verdict.remindOn),
          explanation: JSON.parse(JSON.stringify(toExplanation(one))),
          causeKind: cause?.kind ?? null,
          causeRef: cause?.id ?? null,
          createdBy: work.actor.id,
          createdAt: work.now,
        },
      ],
    })
  }
  const [first] = made
  for (const next of made) {
    const old = supersededBy(
      { ...next, chain: chainId },
      current.map((one) => ({ ...one, chain: one.chainId, status: 'open' as const })),
    )
    for (const { id, version } of old) await updateTakenBack(work, { id, version }, next.id)
  }
  for (const old of replaced)
    if (first !== undefined && !(old.chainId === chainId && made.some(({ family }) => family === old.family)))
      await updateTakenBack(work, old, first.id)
  return made.map(({ id }) => id)
}

/** Takes an open deadline back: `by` is the deadline in its place, or the entry that says its cause never happened. */
export const updateTakenBack = async (
  work: Work,
  { id, version }: { readonly id: string; readonly version: number },
  by: string,
): Promise<void> => {
  await work.tx.deadline.updateMany({
    where: { id, version, status: 'open' },
    data: { status: 'superseded', supersededBy: by, version: { increment: 1 } },
  })
}
