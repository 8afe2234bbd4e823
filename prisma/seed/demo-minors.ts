import type { Prisma } from '../../lib/db/generated/client'
import { addSpan } from '../../lib/deadlines/calendar.rules'
import type { GuardianshipEvent } from '../../lib/guardianship/event.rules'
import { addDays, type Day, toDate } from '../../lib/shared/dates'
import { insertDemoClock } from './demo-deadlines'
import { newId } from './demo-ids'
import type { Organisation, Worker } from './demo-organisation'
import { invent, type Known, type Rows } from './demo-people'
import type { Encrypter } from './encrypter'
import type { Draw } from './invented'

type Tools = {
  readonly organisation: Organisation
  readonly centres: ReadonlyMap<string, string>
  readonly draw: Draw
  readonly encrypter: Encrypter
}
/** Three invented minors: one waits for a guardian, one has one and is eighteen in five months, one is missing. */
export type Minors = { readonly waiting: Known; readonly guarded: Known; readonly missing: Known }

/** Adds them to the rows. They are held nowhere, and their ages stand as they were said, on paper or found. */
export const inventMinors = (
  rows: Rows,
  tools: Tools,
  { worker, today }: { readonly worker: Worker; readonly today: Day },
): Minors => {
  const minor = (daysAgo: number, country: string): Known =>
    invent(rows, tools, { worker, since: addDays(today, -daysAgo), until: null, today, kind: 'uam', country })
  const minors = { waiting: minor(19, 'GN'), guarded: minor(170, 'ER'), missing: minor(60, 'VN') }
  const ids = Object.values(minors).map(({ personId }) => personId)
  const isTheirs = ({ personId }: { readonly personId: string }): boolean => ids.includes(personId)
  rows.placeStay = rows.placeStay.filter((row) => !isTheirs(row))
  rows.ageClaim = rows.ageClaim.filter((row) => !isTheirs(row))
  const said = ({ personId, since }: Known, ageYears: number) => ({
    id: newId(),
    personId,
    basis: 'said',
    ageYears,
    asOf: toDate(since),
    bornEarliest: toDate(addDays(addSpan(since, { amount: (ageYears + 1) * 12, unit: 'month' }, -1), 1)),
    bornLatest: toDate(addSpan(since, { amount: ageYears * 12, unit: 'month' }, -1)),
  })
  const turns = addSpan(today, { amount: 5, unit: 'month' }, 1)
  const born = addSpan(turns, { amount: 18 * 12, unit: 'month' }, -1)
  rows.ageClaim.push(said(minors.waiting, 15), said(minors.missing, 16), {
    id: newId(),
    personId: minors.guarded.personId,
    basis: 'document',
    bornWhen: born,
    bornText: born,
    asOf: toDate(minors.guarded.since),
    bornEarliest: toDate(born),
    bornLatest: toDate(born),
    source: 'birth_certificate',
    seen: 'copy',
  })
  return minors
}

type Event = Partial<Pick<GuardianshipEvent, 'outcome' | 'form' | 'at' | 'concerns'>> & {
  readonly kind: GuardianshipEvent['kind']
  readonly on: Day
  readonly details?: Readonly<Record<string, unknown>>
}

/** What happened to each of them, with the clocks that still run. */
export const insertDemoMinors = async (
  {
    tx,
    encrypter,
    today,
  }: { readonly tx: Prisma.TransactionClient; readonly encrypter: Encrypter; readonly today: Day },
  { waiting, guarded, missing }: Minors,
): Promise<void> => {
  const ago = (days: number): Day => addDays(today, -days)
  const happened = async (of: Known, { on, details, ...event }: Event): Promise<string> => {
    const id = newId()
    await tx.guardianshipEvent.createMany({
      data: [
        {
          ...event,
          id,
          caseId: of.caseId,
          personId: of.personId,
          onWhen: on,
          onFrom: toDate(on),
          onTo: toDate(on),
          onText: on,
          onBasis: 'document',
          standsOn: toDate(on),
          createdBy: of.worker.id,
          detailsCipher:
            details === undefined
              ? null
              : encrypter.encrypt(
                  { kind: 'file', id: of.caseId },
                  'guardianship_event',
                  id,
                  'details',
                  1,
                  JSON.stringify(details),
                ),
        },
      ],
    })
    return id
  }
  const cause = (id: string) => ({ kind: 'guardianship_event', id }) as const

  const reportedOn = addSpan(today, { amount: 12, unit: 'working_day' }, -1)
  const reported = await happened(waiting, {
    kind: 'reported',
    on: reportedOn,
    form: 'ngo',
    outcome: 'by_sheet',
    details: { reference: 'SG-0012' },
  })
  await insertDemoClock(tx, waiting, { event: 'minor_reported', on: reportedOn, cause: cause(reported) })

  await happened(guarded, { kind: 'reported', on: ago(168), form: 'fedasil', outcome: 'by_mail' })
  await happened(guarded, { kind: 'decided', on: ago(150), outcome: 'identified_uam' })
  await happened(guarded, {
    kind: 'guardian_appointed',
    on: ago(121),
    details: {
      who: 'Gudrun Peeters',
      phone: '0400 00 00 00',
      service: 'Tuteurs associés asbl',
      language: 'tigrigna',
    },
  })
  await happened(guarded, { kind: 'placed', on: ago(100), form: 'small_unit' })
  const sent = await happened(guarded, { kind: 'report_sent', on: ago(108), form: 'initial' })
  await insertDemoClock(tx, guarded, { event: 'guardian_reported', on: ago(108), cause: cause(sent) })

  await happened(missing, { kind: 'reported', on: ago(58), form: 'police_local', outcome: 'by_phone' })
  await happened(missing, { kind: 'guardian_appointed', on: ago(40), details: { who: 'Gustaaf Maes' } })
  const gone = await happened(missing, {
    kind: 'missing',
    on: ago(11),
    at: '21:30',
    details: { worrying: 'worrying', factors: ['debt'], place: 'Arrêt de bus devant le centre' },
  })
  for (const form of ['police', 'child_focus', 'guardianship_service', 'lawyer', 'guardian'] as const)
    await happened(missing, { kind: 'told', on: ago(11), at: '22:10', form, concerns: gone })
  await happened(missing, { kind: 'looked_again', on: today, concerns: gone })
  await insertDemoClock(tx, missing, {
    event: 'child_missing',
    on: ago(11),
    cause: cause(gone),
    // Everyone was told, and the first look was taken.
    families: ['missing_review_30', 'missing_review_120'],
  })
}
