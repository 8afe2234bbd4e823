import 'server-only'
import { NotFound } from '@/lib/db/errors'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { closeByAct, listStartedBy, startClocks, takeBackClocks } from '@/lib/deadlines/cause.data'
import { dateOrNull, dayOrNull } from '@/lib/registers/register.data'
import type { Day } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { DOCUMENT_KINDS, documentTrigger } from './stay.rules'
import type { DocumentInput } from './stay.schema'

const columns = {
  id: true,
  caseId: true,
  kind: true,
  issuedOn: true,
  expiresOn: true,
  isRenewal: true,
  requestedOn: true,
  createdAt: true,
  version: true,
  creator: { select: { name: true } },
} as const satisfies Prisma.StayDocumentSelect

const toDocument = ({ creator, ...row }: Prisma.StayDocumentGetPayload<{ select: typeof columns }>) => ({
  ...row,
  kind: DOCUMENT_KINDS.read(row.kind),
  issuedOn: dayOrNull(row.issuedOn),
  expiresOn: dayOrNull(row.expiresOn),
  requestedOn: dayOrNull(row.requestedOn),
  by: creator.name,
})
export type StayDocument = ReturnType<typeof toDocument>

/** The documents of a file within reach, the latest first. */
export const listDocuments = async (work: Work, caseId: string): Promise<StayDocument[]> =>
  (
    await work.tx.stayDocument.findMany({
      where: { caseId },
      select: columns,
      orderBy: [{ issuedOn: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }],
      take: 200,
    })
  ).map(toDocument)

/** One document of a file. Throws NotFound. */
export const getDocument = async (work: Work, caseId: string, id: string): Promise<StayDocument> => {
  const row = await work.tx.stayDocument.findFirst({ where: { id, caseId }, select: columns })
  if (row === null) throw new NotFound()
  return toDocument(row)
}

const toColumns = ({ kind, issuedOn, expiresOn, isRenewal, requestedOn }: DocumentInput) => ({
  kind,
  issuedOn: dateOrNull(issuedOn),
  expiresOn: dateOrNull(expiresOn),
  isRenewal: isRenewal === 'yes',
  requestedOn: dateOrNull(requestedOn),
})

export const insertDocument = async (work: Work, input: DocumentInput): Promise<string> => {
  const id = newId(work.now.getTime())
  await work.tx.stayDocument.createMany({
    data: { id, caseId: input.caseId, ...toColumns(input), createdBy: work.actor.id, createdAt: work.now },
  })
  return id
}

/** @returns false when someone changed it meanwhile */
export const updateDocument = async (work: Work, id: string, input: DocumentInput): Promise<boolean> => {
  const { count } = await work.tx.stayDocument.updateMany({
    where: { id, caseId: input.caseId, version: input.version },
    data: { ...toColumns(input), version: { increment: 1 } },
  })
  return count === 1
}

const textOf = (document: StayDocument | null): string =>
  JSON.stringify(document && documentTrigger(document))

/**
 * The clocks of a document: counted again when its days change, stopped by the renewal that was asked for, and those of the
 * card before it by this one.
 */
export const moveDocumentClocks = async (
  work: Work,
  document: StayDocument,
  before: StayDocument | null,
): Promise<{ deadlineIds: string[]; closedIds: string[] }> => {
  const { id, caseId, requestedOn } = document
  const entry = { kind: 'stay_document' as const, id }
  const deadlineIds: string[] = []
  if (textOf(document) !== textOf(before)) {
    const replaces = await listStartedBy(work, caseId, id)
    const trigger = documentTrigger(document)
    const clocks =
      trigger === null
        ? null
        : await startClocks(work, { caseId, trigger, letter: null, replaces, cause: entry })
    if (clocks === null || clocks.deadlineIds.length === 0)
      await takeBackClocks(work, { caseId, deadlineIds: replaces, by: entry })
    else deadlineIds.push(...clocks.deadlineIds)
  }
  const closedIds = await settle(work, document)
  if (requestedOn !== null) closedIds.push(...(await closeRequested(work, document, requestedOn)))
  return { deadlineIds: deadlineIds.filter((one) => !closedIds.includes(one)), closedIds }
}

/** Each card stops the clock of the one before it, whichever of them was written down first. */
const settle = async (work: Work, { caseId, kind }: StayDocument): Promise<string[]> => {
  const ofKind = (await listDocuments(work, caseId)).filter((one) => one.kind === kind)
  const closedIds: string[] = []
  for (const { id, issuedOn } of [...ofKind].reverse()) {
    if (issuedOn === null) continue
    const before = new Set(
      ofKind.filter((one) => one.issuedOn !== null && one.issuedOn < issuedOn).map((one) => one.id),
    )
    closedIds.push(
      ...(await closeByAct(work, {
        caseId,
        act: 'card_renewed',
        on: issuedOn,
        entry: { kind: 'stay_document', id },
        concerns: ({ causeRef }) => causeRef !== null && before.has(causeRef),
      })),
    )
  }
  return closedIds
}

const closeRequested = (work: Work, { id, caseId }: StayDocument, on: Day): Promise<string[]> =>
  closeByAct(work, {
    caseId,
    act: 'renewal_requested',
    on,
    entry: { kind: 'stay_document', id },
    concerns: ({ causeRef }) => causeRef === id,
  })
