import 'server-only'
import { scopeVisits } from '@/lib/access/scope'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'
import { encryptText, groupNoteAt, observationTextAt, openText } from './encrypted-text.data'
import type { GroupEdit, ObservationEdit } from './visit.schema'

/** An observation as it stands, held until the end of the transaction. Throws NotFound when out of reach. */
export const holdObservation = async (work: Work, id: string) => {
  await work.tx.$queryRaw`SELECT id FROM visit_observation WHERE id = ${id}::uuid FOR UPDATE`
  const row = await work.tx.visitObservation.findFirst({
    where: { id, visit: scopeVisits(work.actor, 'visit:record') },
    select: { id: true, visitId: true, version: true, textCipher: true },
  })
  if (row === null) throw new NotFound()
  return {
    ...row,
    text: await openText(work, observationTextAt(row.visitId, id, row.version), row.textCipher),
  }
}

export const updateObservation = async (
  work: Work,
  row: Awaited<ReturnType<typeof holdObservation>>,
  edit: ObservationEdit,
): Promise<void> => {
  const { id, visitId, version } = row
  await work.tx.visitRevision.createMany({
    data: {
      id: newId(work.now.getTime()),
      visitId,
      observationId: id,
      version,
      textCipher: Uint8Array.from(row.textCipher),
      replacedBy: work.actor.id,
    },
  })
  const textCipher = await encryptText(work, observationTextAt(visitId, id, version + 1), edit.text)
  if (textCipher === null) throw new Error('an observation without words')
  await work.tx.visitObservation.updateMany({
    where: { id },
    data: { textCipher, version: { increment: 1 } },
  })
}

/** People without a name as they were written down, held until the end of the transaction. */
export const holdGroup = async (work: Work, id: string) => {
  await work.tx.$queryRaw`SELECT id FROM visit_group WHERE id = ${id}::uuid FOR UPDATE`
  const row = await work.tx.visitGroup.findFirst({
    where: { id, visit: scopeVisits(work.actor, 'visit:record') },
    select: { id: true, visitId: true, version: true, people: true, country: true, noteCipher: true },
  })
  if (row === null) throw new NotFound()
  return { ...row, note: await openText(work, groupNoteAt(row.visitId, id, row.version), row.noteCipher) }
}

export const updateGroup = async (
  work: Work,
  row: Awaited<ReturnType<typeof holdGroup>>,
  edit: GroupEdit,
): Promise<void> => {
  const { id, visitId, version, people, country } = row
  await work.tx.visitRevision.createMany({
    data: {
      id: newId(work.now.getTime()),
      visitId,
      groupId: id,
      version,
      people,
      country,
      textCipher: row.noteCipher === null ? null : Uint8Array.from(row.noteCipher),
      replacedBy: work.actor.id,
    },
  })
  await work.tx.visitGroup.updateMany({
    where: { id },
    data: {
      people: Number(edit.people),
      country: edit.country === '' ? null : edit.country,
      noteCipher: await encryptText(work, groupNoteAt(visitId, id, version + 1), edit.note),
      version: { increment: 1 },
    },
  })
}
