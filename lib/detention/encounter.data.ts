import 'server-only'
import type { Prisma } from '@/lib/db/generated/client'
import { insertRows, type NewRow } from '@/lib/db/insert-rows'
import type { Work } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'
import { insertAccount } from './account.data'
import { type Conversation, insertFiner, type OnVisit, toItems, toSignalRow } from './conversation.data'
import { toConversationKey } from './conversation.rules'
import { encounterNoteAt, encryptText, groupNoteAt, observationTextAt } from './encrypted-text.data'
import type { VisitInput } from './visit.schema'

type CurrentItem = { readonly id: string; readonly key: string | null; readonly position: number }

/** The conversations of this visit that are there already, as far as the actor's files go. */
const listCurrent = async (work: Work, visitId: string): Promise<CurrentItem[]> => {
  const rows = await work.tx.encounter.findMany({
    where: { visitId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      caseId: true,
      personId: true,
      mode: true,
      isAgain: true,
      metAt: true,
      position: true,
    },
  })
  return rows.map(({ id, position, ...row }) => ({ id, position, key: toConversationKey(row) }))
}

/**
 * Writes the conversations of a visit in the order in which they were sent. What a colleague has written of the same
 * conversation stays as it is, and the new account is put beside it.
 */
export const insertConversations = async (
  work: Work,
  visit: OnVisit,
  conversations: readonly Conversation[],
): Promise<void> => {
  // A visit that begins with this writing has none yet.
  const current = visit.isJoined ? await listCurrent(work, visit.id) : []
  const byKey = new Map(current.flatMap(({ id, key }) => (key === null ? [] : [[key, id] as const])))
  const first = Math.max(0, ...current.map(({ position }) => position)) + 1
  const rows: NewRows = { encounters: [], items: [], finer: [], signals: [] }
  const further: { encounterId: string; conversation: Conversation }[] = []
  await work.fieldCrypto.gather(
    'file',
    conversations.map(({ caseId }) => caseId),
  )
  for (const conversation of conversations) {
    const { caseId, personId, encounter } = conversation
    const key = toConversationKey({ caseId, personId, mode: visit.mode, ...encounter })
    const encounterId = key === null ? undefined : byKey.get(key)
    if (encounterId !== undefined) further.push({ encounterId, conversation })
    else {
      const id = await collect(work, visit, conversation, first + rows.encounters.length, rows)
      if (key !== null) byKey.set(key, id)
    }
  }
  await insertRows(work, 'encounter', rows.encounters)
  await insertRows(work, 'encounter_item', rows.items)
  await insertFiner(work, rows.finer)
  // An empty one sends nothing and is planned all the same: Prisma keeps no plan of a createMany.
  if (rows.signals.length > 0) await work.tx.signal.createMany({ data: rows.signals })
  for (const { encounterId, conversation } of further) await insertAccount(work, encounterId, conversation)
}

type NewRows = {
  readonly encounters: NewRow<'encounter'>[]
  readonly items: NewRow<'encounter_item'>[]
  readonly finer: Parameters<typeof insertFiner>[1][number][]
  readonly signals: Prisma.SignalCreateManyInput[]
}

/** Adds the rows of one conversation; their texts are encrypted with the key of the file. @returns its id */
const collect = async (
  work: Work,
  visit: OnVisit,
  { caseId, personId, encounter }: Conversation,
  position: number,
  rows: NewRows,
): Promise<string> => {
  const id = newId(work.now.getTime())
  rows.encounters.push({
    id,
    visit_id: visit.id,
    case_id: caseId,
    person_id: personId,
    place_id: visit.placeId,
    met_on: visit.onDate,
    position,
    outcome: encounter.outcome,
    mode: visit.mode,
    is_again: encounter.isAgain,
    met_at: encounter.metAt,
    language: encounter.language === '' ? null : encounter.language,
    interpreter: encounter.interpreter === '' ? null : encounter.interpreter,
    note_cipher: await encryptText(work, encounterNoteAt(caseId, id, 1), encounter.note),
    author_id: work.actor.id,
  })
  rows.finer.push({ encounterId: id, caseId, chips: encounter })
  rows.items.push(...toItems(encounter).map((item) => ({ encounter_id: id, case_id: caseId, ...item })))
  for (const signal of encounter.signals)
    rows.signals.push(await toSignalRow(work, { encounterId: id, caseId }, signal))
  return id
}

/** What belongs to no one’s file: people without a name, and what was seen of the centre. Encrypted with the key of the visit. */
export const insertSurroundings = async (
  work: Work,
  visitId: string,
  { groups, observations }: Pick<VisitInput, 'groups' | 'observations'>,
): Promise<void> => {
  const authorId = work.actor.id
  for (const { people, country, note } of groups) {
    const id = newId(work.now.getTime())
    const noteCipher = await encryptText(work, groupNoteAt(visitId, id, 1), note)
    await work.tx.visitGroup.createMany({
      data: {
        id,
        visitId,
        authorId,
        people: Number(people),
        country: country === '' ? null : country,
        noteCipher,
      },
    })
  }
  for (const { theme, text } of observations) {
    const id = newId(work.now.getTime())
    const textCipher = await encryptText(work, observationTextAt(visitId, id, 1), text)
    if (textCipher !== null)
      await work.tx.visitObservation.createMany({ data: { id, visitId, authorId, theme, textCipher } })
  }
}
