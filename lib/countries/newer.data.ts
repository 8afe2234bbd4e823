import 'server-only'
import * as z from 'zod'
import { SECOND_FAULTS, type SecondFault } from '@/lib/accounts/second-person.rules'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { insertNotices, listAdmins } from '@/lib/notices/notice.data'
import { dayOf, toDate, toDay } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { NEWER_STATES, type NewerAnswer, type NewerFigure, type PublicFigure } from './newer.rules'
import { QUALIFIERS } from './vocabulary.rules'

const number = (value: Prisma.Decimal | null): number | null => (value === null ? null : value.toNumber())

const toFigure = (row: Prisma.NewerFigureGetPayload<object>): NewerFigure => ({
  fact: row.factSlug,
  value: number(row.value),
  valueMin: number(row.valueMin),
  valueMax: number(row.valueMax),
  qualifier: QUALIFIERS.read(row.qualifier),
  periodStart: toDay(row.periodStart),
  periodEnd: toDay(row.periodEnd),
  source: row.sourceName,
  address: row.sourceAddress,
  sourceOn: toDay(row.sourceOn),
  note: row.note,
})

/** What was agreed of the facts of a country, withdrawn ones too, by fact and in the order of their versions. */
export const listPublicFigures = async (
  work: Work,
  country: string,
): Promise<ReadonlyMap<string, readonly PublicFigure[]>> => {
  const rows = await work.tx.newerFigure.findMany({
    where: { country, version: { not: null } },
    orderBy: { version: 'asc' },
  })
  const byFact = new Map<string, PublicFigure[]>()
  for (const row of rows) {
    const one = {
      ...toFigure(row),
      version: row.version ?? 1,
      agreedOn: dayOf(row.answeredAt ?? row.createdAt),
      withdrawn: row.state === 'withdrawn' ? row.reason : null,
    }
    byFact.set(row.factSlug, [...(byFact.get(row.factSlug) ?? []), one])
  }
  return byFact
}

/** Everything that was ever entered for a country, newest first. */
export const listEnteredFigures = async (work: Work, country: string) => {
  const name = { select: { name: true } }
  const rows = await work.tx.newerFigure.findMany({
    where: { country },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    include: { creator: name, answerer: name, withdrawer: name },
  })
  return rows.map((row) => ({
    ...toFigure(row),
    id: row.id,
    state: NEWER_STATES.read(row.state),
    version: row.version,
    enteredBy: row.creator.name,
    enteredOn: dayOf(row.createdAt),
    isMine: row.createdBy === work.actor.id,
    answeredBy: row.answerer?.name ?? null,
    /** Agreed to by the one admin who entered it, before the organisation had its first file. */
    isAlone: row.alone,
    withdrawnBy: row.withdrawer?.name ?? null,
    reason: row.reason,
  }))
}
/** A figure with what became of it, for the admins of the organisation. */
export type EnteredFigure = Awaited<ReturnType<typeof listEnteredFigures>>[number]

export const insertNewer = async (
  work: Work,
  figure: NewerFigure & { readonly country: string; readonly supersedes: number },
): Promise<string> => {
  const id = newId(work.now.getTime())
  const { fact, source, address, sourceOn, periodStart, periodEnd, ...rest } = figure
  await work.tx.newerFigure.createMany({
    data: [
      {
        id,
        ...rest,
        organisationId: work.actor.organisationId,
        factSlug: fact,
        periodStart: toDate(periodStart),
        periodEnd: toDate(periodEnd),
        sourceName: source,
        sourceAddress: address,
        sourceOn: toDate(sourceOn),
        createdBy: work.actor.id,
        createdAt: work.now,
      },
    ],
  })
  // Not who entered it: a notice goes to no one about their own action.
  await insertNotices(work, 'figure_waits', await listAdmins(work))
  return id
}

const said = z
  .array(z.object({ said: z.enum(['ok', 'notFound', 'answered', 'over', ...SECOND_FAULTS.codes]) }))
  .length(1)

/** The word of an admin; the database itself refuses the one who entered it (docs/adr/0073). */
export const answerNewer = async (
  work: Work,
  { figureId, said: answer, reason }: { figureId: string; said: NewerAnswer; reason: string },
): Promise<'ok' | 'notFound' | 'answered' | 'over' | SecondFault> => {
  const why = answer === 'agreed' ? null : reason
  const [row] = said.parse(
    await work.tx.$queryRaw`SELECT app.answer_figure(${figureId}::uuid, ${answer}, ${why}) AS said`,
  )
  return row?.said ?? 'notFound'
}
