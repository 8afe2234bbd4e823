import 'server-only'
import * as z from 'zod'
import type { Prisma } from '@/lib/db/generated/client'
import { DB_NULL } from '@/lib/db/nothing'
import type { Work } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'
import { EDITION_STATES, type Edition, type EditionState, SUBJECTS, type Subject } from './edition.rules'

const shown = {
  id: true,
  subject: true,
  item: true,
  before: true,
  after: true,
  reason: true,
  state: true,
  createdAt: true,
  creator: { select: { id: true, name: true } },
} as const satisfies Prisma.ConfigEditionSelect

const toEdition = (row: Prisma.ConfigEditionGetPayload<{ select: typeof shown }>): Edition => ({
  id: row.id,
  subject: SUBJECTS.read(row.subject),
  item: row.item,
  before: row.before,
  after: row.after,
  reason: row.reason,
  state: EDITION_STATES.read(row.state),
  at: row.createdAt,
  by: row.creator,
})

/** The changes of a kind, newest first; of one thing, where one is named. */
export const listEditions = async (
  work: Work,
  subjects: readonly Subject[],
  items?: readonly string[],
): Promise<readonly Edition[]> => {
  const rows = await work.tx.configEdition.findMany({
    where: {
      organisationId: work.actor.organisationId,
      subject: { in: [...subjects] },
      ...(items === undefined ? {} : { item: { in: [...items] } }),
    },
    select: shown,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 1_000,
  })
  return rows.map(toEdition)
}

export const findEdition = async (work: Work, id: string): Promise<Edition | null> => {
  const row = await work.tx.configEdition.findFirst({
    where: { id, organisationId: work.actor.organisationId },
    select: shown,
  })
  return row === null ? null : toEdition(row)
}

/** The last change of one thing that holds or waits; a form says which one it knew, so that no change is overwritten unseen. */
export const lastEdition = async (work: Work, subject: Subject, item: string): Promise<string> => {
  const row = await work.tx.configEdition.findFirst({
    where: {
      organisationId: work.actor.organisationId,
      subject,
      item,
      state: { in: ['set', 'asked'] satisfies EditionState[] },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  })
  return row?.id ?? ''
}

export type Change = {
  readonly subject: Subject
  readonly item: string
  /** Null: back to what is shipped. */
  readonly after: Prisma.InputJsonValue | null
  readonly reason: string
  readonly undoes?: string
}

/** Writes a change, which the database carries out at once or keeps until a second admin has agreed. */
export const writeEdition = async (
  work: Work,
  change: Change,
): Promise<{ id: string; state: EditionState }> => {
  const id = newId(work.now.getTime())
  await work.tx.configEdition.createMany({
    data: {
      id,
      organisationId: work.actor.organisationId,
      subject: change.subject,
      item: change.item,
      after: change.after ?? DB_NULL,
      reason: change.reason,
      ...(change.undoes === undefined ? {} : { undoes: change.undoes }),
      createdBy: work.actor.id,
      createdAt: work.now,
    },
  })
  const { state } = await work.tx.configEdition.findUniqueOrThrow({ where: { id }, select: { state: true } })
  return { id, state: EDITION_STATES.read(state) }
}

const said = z.array(z.object({ said: z.string() })).length(1)

/** The second admin agrees or refuses, or who asked withdraws. @returns the word of the database (app.answer_config) */
export const answerEdition = async (work: Work, id: string, answer: EditionState): Promise<string> => {
  const [row] = said.parse(await work.tx.$queryRaw`SELECT app.answer_config(${id}::uuid, ${answer}) AS said`)
  return row?.said ?? 'notFound'
}
