import 'server-only'
import * as z from 'zod'
import type { inFourLanguages } from '@/lib/countries/reference.schema'
import { NotFound } from '@/lib/db/errors'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { toDay } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import type { FirstDayRule, Period, Rule } from './rule.rules'
import { editionSchema, period } from './rule.schema'
import { applyRuling, RULING_KINDS, type RulingKind } from './ruling.rules'

export type InFourLanguages = z.infer<typeof inFourLanguages>
export type Source = {
  readonly key: string
  readonly title: string
  readonly address: string
  readonly seen: string
}

/** An edition with what the house said of it last: what the clock is given. */
export type HouseRule = Rule & {
  readonly id: string
  readonly title: InFourLanguages
  readonly note: InFourLanguages | null
  readonly read: readonly Source[]
  readonly firstDays: readonly FirstDayRule[]
  readonly rulingId: string | null
}

const periods = z.array(period)
/** An edition with the last word of the house about it. */
const asTheHouseSays = (work: Work) =>
  ({
    rulings: {
      where: { organisationId: work.actor.organisationId },
      select: { id: true, kind: true, periods: true },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: 1,
    },
  }) satisfies Prisma.DeadlineRuleInclude
type Row = Prisma.DeadlineRuleGetPayload<{ include: ReturnType<typeof asTheHouseSays> }>

const toHouseRule = (row: Row): HouseRule => {
  const { rulings, edition, predicate, sources, recordedOn: _, validFrom, validTo, ...rest } = row
  const parsed = editionSchema.parse({
    ...rest,
    when: predicate,
    read: sources,
    validFrom: validFrom && toDay(validFrom),
    validTo: validTo && toDay(validTo),
  })
  const [last] = rulings
  const ruling =
    last === undefined
      ? null
      : {
          id: last.id,
          kind: toKind(last.kind),
          periods: last.periods === null ? null : periods.parse(last.periods),
        }
  return applyRuling(
    { ...parsed, version: edition, sources: parsed.read.map(({ key }) => key), rulingId: ruling?.id ?? null },
    ruling,
  )
}

const toKind = (kind: string): RulingKind => RULING_KINDS.find((one) => one === kind) ?? 'doubted'

/** The newest edition of every rule, as the house applies it. */
export const listRules = async (work: Work): Promise<HouseRule[]> => {
  const rows = await work.tx.deadlineRule.findMany({
    distinct: ['code'],
    orderBy: [{ code: 'asc' }, { edition: 'desc' }],
    include: asTheHouseSays(work),
  })
  return rows.map(toHouseRule)
}

/** One edition by its id, as the house applies it. Throws NotFound. */
export const getRule = async (work: Work, id: string): Promise<HouseRule> => {
  const row = await work.tx.deadlineRule.findUnique({ where: { id }, include: asTheHouseSays(work) })
  if (row === null) throw new NotFound()
  return toHouseRule(row)
}

/** Every edition of a rule, the newest first, with all that was said of it. Throws NotFound. */
export const readRule = async (work: Work, code: string) => {
  const rows = await work.tx.deadlineRule.findMany({
    where: { code },
    orderBy: { edition: 'desc' },
    include: asTheHouseSays(work),
  })
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
    rule: toHouseRule(newest),
    shipped: rows.map((row) => toHouseRule({ ...row, rulings: [] })),
    rulings: said.map(({ creator, kind, periods: amended, ...ruling }) => ({
      ...ruling,
      kind: toKind(kind),
      periods: amended === null ? null : periods.parse(amended),
      by: creator.name,
    })),
  }
}
export type RuleShown = Awaited<ReturnType<typeof readRule>>

export const insertRuling = async (
  work: Work,
  {
    ruleId,
    kind,
    periods: amended,
    reason,
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
        ruleId,
        kind,
        ...(amended === null ? {} : { periods: amended.map((one) => ({ ...one })) }),
        reason,
        createdBy: work.actor.id,
        createdAt: work.now,
      },
    ],
  })
  return id
}
