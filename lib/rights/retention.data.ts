import 'server-only'
import * as z from 'zod'
import { scopeCases } from '@/lib/access/scope'
import { CLOSED_STATUSES } from '@/lib/cases/case.rules'
import type { Work } from '@/lib/db/work'
import { addDays, type Day, dayOf, toDay } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { DEFAULT_YEARS, dueOn, type Rule, ruleFor, SOON_DAYS } from './retention.rules'

const MOST = 500

/** The rules of the organisation as they stand: the last one of each kind. */
export const listRules = async (work: Work): Promise<Rule[]> => {
  const rows = await work.tx.retentionRule.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { kind: true, years: true, source: true, createdAt: true },
  })
  const last = new Map<string, Rule>()
  for (const { kind, years, source, createdAt } of rows)
    if (!last.has(kind)) last.set(kind, { kind, years, source, setOn: dayOf(createdAt) })
  return [...last.values()]
}

export const insertRule = async (
  work: Work,
  rule: { readonly kind: string; readonly years: number; readonly source: string },
): Promise<string> => {
  const id = newId(work.now.getTime())
  const { id: createdBy, organisationId } = work.actor
  await work.tx.retentionRule.createMany({
    data: { id, organisationId, ...rule, createdBy, createdAt: work.now },
  })
  return id
}

export type DueFile = {
  readonly id: string
  readonly code: string
  readonly kind: string
  readonly closedOn: Day
  readonly dueOn: Day
  readonly years: number
  readonly state: 'due' | 'soon' | 'held' | 'asked'
}

/** The closed files within reach that fall due now or soon, the oldest first, each with what stands in the way. */
export const listDue = async (
  work: Work,
  rules: readonly Rule[],
): Promise<{ readonly files: readonly DueFile[]; readonly more: boolean }> => {
  const today = dayOf(work.now)
  const rows = await work.tx.caseFile.findMany({
    where: {
      AND: [scopeCases(work.actor, 'rights:erase', work.now)],
      status: { in: [...CLOSED_STATUSES] },
      closedOn: { not: null },
    },
    orderBy: [{ closedOn: 'asc' }, { id: 'asc' }],
    take: MOST + 1,
    select: {
      id: true,
      code: true,
      kind: true,
      closedOn: true,
      _count: { select: { holds: { where: { liftedAt: null } }, erasures: { where: { state: 'asked' } } } },
    },
  })
  const files = rows.slice(0, MOST).flatMap(({ id, code, kind, closedOn, _count }): DueFile[] => {
    if (closedOn === null) return []
    const { years } = ruleFor(rules, kind)
    const on = dueOn(toDay(closedOn), years)
    if (on > addDays(today, SOON_DAYS)) return []
    const state = _count.holds > 0 ? 'held' : _count.erasures > 0 ? 'asked' : on > today ? 'soon' : 'due'
    return [{ id, code, kind, closedOn: toDay(closedOn), dueOn: on, years, state }]
  })
  return { files, more: rows.length > MOST }
}

const counts = z.array(z.object({ office: z.string(), due: z.int(), held: z.int() }))
export type OfficeDue = z.output<typeof counts>[number]

/** How many open files of each office are due, for an admin, who reads none of them; closed circles are in no number. */
export const countDue = async (work: Work, rules: readonly Rule[]): Promise<OfficeDue[]> => {
  if (work.actor.role !== 'admin') return []
  const years = JSON.stringify(Object.fromEntries(rules.map((rule) => [rule.kind, rule.years])))
  return counts.parse(
    await work.tx
      .$queryRaw`SELECT office, due::int AS due, held::int AS held FROM app.retention_counts(${years}::jsonb, ${DEFAULT_YEARS}::int)`,
  )
}
