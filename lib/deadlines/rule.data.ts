import 'server-only'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import type { Prisma } from '@/lib/db/generated/client'
import type { JobWork, Work } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'
import { type Edition, NAMED, withShipped } from './edition.data'
import type { Period } from './rule.rules'
import { period } from './rule.schema'
import { applyRuling, RULING_KINDS, type RulingKind, rulingOn } from './ruling.rules'

/** An edition with what the organisation said of it last: what the clock is given. */
export type OrganisationRule = Edition & {
  readonly rulingId: string | null
  /** Of an edition that no one ruled on itself: which earlier one was, and whether that counts on. */
  readonly carriedFrom: number | null
  readonly leftBehind: number | null
}

const periods = z.array(period)

const NEWEST_FIRST = [
  { code: 'asc' },
  { edition: 'desc' },
] satisfies Prisma.DeadlineRuleOrderByWithRelationInput[]
/** Names of editions, with the last word of the organisation about each. */
const asOrganisationSays = (work: Work) =>
  ({
    ...NAMED,
    rulings: {
      where: { organisationId: work.actor.organisationId },
      select: { id: true, kind: true, periods: true },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: 1,
    },
  }) satisfies Prisma.DeadlineRuleSelect
type Named = Prisma.DeadlineRuleGetPayload<{ select: ReturnType<typeof asOrganisationSays> }>
type Row = Named & { readonly shipped: Edition }

const rulingOf = ({ rulings: [last] }: Row) =>
  last === undefined
    ? null
    : {
        id: last.id,
        kind: RULING_KINDS.read(last.kind),
        periods: last.periods === null ? null : periods.parse(last.periods),
      }

/** One edition as the organisation applies it, given every edition of its rule. */
const toOrganisationRule = (row: Row, rows: readonly Row[]): OrganisationRule => {
  const lastOn = (version: number) => {
    const one = rows.find(({ edition }) => edition === version)
    return one === undefined ? null : rulingOf(one)
  }
  const { ruling, carriedFrom, leftBehind } = rulingOn(
    row.edition,
    rows.map(({ shipped }) => shipped),
    lastOn,
  )
  return applyRuling({ ...row.shipped, rulingId: ruling?.id ?? null, carriedFrom, leftBehind }, ruling)
}

/** The newest edition of every rule, as the organisation applies it. */
export const listRules = async (work: Work): Promise<OrganisationRule[]> => {
  const named = await work.tx.deadlineRule.findMany({
    select: asOrganisationSays(work),
    orderBy: NEWEST_FIRST,
  })
  return toNewest(await withShipped(work, named))
}

const toNewest = (rows: readonly Row[]): OrganisationRule[] => {
  const editions = new Map<string, Row[]>()
  for (const row of rows) editions.set(row.code, [...(editions.get(row.code) ?? []), row])
  return [...editions.values()].flatMap((own) =>
    own.slice(0, 1).map((newest) => toOrganisationRule(newest, own)),
  )
}

/** The last word of an organisation about an edition. */
type LastRuling = Row['rulings'][number] & { readonly ruleId: string; readonly organisationId: string }

/** The newest edition of every rule for a job, as each organisation applies it. */
export const rulesForJob = async (
  work: JobWork,
  said: readonly LastRuling[],
): Promise<(organisationId: string) => readonly OrganisationRule[]> => {
  const named = await work.tx.deadlineRule.findMany({ select: NAMED, orderBy: NEWEST_FIRST })
  const rows = await withShipped(work, named)
  const applied = new Map<string, readonly OrganisationRule[]>()
  return (organisationId) => {
    const known = applied.get(organisationId)
    if (known !== undefined) return known
    const own = said.filter((one) => one.organisationId === organisationId)
    const rules = toNewest(
      rows.map((row) => ({ ...row, rulings: own.filter(({ ruleId }) => ruleId === row.id) })),
    )
    applied.set(organisationId, rules)
    return rules
  }
}

/** One edition by its id, as the organisation applies it. Throws NotFound. */
export const getRule = async (work: Work, id: string): Promise<OrganisationRule> => {
  const named = await work.tx.deadlineRule.findUnique({ where: { id }, select: { code: true } })
  if (named === null) throw new NotFound()
  const rows = await withShipped(
    work,
    await work.tx.deadlineRule.findMany({ where: named, select: asOrganisationSays(work) }),
  )
  const row = rows.find((one) => one.id === id)
  if (row === undefined) throw new NotFound()
  return toOrganisationRule(row, rows)
}

/** Every edition of a rule, the newest first, with all that was said of it. Throws NotFound. */
export const readRule = async (work: Work, code: string) => {
  const named = await work.tx.deadlineRule.findMany({
    where: { code },
    orderBy: { edition: 'desc' },
    select: asOrganisationSays(work),
  })
  const rows = await withShipped(work, named)
  const [newest] = rows
  if (newest === undefined) throw new NotFound()
  const said = await work.tx.deadlineRuling.findMany({
    where: { organisationId: work.actor.organisationId, rule: { code } },
    select: {
      id: true,
      ruleId: true,
      kind: true,
      periods: true,
      reason: true,
      createdAt: true,
      creator: { select: { name: true } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return {
    rule: toOrganisationRule(newest, rows),
    shipped: rows.map(({ shipped }) => shipped),
    rulings: said.map(({ creator, kind, periods: amended, ...ruling }) => ({
      ...ruling,
      edition: rows.find(({ id }) => id === ruling.ruleId)?.edition ?? null,
      kind: RULING_KINDS.read(kind),
      periods: amended === null ? null : periods.parse(amended),
      by: creator.name,
    })),
  }
}
export type RuleShown = Awaited<ReturnType<typeof readRule>>

export const insertRuling = async (
  work: Work,
  {
    periods: amended,
    ...said
  }: {
    readonly ruleId: string
    readonly kind: RulingKind
    readonly periods: readonly Period[] | null
    readonly reason: string
  },
): Promise<string> => {
  const id = newId(work.now.getTime())
  await work.tx.deadlineRuling.createMany({
    data: [
      {
        id,
        organisationId: work.actor.organisationId,
        ...said,
        ...(amended === null ? {} : { periods: amended.map((one) => ({ ...one })) }),
        createdBy: work.actor.id,
        createdAt: work.now,
      },
    ],
  })
  return id
}
