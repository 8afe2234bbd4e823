import 'server-only'
import { type EventRow as AsylumRow, listEventRows } from '@/lib/asylum/event.data'
import { listMoments } from '@/lib/asylum/moment.data'
import type { FilledRegisters } from '@/lib/cases/filled-registers.data'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import {
  type EventRow as GuardianshipRow,
  listEventRows as listGuardianshipRows,
} from '@/lib/guardianship/event.data'
import { listReferrals } from '@/lib/referrals/referral.data'
import { currentSteps } from '@/lib/referrals/referral.rules'
import { type Day, toDate, toDay } from '@/lib/shared/dates'
import { vocabulary } from '@/lib/shared/vocabulary'
import type { FileEvent } from './timeline.view'
import { listAppointmentDays } from './timeline-appointment.data'
import { newest, type Range } from './timeline-range.rules'

/** Events that stand: none in whose place another one stands, and no mistakes. */
const currentWhere = (caseId: string, { from = null, before, since }: Range) =>
  ({
    caseId,
    kind: { not: 'taken_back' },
    replacedBy: { none: {} },
    standsOn: {
      ...(from === null ? {} : { gte: toDate(from) }),
      ...(before === null ? {} : { lt: toDate(before) }),
    },
    ...(since === null ? {} : { createdAt: { gt: since } }),
  }) satisfies Prisma.AsylumEventWhereInput & Prisma.GuardianshipEventWhereInput

/** What happened with the referrals of a file; what was taken back did not happen. */
const listSteps = async (work: Work, caseId: string): Promise<FileEvent[]> =>
  (await listReferrals(work, caseId)).current.flatMap(({ row, steps }) =>
    currentSteps(steps).flatMap(({ id, kind, on, by, words, recordedAt }): FileEvent[] =>
      kind === 'taken_back'
        ? []
        : [
            {
              type: 'event',
              room: 'referrals',
              id,
              anchor: `referral-${row.subjectId}`,
              on,
              when: { form: 'exact', day: on },
              step: kind,
              to: row.to,
              author: by,
              text: words,
              touchedAt: recordedAt,
            },
          ],
    ),
  )

const BESIDE = vocabulary('cases.beside', ['legal_mandate', 'special_need', 'matter_step'])

/** Everything that referrals, appointments and the registers beside the procedure tell, read once for a page of the timeline. */
export const listTold = async (work: Work, caseId: string, filled: FilledRegisters): Promise<FileEvent[]> => [
  ...(filled.has('referral') ? await listSteps(work, caseId) : []),
  ...(filled.has('appointment') ? await listAppointmentDays(work, caseId) : []),
  ...(BESIDE.codes.some((register) => filled.has(register)) ? await listMoments(work, caseId) : []).map(
    ({ subjectId, on, when, said, by, recordedAt }): FileEvent => ({
      type: 'event',
      room: 'asylum',
      id: `${subjectId}-${said.what}`,
      anchor: `row-${subjectId}`,
      on,
      when,
      said,
      author: by,
      text: '',
      touchedAt: recordedAt,
    }),
  ),
]

const ofRow = ({ id, standsOn, by, recordedAt }: AsylumRow | GuardianshipRow) => ({
  type: 'event' as const,
  id,
  anchor: `event-${id}`,
  on: standsOn,
  author: by,
  touchedAt: recordedAt,
})

/** What happened in the procedures and the guardianships of a file, as their rooms recorded it. */
export const listFileEvents = async (
  work: Work,
  caseId: string,
  filled: FilledRegisters,
  range: Range,
): Promise<FileEvent[]> => [
  ...(filled.has('asylum_event') ? await listEventRows(work, currentWhere(caseId, range)) : []).map(
    (event): FileEvent => ({
      ...ofRow(event),
      room: 'asylum',
      when: event.notifiedOn === null ? event.on : { form: 'exact', day: event.notifiedOn },
      said: { kind: event.kind, outcome: event.outcome },
      text: event.words,
    }),
  ),
  ...(filled.has('guardianship_event')
    ? await listGuardianshipRows(work, currentWhere(caseId, range))
    : []
  ).map(
    (event): FileEvent => ({
      ...ofRow(event),
      room: 'guardianship',
      when: event.on ?? (event.notifiedOn === null ? null : { form: 'exact', day: event.notifiedOn }),
      event: { kind: event.kind, outcome: event.outcome, form: event.form },
      text: event.details.words,
    }),
  ),
]

/** The days on which there are such events, newest first. */
export const findEventEdge = async (
  work: Work,
  caseId: string,
  filled: FilledRegisters,
  { take, ...range }: Range & { readonly take: number },
): Promise<Day[]> => {
  const asked = {
    where: currentWhere(caseId, range),
    select: { standsOn: true },
    orderBy: { standsOn: 'desc' },
    take,
  } as const
  const rows = filled.has('asylum_event') ? await work.tx.asylumEvent.findMany(asked) : []
  const minors = filled.has('guardianship_event') ? await work.tx.guardianshipEvent.findMany(asked) : []
  return newest(
    [...rows, ...minors].map(({ standsOn }) => toDay(standsOn)),
    take,
  )
}
