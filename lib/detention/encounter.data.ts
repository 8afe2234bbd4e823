import 'server-only'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { toDate } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import type { EncounterInput } from './visit.schema'

export type Conversation = {
  readonly caseId: string
  readonly personId: string
  readonly encounter: EncounterInput
}
export type OnVisit = { readonly id: string; readonly placeId: string; readonly onDate: string }

/** Seals a text of the visit or of a file; an empty text is no text. The row and the revision are part of the seal. */
const seal = async (
  work: Work,
  place: {
    readonly holder: { readonly kind: 'file' | 'visit'; readonly id: string }
    readonly table: string
    readonly row: string
    readonly column: string
  },
  text: string,
): Promise<Uint8Array<ArrayBuffer> | null> =>
  text.trim() === '' ? null : work.vault.seal({ ...place, revision: 1 }, text.trim())

/** Writes the conversations of a visit in the order in which they were sent. Their texts are sealed with the key of the file. */
export const insertEncounters = async (
  work: Work,
  visit: OnVisit,
  conversations: readonly Conversation[],
): Promise<void> => {
  const encounters: Prisma.EncounterCreateManyInput[] = []
  const items: Prisma.EncounterItemCreateManyInput[] = []
  const signals: Prisma.SignalCreateManyInput[] = []
  for (const [index, { caseId, personId, encounter }] of conversations.entries()) {
    const id = newId()
    const holder = { kind: 'file' as const, id: caseId }
    encounters.push({
      id,
      visitId: visit.id,
      caseId,
      personId,
      placeId: visit.placeId,
      metOn: toDate(visit.onDate),
      position: index + 1,
      outcome: encounter.outcome,
      noteCipher: await seal(work, { holder, table: 'encounter', row: id, column: 'note' }, encounter.note),
      authorId: work.actor.id,
    })
    const add = (kind: string, codes: readonly string[]) =>
      items.push(...codes.map((code) => ({ encounterId: id, caseId, kind, code })))
    add('topic', encounter.topics)
    add('action', encounter.actions)
    add('request', encounter.requests)
    for (const { code, severity, note } of encounter.signals) {
      const row = newId()
      const noteCipher = await seal(work, { holder, table: 'signal', row, column: 'note' }, note)
      signals.push({ id: row, encounterId: id, caseId, code, severity, noteCipher, raisedBy: work.actor.id })
    }
  }
  await work.tx.encounter.createMany({ data: encounters })
  await work.tx.encounterItem.createMany({ data: items })
  await work.tx.signal.createMany({ data: signals })
}

/** What belongs to nobody's file: people without a name, and what was seen of the centre. Sealed with the key of the visit. */
export const insertSurroundings = async (
  work: Work,
  visitId: string,
  groups: readonly { readonly people: string; readonly country: string; readonly note: string }[],
  observations: readonly { readonly theme: string; readonly text: string }[],
): Promise<void> => {
  const holder = { kind: 'visit' as const, id: visitId }
  for (const { people, country, note } of groups) {
    const id = newId()
    const noteCipher = await seal(work, { holder, table: 'visit_group', row: id, column: 'note' }, note)
    await work.tx.visitGroup.createMany({
      data: [{ id, visitId, people: Number(people), country: country === '' ? null : country, noteCipher }],
    })
  }
  for (const { theme, text } of observations) {
    const id = newId()
    const textCipher = await seal(work, { holder, table: 'visit_observation', row: id, column: 'text' }, text)
    if (textCipher !== null)
      await work.tx.visitObservation.createMany({ data: [{ id, visitId, theme, textCipher }] })
  }
}
