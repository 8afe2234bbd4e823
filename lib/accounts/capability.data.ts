import 'server-only'
import * as z from 'zod'
import type { Work } from '@/lib/db/work'
import { CAPABILITIES, type Capability } from '@/lib/shared/capabilities'
import { type Day, dayOf, toDate, toDay } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import {
  CAPABILITY_FAULTS,
  type CapabilityAnswer,
  type CapabilityFault,
  type CapabilityLine,
  OPEN_STATES,
} from './capability.rules'

const name = { select: { name: true } }

/**
 * Who reads figures now and, for admins, what waits for a second one; row-level security says who sees what.
 * @param holderId of one colleague only
 */
export const listCapabilities = async (work: Work, holderId?: string): Promise<CapabilityLine[]> => {
  const { organisationId, id } = work.actor
  const rows = await work.tx.capabilityGrant.findMany({
    where: {
      organisationId,
      ...(holderId === undefined ? {} : { holderId }),
      endsOn: { gte: toDate(dayOf(work.now)) },
      endedAt: null,
      state: { in: ['asked', 'given'] },
    },
    include: { holder: name, asker: name, answerer: name },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    kind: CAPABILITIES.read(row.kind),
    holderId: row.holderId,
    holder: row.holder.name,
    until: toDay(row.endsOn),
    state: OPEN_STATES.read(row.state),
    askedBy: row.asker.name,
    askedOn: dayOf(row.askedAt),
    givenBy: row.state === 'given' ? (row.answerer?.name ?? null) : null,
    isOwn: row.askedBy === id || row.holderId === id,
  }))
}

type Heard = 'ok' | 'notFound' | CapabilityFault
const heard = z.array(z.object({ said: z.enum(['ok', 'notFound', ...CAPABILITY_FAULTS.codes]) })).length(1)

/** Asks for a colleague. */
export const askForCapability = async (
  work: Work,
  { staffId, kind, until }: { staffId: string; kind: Capability; until: Day },
): Promise<{ said: Heard; grantId: string }> => {
  const grantId = newId(work.now.getTime())
  const [row] = heard.parse(
    await work.tx
      .$queryRaw`SELECT app.ask_capability(${grantId}::uuid, ${staffId}::uuid, ${kind}, ${until}::date) AS said`,
  )
  return { said: row?.said ?? 'notFound', grantId }
}

/** Whose it is, for who has to be told. */
export const holderOf = async (work: Work, grantId: string): Promise<string[]> => {
  const row = await work.tx.capabilityGrant.findUnique({ where: { id: grantId }, select: { holderId: true } })
  return row === null ? [] : [row.holderId]
}
/** The word of an admin; the database itself refuses the one who asked and the holder. */
export const answerForCapability = async (
  work: Work,
  { grantId, said }: { grantId: string; said: CapabilityAnswer },
): Promise<Heard> => {
  const [row] = heard.parse(
    await work.tx.$queryRaw`SELECT app.answer_capability(${grantId}::uuid, ${said}) AS said`,
  )
  return row?.said ?? 'notFound'
}

const done = z.array(z.object({ done: z.boolean() })).length(1)

/** @returns false when nothing is given under this id */
export const endCapability = async (work: Work, grantId: string): Promise<boolean> => {
  const [row] = done.parse(await work.tx.$queryRaw`SELECT app.take_capability_back(${grantId}::uuid) AS done`)
  return row?.done === true
}
