import 'server-only'
import { listReaders } from '@/lib/cases/reader.data'
import { listShownPeople, type ShownName } from '@/lib/cases/shown-people.data'
import { NotFound } from '@/lib/db/errors'
import { placeInFile } from '@/lib/db/field-crypto'
import type { Work } from '@/lib/db/work'
import { textsOf } from '@/lib/drafts/draft-texts.rules'
import { entryContentAt } from './set-aside.data'

const wordsAt = (caseId: string, id: string) =>
  placeInFile(caseId, { table: 'waiting_entry', row: id, column: 'words' })

const MOST = 200

const toValues = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // A damaged text is a sentence that says so.
    return { text }
  }
}

/** What waits for the actor's judgement, oldest first: row-level security shows what they may judge, and what they wrote themselves. */
export const listWaiting = async (work: Work, isDiscreet: boolean) => {
  const rows = await work.tx.waitingEntry.findMany({
    where: { settledAt: null, ...judgedBy(work) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: {
      id: true,
      caseId: true,
      form: true,
      reason: true,
      content: true,
      writtenAt: true,
      version: true,
      givenTo: true,
      author: { select: { id: true, name: true } },
      given: { select: { name: true } },
      file: { select: { id: true, code: true, closedOn: true } },
    },
  })
  const caseIds = [...new Set(rows.map(({ caseId }) => caseId))]
  await work.fieldCrypto.gather('file', caseIds)
  const people = new Map<string, readonly ShownName[]>(await listShownPeople(work, caseIds, isDiscreet))
  const waiting = []
  for (const { content, ...row } of rows) {
    const text = await work.fieldCrypto.open(entryContentAt(row.caseId, row.id), content)
    waiting.push({
      ...row,
      texts: textsOf(toValues(text)),
      people: people.get(row.caseId) ?? [],
      colleagues: (await listReaders(work, row.caseId))
        .filter(({ works, staffId }) => works && staffId !== work.actor.id)
        .map(({ staffId, name }) => ({ value: staffId, label: name })),
    })
  }
  return waiting
}
export type WaitingLine = Awaited<ReturnType<typeof listWaiting>>[number]

/** Of what the actor sees, what they may judge: what they wrote is judged by others, unless they lead. */
const judgedBy = (work: Work) => ({
  OR: [
    { file: { secrecy: 'open', teamId: { in: [...work.actor.leads] } } },
    { file: { secrecy: { not: 'open' } } },
    { givenTo: work.actor.id },
  ],
})

/** An entry that waits, opened. Throws NotFound when it is settled, or not the actor's to judge. */
export const getEntry = async (work: Work, id: string) => {
  const row = await work.tx.waitingEntry.findFirst({
    where: { id, settledAt: null, ...judgedBy(work) },
    select: {
      id: true,
      caseId: true,
      form: true,
      content: true,
      writtenAt: true,
      version: true,
      author: { select: { id: true, name: true } },
    },
  })
  if (row === null) throw new NotFound()
  const { content, ...entry } = row
  return {
    ...entry,
    input: toValues(await work.fieldCrypto.openWhole(entryContentAt(row.caseId, id), content)),
  }
}

type Which = { readonly id: string; readonly caseId: string; readonly version: number }

/** @returns false when a colleague settled or gave it meanwhile */
export const settle = async (
  work: Work,
  { id, caseId, version }: Which,
  said: { readonly how: 'placed' } | { readonly how: 'refused'; readonly words: string },
): Promise<boolean> => {
  const wordsCipher =
    said.how === 'refused' ? await work.fieldCrypto.encrypt(wordsAt(caseId, id), said.words) : null
  const { count } = await work.tx.waitingEntry.updateMany({
    where: { id, version, settledAt: null },
    data: { how: said.how, wordsCipher, settledBy: work.actor.id, settledAt: work.now, version: version + 1 },
  })
  return count === 1
}

export const give = async (work: Work, { id, version }: Which, toStaffId: string): Promise<boolean> => {
  const { count } = await work.tx.waitingEntry.updateMany({
    where: { id, version, settledAt: null },
    data: { givenTo: toStaffId, version: version + 1 },
  })
  return count === 1
}

const OWN_DAYS = 30

/** What the actor wrote and what waits or was judged lately: when and how, and not about whom. */
export const listOwnEntries = (work: Work) =>
  work.tx.waitingEntry.findMany({
    where: {
      authorId: work.actor.id,
      OR: [{ settledAt: null }, { settledAt: { gt: new Date(work.now.getTime() - OWN_DAYS * 86_400_000) } }],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST,
    select: { id: true, form: true, writtenAt: true, reason: true, how: true },
  })
export type OwnEntry = Awaited<ReturnType<typeof listOwnEntries>>[number]
