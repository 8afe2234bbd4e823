import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import { CLOSED_STATUSES } from '@/lib/cases/case.rules'
import { PRESENT } from '@/lib/cases/file-people.rules'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { addSpan } from '@/lib/deadlines/calendar.rules'
import { bornWhenAged, MAJORITY } from '@/lib/people/age.rules'
import { current } from '@/lib/registers/event-chain.rules'
import { type Day, dayOf, toDate } from '@/lib/shared/dates'
import type { CodeOf } from '@/lib/shared/vocabulary'
import { type BareEvent, listBareEvents } from './event.data'
import { dayOfEvent } from './event.rules'
import { currentOf } from './state.rules'
import { TOLD_AT_ONCE } from './vocabulary.rules'
import { reminderOf } from './wait.rules'
import { listMinors, type Minor } from './waiting.data'

/** What may not wait: who is missing now, and who turns eighteen soon. */

const SAYS_MISSING = ['missing', 'told', 'looked_again', 'found', 'taken_back']

type Unended = {
  readonly event: BareEvent
  /** The last day on which someone was told of it, or looked again. */
  readonly dealtOn: Day
  /** Who should have been told at once and was not. */
  readonly untold: readonly CodeOf<typeof TOLD_AT_ONCE>[]
}

const dayOr = (event: BareEvent): Day => dayOfEvent(event) ?? event.standsOn

/** The disappearances that no one has ended, of rows by a condition. */
const listUnended = async (
  work: Work,
  where: Prisma.GuardianshipEventWhereInput,
): Promise<readonly Unended[]> => {
  const rows = await listBareEvents(work, { AND: [where, { kind: { in: SAYS_MISSING } }] })
  const whose = ({ caseId, personId }: BareEvent): string => `${caseId} ${personId}`
  return [...new Set(rows.map(whose))].flatMap((one) => {
    const own = rows.filter((row) => whose(row) === one)
    const event = currentOf(own).missing
    if (event === null) return []
    const dealt = current(own).filter(({ concerns }) => concerns === event.id)
    return [
      {
        event,
        dealtOn: [event, ...dealt].map(dayOr).sort().at(-1) ?? dayOr(event),
        untold: TOLD_AT_ONCE.codes.filter(
          (whom) => !dealt.some(({ kind, form }) => kind === 'told' && form === whom),
        ),
      },
    ]
  })
}

/** Everyone within reach who is missing, by the codes of their files. */
export const listMissing = async (work: Work) => {
  const unended = await listUnended(work, {
    file: {
      AND: [scopeCases(work.actor, 'case:read', work.now), { status: { notIn: [...CLOSED_STATUSES] } }],
    },
  })
  const files = await work.tx.caseFile.findMany({
    where: {
      AND: [
        scopeCases(work.actor, 'case:read', work.now),
        { id: { in: unended.map(({ event }) => event.caseId) } },
      ],
    },
    select: { id: true, code: true, worker: { select: { name: true } } },
  })
  return unended.flatMap((one) => {
    const file = files.find(({ id }) => id === one.event.caseId)
    return file === undefined ? [] : [{ ...one, file: { ...file, worker: file.worker.name } }]
  })
}
export type Missing = Awaited<ReturnType<typeof listMissing>>[number]

/** Minors within reach whose reminder stands today. Only files with a claim that lets someone turn eighteen soon are read. */
export const listTurning = async (work: Work): Promise<readonly Minor[]> => {
  const day = dayOf(work.now)
  const adult = bornWhenAged(MAJORITY, day).bornLatest
  const soon = bornWhenAged(MAJORITY, addSpan(day, { amount: 6, unit: 'month' }, 1)).bornLatest
  const files = await work.tx.caseFile.findMany({
    where: {
      AND: [
        scopeCases(work.actor, 'case:read', work.now),
        {
          status: { notIn: [...CLOSED_STATUSES] },
          people: {
            some: {
              ...PRESENT,
              person: {
                ageClaims: {
                  some: {
                    withdrawnAt: null,
                    bornLatest: { gte: toDate(adult) },
                    bornEarliest: { lte: toDate(soon) },
                  },
                },
              },
            },
          },
        },
      ],
    },
    select: { id: true },
  })
  if (files.length === 0) return []
  const minors = await listMinors(
    work,
    files.map(({ id }) => id),
  )
  return minors.filter(({ countdown }) => countdown !== null && reminderOf(countdown, day) !== null)
}
