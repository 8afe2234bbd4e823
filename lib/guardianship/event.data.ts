import 'server-only'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import type { Prisma } from '@/lib/db/generated/client'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { NOTIFICATIONS } from '@/lib/deadlines/notification.rules'
import { markNumber } from '@/lib/people/number.data'
import { openEach } from '@/lib/registers/register.data'
import { type Day, dayOf, toDate, toDay } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { columnsWhen, onColumns } from '@/lib/shared/when/columns.rules'
import { type Details, encryptDetails, openDetails, orNull, type Typed, toDetails } from './details.data'
import type { GuardianshipEvent } from './event.rules'
import type { EventInput } from './event.schema'
import { SHAPES } from './shape.rules'
import { EVENT_KINDS, FORMS, OUTCOMES } from './vocabulary.rules'

const columns = {
  id: true,
  caseId: true,
  personId: true,
  kind: true,
  outcome: true,
  form: true,
  onWhen: true,
  onText: true,
  at: true,
  notifiedOn: true,
  notification: true,
  atBorder: true,
  arrivedOn: true,
  concerns: true,
  replaces: true,
  claimId: true,
  detailsCipher: true,
  standsOn: true,
  createdAt: true,
  creator: { select: { name: true } },
} as const satisfies Prisma.GuardianshipEventSelect
type Row = Prisma.GuardianshipEventGetPayload<{ select: typeof columns }>

const coded = z.object({
  kind: storedCode(EVENT_KINDS),
  outcome: storedCode(OUTCOMES).nullable(),
  form: z.enum(FORMS).nullable(),
  notification: storedCode(NOTIFICATIONS).nullable(),
})

export type EventRow = GuardianshipEvent & {
  readonly caseId: string
  /** The day as it was typed. */
  readonly typed: string
  readonly claimId: string | null
  readonly details: Details
  readonly by: string
  readonly recordedAt: Date
}

/** The bare row, for rules that ask for nothing encrypted. */
const toBare = (row: Omit<Row, 'detailsCipher' | 'creator'>) => {
  const { id, caseId, personId, at, atBorder, concerns, replaces, claimId } = row
  return {
    id,
    caseId,
    personId,
    at,
    atBorder,
    concerns,
    replaces,
    claimId,
    ...coded.parse(row),
    on: columnsWhen({ when: row.onWhen }),
    arrivedOn: row.arrivedOn && toDay(row.arrivedOn),
    typed: row.onText ?? row.onWhen ?? '',
    notifiedOn: row.notifiedOn && toDay(row.notifiedOn),
    standsOn: toDay(row.standsOn),
  }
}

const toEvent = async (work: Work, row: Row): Promise<EventRow> => ({
  ...toBare(row),
  details: await openDetails(work, row.caseId, row.id, row.detailsCipher),
  by: row.creator.name,
  recordedAt: row.createdAt,
})

/** Rows by a condition, oldest first, with nothing of them opened: enough for states and clocks. */
export const listBareEvents = async (work: Work, where: Prisma.GuardianshipEventWhereInput) => {
  const { detailsCipher: _, creator: __, ...bare } = columns
  const rows = await work.tx.guardianshipEvent.findMany({ where, select: bare, orderBy: { id: 'asc' } })
  return rows.map(toBare)
}
export type BareEvent = Awaited<ReturnType<typeof listBareEvents>>[number]

/** Rows by a condition, oldest first: every row, also those in whose place another one stands. */
export const listEventRows = async (
  work: Work,
  where: Prisma.GuardianshipEventWhereInput,
): Promise<EventRow[]> => {
  const rows = await work.tx.guardianshipEvent.findMany({
    where,
    select: columns,
    orderBy: { id: 'asc' },
    take: 1000,
  })
  await work.fieldCrypto.gather('file', [...new Set(rows.map(({ caseId }) => caseId))])
  return openEach(rows, (row) => toEvent(work, row))
}

export const listEvents = (work: Work, caseId: string): Promise<EventRow[]> => listEventRows(work, { caseId })

/** One event of a file. Throws NotFound. */
export const getEvent = async (work: Work, caseId: string, id: string): Promise<EventRow> => {
  const [event] = await listEventRows(work, { id, caseId })
  if (event === undefined) throw new NotFound()
  return event
}

type New = Pick<BareEvent, 'caseId' | 'personId' | 'kind'> & { readonly standsOn: Day }

const insertRow = async (
  work: Work,
  {
    standsOn,
    details,
    ...row
  }: New & {
    readonly details: Typed | null
  } & Partial<Omit<Prisma.GuardianshipEventCreateManyInput, keyof New | 'details'>>,
): Promise<string> => {
  const id = newId(work.now.getTime())
  const detailsCipher = details === null ? null : await encryptDetails(work, row.caseId, id, details)
  await work.tx.guardianshipEvent.createMany({
    data: {
      ...row,
      id,
      detailsCipher,
      // The database takes them off again in a sealed file.
      ...markNumber('reference', details?.reference ?? ''),
      standsOn: toDate(standsOn),
      createdBy: work.actor.id,
      createdAt: work.now,
    },
  })
  return id
}

/** Writes an event into a file that the caller has found within reach. */
export const insertEvent = async (work: Work, typed: EventInput, claimId: string | null): Promise<string> => {
  const { kind, caseId, personId } = typed
  const { outcome, form, asks, concerns } = SHAPES[kind]
  const on = onColumns(typed.on, 'document')
  const notifiedOn = asks.includes('notified') ? orNull(typed.notifiedOn) : null
  return insertRow(work, {
    caseId,
    personId,
    kind,
    replaces: orNull(typed.replaces),
    standsOn: (on.onFrom && toDay(on.onFrom)) ?? notifiedOn ?? dayOf(work.now),
    outcome: outcome === null ? null : orNull(typed.outcome),
    form: form === null ? null : orNull(typed.form),
    ...on,
    at: asks.includes('at') ? orNull(typed.at) : null,
    notifiedOn: notifiedOn === null ? null : toDate(notifiedOn),
    notification: asks.includes('notified') ? orNull(typed.notification) : null,
    atBorder: asks.includes('atBorder') && typed.extras.includes('atBorder'),
    arrivedOn: asks.includes('atBorder') && typed.arrivedOn !== '' ? toDate(typed.arrivedOn) : null,
    concerns: concerns === null ? null : orNull(typed.concerns),
    claimId,
    details: toDetails(typed),
  })
}

/** Says of an event that it was a mistake, in a row of its own. */
export const insertTakenBack = (
  work: Work,
  event: Pick<EventRow, 'id' | 'caseId' | 'personId' | 'standsOn'>,
  { mistake, words }: { readonly mistake: string; readonly words: string },
): Promise<string> =>
  insertRow(work, {
    caseId: event.caseId,
    personId: event.personId,
    kind: 'taken_back',
    outcome: mistake,
    replaces: event.id,
    standsOn: event.standsOn,
    details: words === '' ? null : { words },
  })
