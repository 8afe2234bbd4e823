import 'server-only'
import { insertStays } from '@/lib/cases/case.data'
import type { Work } from '@/lib/db/work'
import { type Day, toDate } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { onColumns } from '@/lib/shared/when/columns.rules'
import { ASKED, type EventField } from './asked.rules'
import { encryptText, eventCarrierAt, eventTextAt } from './encrypted-text.data'
import type { EpisodeStay } from './episode.data'
import type { RecordEventInput } from './event.schema'
import { asksHour, type CodedField, type EventKind, hasPhase, type Withdrawal } from './vocabulary.rules'

/** Two colleagues may write of one episode at once: the second waits and sees what the first wrote. */
export const lockEpisodes = async (work: Work, caseId: string): Promise<void> => {
  await work.tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`detention:${caseId}`}, 0))::text`
}

const openStays = (work: Work, caseId: string, personIds: readonly string[]) =>
  work.tx.placeStay.findMany({
    where: { caseId, personId: { in: [...personIds] }, until: null },
    select: { id: true, personId: true, placeId: true, since: true },
    orderBy: { createdAt: 'desc' },
  })

/** Ends stays that last; `on` is their last day. */
const endStays = async (work: Work, ids: readonly string[], on: Day): Promise<void> => {
  await work.tx.placeStay.updateMany({
    where: { id: { in: [...ids] }, until: null },
    data: { until: toDate(on), version: { increment: 1 } },
  })
}

/** Whether one of these is in another place since a later day: no one leaves a place before they came. */
export const isLaterElsewhere = async (
  work: Work,
  {
    caseId,
    personIds,
    placeId,
    since,
  }: {
    readonly caseId: string
    readonly personIds: readonly string[]
    readonly placeId: string
    readonly since: Day
  },
): Promise<boolean> =>
  (await openStays(work, caseId, personIds)).some(
    (stay) => stay.placeId !== placeId && stay.since !== null && stay.since > toDate(since),
  )

/**
 * Begins an episode for people of the file. Anyone who is in the place already keeps that stay, which joins the episode; a stay
 * elsewhere ends. Stays are the only thing that says where and since when.
 */
export const insertEpisode = async (
  work: Work,
  {
    caseId,
    personIds,
    placeId,
    since,
    arrestContext,
  }: {
    readonly caseId: string
    readonly personIds: readonly string[]
    readonly placeId: string
    readonly since: Day | null
    readonly arrestContext: string
  },
): Promise<string> => {
  const id = newId(work.now.getTime())
  await work.tx.detentionEpisode.createMany({
    data: { id, caseId, arrestContext, createdBy: work.actor.id, createdAt: work.now },
  })
  const open = await openStays(work, caseId, personIds)
  for (const personId of personIds) {
    const own = open.filter((one) => one.personId === personId)
    const here = own.find((one) => one.placeId === placeId)
    const elsewhere = own.filter((one) => one.id !== here?.id)
    if (since !== null) await endStays(work, toIds(elsewhere), since)
    if (here === undefined) await insertStays(work, [{ caseId, personId, placeId, since, episodeId: id }])
    else
      await work.tx.placeStay.updateMany({
        where: { id: here.id },
        data: {
          episodeId: id,
          version: { increment: 1 },
          ...(since === null ? {} : { since: toDate(since) }),
        },
      })
  }
  return id
}

const toIds = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id)

/** Everyone of the episode who is in a place moves to another one on a day. */
export const moveStays = async (
  work: Work,
  {
    caseId,
    episodeId,
    placeId,
    on,
    stays,
  }: {
    readonly caseId: string
    readonly episodeId: string
    readonly placeId: string
    readonly on: Day
    readonly stays: readonly EpisodeStay[]
  },
): Promise<number> => {
  const moving = stays.filter((one) => one.until === null && one.placeId !== placeId)
  await endStays(work, toIds(moving), on)
  await insertStays(
    work,
    moving.map(({ personId }) => ({ caseId, personId, placeId, since: on, episodeId })),
  )
  return moving.length
}

/** The end of an episode ends its stays; a corrected end moves them; an end that is taken back opens them again. */
export const setEnd = async (
  work: Work,
  episodeId: string,
  { before, after }: { readonly before: Day | null; readonly after: Day | null },
): Promise<void> => {
  await work.tx.placeStay.updateMany({
    where: { episodeId, until: before === null ? null : toDate(before) },
    data: { until: after === null ? null : toDate(after), version: { increment: 1 } },
  })
}

/** What the kind does not ask is not kept, whatever stood in the form before the kind was changed. */
const told = (input: RecordEventInput) => {
  const { must, may } = ASKED[input.kind]
  const asked = new Set<EventField>([...must, ...may])
  const one = (field: CodedField | 'destination'): string | null =>
    asked.has(field) && input[field] !== '' ? input[field] : null
  const extras = asked.has('extras') ? input.extras : []
  return {
    orderKind: one('orderKind'),
    ground: one('ground'),
    printedEnd: asked.has('printedEnd') && input.printedEnd !== '' ? toDate(input.printedEnd) : null,
    byMinister: extras.includes('byMinister'),
    publicOrder: extras.includes('publicOrder'),
    court: one('court'),
    petitionOutcome: one('petitionOutcome'),
    removalKind: one('removalKind'),
    removalOutcome: one('removalOutcome'),
    destination: one('destination'),
    escort: one('escort'),
    isolationGround: one('isolationGround'),
    channel: one('channel'),
    endReason: one('endReason'),
    phase: hasPhase(input.ground) ? one('phase') : null,
    heardOn: asked.has('heardOn') && input.heardOn !== '' ? toDate(input.heardOn) : null,
    servedOn: asked.has('servedOn') && input.servedOn !== '' ? toDate(input.servedOn) : null,
    force: one('force'),
    injuries: one('injuries'),
    isolationRegime: one('isolationRegime'),
    doctorDaily: one('doctorDaily'),
    toldTo: asked.has('toldTo') ? [...new Set(input.toldTo)] : [],
  }
}

export const insertEvent = async (work: Work, input: RecordEventInput): Promise<string> => {
  const { caseId, episodeId, kind, replaces, on, basis, at, text } = input
  const id = newId(work.now.getTime())
  await work.tx.detentionEvent.createMany({
    data: {
      id,
      caseId,
      episodeId,
      kind,
      replaces: replaces === '' ? null : replaces,
      ...onColumns(on, basis),
      at: at !== '' && asksHour(kind, input.court) ? at : null,
      ...told(input),
      carrierCipher: await encryptText(
        work,
        eventCarrierAt(caseId, id),
        kind === 'removal_planned' || kind === 'removal_ended' ? input.carrier : '',
      ),
      textCipher: await encryptText(work, eventTextAt(caseId, id), text),
      authorId: work.actor.id,
      createdAt: work.now,
    },
  })
  return id
}

/** A row that takes another one away. */
export const insertWithdrawal = async (
  work: Work,
  of: {
    readonly caseId: string
    readonly episodeId: string
    readonly kind: EventKind
    readonly replaces: string
    readonly withdrawnBecause: Withdrawal
    readonly sameAs: string | null
  },
): Promise<string> => {
  const id = newId(work.now.getTime())
  await work.tx.detentionEvent.createMany({
    data: { id, ...of, authorId: work.actor.id, createdAt: work.now },
  })
  return id
}
