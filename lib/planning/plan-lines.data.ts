import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import { anyOf } from '@/lib/db/any-of'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { toKey } from './plan.rules'

type InFile = { readonly caseId: string; readonly personId: string }
/** With the reason that was the most urgent when the person was put on the list. */
export type PlannedPerson = InFile & { readonly reason: string | null }
type Lines = { readonly visitors: readonly string[]; readonly people: readonly PlannedPerson[] }

/** Throws NotFound as soon as one of the people stands in no file within reach: there or not there is one answer. */
export const checkPeopleReach = async (work: Work, people: readonly InFile[]): Promise<void> => {
  const asked = anyOf(people.map(({ caseId, personId }) => ({ caseId, personId })))
  if (asked === null) return
  const found = await work.tx.casePerson.count({
    where: { file: scopeCases(work.actor, 'visit:record', work.now), ...asked },
  })
  if (found !== people.length) throw new NotFound()
}

const toRows = (planId: string, people: readonly PlannedPerson[]) =>
  people.map(({ caseId, personId, reason }, index) => ({
    planId,
    caseId,
    personId,
    reason,
    position: index + 1,
  }))

export const insertPlanLines = async (work: Work, planId: string, lines: Lines): Promise<void> => {
  await work.tx.visitPlanVisitor.createMany({
    data: lines.visitors.map((staffId) => ({ planId, staffId })),
  })
  await work.tx.visitPlanPerson.createMany({ data: toRows(planId, lines.people) })
}

/**
 * Brings the lines to what was sent. Nothing is deleted, and people whom the actor cannot see stay as they are: a
 * colleague has planned them.
 */
export const updatePlanLines = async (work: Work, planId: string, lines: Lines): Promise<void> => {
  const before = await work.tx.visitPlanPerson.findMany({
    where: { planId, file: scopeCases(work.actor, 'case:read', work.now) },
    select: { caseId: true, personId: true, reason: true },
  })
  const known = new Map(before.map((line) => [toKey(line), line]))
  const wanted = new Set(lines.people.map(toKey))
  for (const row of toRows(planId, lines.people)) {
    const { caseId, personId, position, reason } = row
    const line = known.get(toKey(row))
    if (line === undefined) await work.tx.visitPlanPerson.createMany({ data: [row] })
    else
      await work.tx.visitPlanPerson.updateMany({
        where: { planId, caseId, personId },
        data: { position, planned: true, reason: reason ?? line.reason },
      })
  }
  for (const { caseId, personId } of before.filter((line) => !wanted.has(toKey(line))))
    await work.tx.visitPlanPerson.updateMany({
      where: { planId, caseId, personId },
      data: { planned: false },
    })
  // Last: anyone who takes themselves off a plan no longer sees it.
  await updateVisitors(work, planId, lines.visitors)
}

const updateVisitors = async (work: Work, planId: string, visitors: readonly string[]): Promise<void> => {
  const before = await work.tx.visitPlanVisitor.findMany({
    where: { planId },
    select: { staffId: true, goes: true },
  })
  const named = new Set(before.map(({ staffId }) => staffId))
  await work.tx.visitPlanVisitor.createMany({
    data: visitors.filter((staffId) => !named.has(staffId)).map((staffId) => ({ planId, staffId })),
  })
  const back = before.filter(({ staffId, goes }) => !goes && visitors.includes(staffId))
  const off = before.filter(({ staffId, goes }) => goes && !visitors.includes(staffId))
  const idsOf = (list: typeof before) => list.map(({ staffId }) => staffId)
  if (back.length > 0)
    await work.tx.visitPlanVisitor.updateMany({
      where: { planId, staffId: { in: idsOf(back) } },
      data: { goes: true },
    })
  if (off.length > 0)
    await work.tx.visitPlanVisitor.updateMany({
      where: { planId, staffId: { in: idsOf(off) } },
      data: { goes: false },
    })
}
