import 'server-only'
import * as z from 'zod'
import type { Prisma } from '@/lib/db/generated/client'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { toDay } from '@/lib/shared/dates'
import { columnsWhen } from '@/lib/shared/when/columns.rules'
import { eventCarrierAt, eventTextAt, openText } from './encrypted-text.data'
import type { DetentionEvent } from './event.rules'
import { CODED, EVENT_KINDS, TOLD_PEOPLE, WITHDRAWALS } from './vocabulary.rules'

const columns = {
  id: true,
  caseId: true,
  episodeId: true,
  kind: true,
  replaces: true,
  withdrawnBecause: true,
  sameAs: true,
  onWhen: true,
  onText: true,
  onBasis: true,
  at: true,
  orderKind: true,
  ground: true,
  printedEnd: true,
  byMinister: true,
  publicOrder: true,
  court: true,
  petitionOutcome: true,
  removalKind: true,
  removalOutcome: true,
  destination: true,
  escort: true,
  isolationGround: true,
  channel: true,
  endReason: true,
  phase: true,
  heardOn: true,
  servedOn: true,
  force: true,
  injuries: true,
  isolationRegime: true,
  doctorDaily: true,
  toldTo: true,
  carrierCipher: true,
  createdAt: true,
  author: { select: { name: true } },
  textCipher: true,
} as const satisfies Prisma.DetentionEventSelect
type Row = Prisma.DetentionEventGetPayload<{ select: typeof columns }>

const coded = z.object({
  kind: storedCode(EVENT_KINDS),
  withdrawnBecause: storedCode(WITHDRAWALS).nullable(),
  orderKind: storedCode(CODED.orderKind).nullable(),
  ground: storedCode(CODED.ground).nullable(),
  court: storedCode(CODED.court).nullable(),
  petitionOutcome: storedCode(CODED.petitionOutcome).nullable(),
  removalKind: storedCode(CODED.removalKind).nullable(),
  removalOutcome: storedCode(CODED.removalOutcome).nullable(),
  escort: storedCode(CODED.escort).nullable(),
  isolationGround: storedCode(CODED.isolationGround).nullable(),
  channel: storedCode(CODED.channel).nullable(),
  endReason: storedCode(CODED.endReason).nullable(),
  phase: storedCode(CODED.phase).nullable(),
  force: storedCode(CODED.force).nullable(),
  injuries: storedCode(CODED.injuries).nullable(),
  isolationRegime: storedCode(CODED.isolationRegime).nullable(),
  doctorDaily: storedCode(CODED.doctorDaily).nullable(),
  toldTo: z.array(storedCode(TOLD_PEOPLE)),
})

const toEvent = ({ textCipher: _, carrierCipher: __, author, ...row }: Row) => ({
  ...row,
  ...coded.parse(row),
  on: columnsWhen({ when: row.onWhen }),
  printedEnd: row.printedEnd && toDay(row.printedEnd),
  heardOn: row.heardOn && toDay(row.heardOn),
  servedOn: row.servedOn && toDay(row.servedOn),
  by: author.name,
})
export type EventRow = ReturnType<typeof toEvent> & DetentionEvent
export type EpisodeEvent = EventRow & { readonly text: string; readonly carrier: string }

const find = (work: Work, where: Prisma.DetentionEventWhereInput): Promise<Row[]> =>
  work.tx.detentionEvent.findMany({ where, select: columns, orderBy: { id: 'asc' } })

/** Rows of files within reach, as they were written, without their words. */
export const listEventRows = async (
  work: Work,
  where: Prisma.DetentionEventWhereInput,
): Promise<EventRow[]> => (await find(work, where)).map(toEvent)

/** The same with their words. */
export const listEvents = async (
  work: Work,
  where: Prisma.DetentionEventWhereInput,
): Promise<EpisodeEvent[]> => {
  const events: EpisodeEvent[] = []
  for (const row of await find(work, where))
    events.push({
      ...toEvent(row),
      text: await openText(work, eventTextAt(row.caseId, row.id), row.textCipher),
      carrier: await openText(work, eventCarrierAt(row.caseId, row.id), row.carrierCipher),
    })
  return events
}
