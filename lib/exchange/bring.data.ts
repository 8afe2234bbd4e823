import 'server-only'
import * as z from 'zod'
import { answerEdition, findEdition, lastEdition, writeEdition } from '@/lib/configuration/edition.data'
import { type Edition, inverseOf } from '@/lib/configuration/edition.rules'
import type { Work } from '@/lib/db/work'
import { getField, insertEdition, insertField, lockFields } from '@/lib/fields/field.data'
import { dependants } from '@/lib/fields/field.rules'
import { editionBefore } from '@/lib/fields/field.view'
import { insertPartner, setRetired } from '@/lib/partners/partner.data'
import { emptyPartner } from '@/lib/partners/partner.view'
import { newId } from '@/lib/shared/ids'
import { no, ok, type Result } from '@/lib/shared/result'
import type { Comparison } from './found'
import { lockFile } from './known.data'

/** What an edition of a file says: which other editions were made by it, in their order. */
const made = z.object({
  editions: z.array(z.uuid()),
  fields: z.array(z.object({ id: z.uuid(), edition: z.int() })),
  /** Missing in what was brought in before partners were in files. */
  partners: z.array(z.uuid()).default([]),
})
export type Made = z.output<typeof made>
export const readMade = (edition: Pick<Edition, 'after'>): Made | null =>
  edition.after === null ? null : made.parse(edition.after)

/** Writes everything that a file changes, as the pages would, and one edition that names it all. */
export const bringFile = async (
  work: Work,
  { steps }: Pick<Comparison, 'steps'>,
  reason: string,
): Promise<{ id: string; state: Edition['state'] }> => {
  const said: Made = { editions: [], fields: [], partners: [] }
  for (const step of steps) {
    if (step.of === 'edition') {
      const { id } = await writeEdition(work, { ...step, reason })
      said.editions.push(id)
      continue
    }
    if (step.of === 'partner') {
      said.partners.push(await insertPartner(work, { ...emptyPartner(), ...step.wanted }))
      continue
    }
    const next = { ...step.next, because: reason }
    if (step.field === null) await insertEdition(work, step.id, step.edition, next)
    else await insertField(work, step.field, next, step.id)
    said.fields.push({ id: step.id, edition: step.edition })
  }
  return writeEdition(work, { subject: 'file', item: newId(work.now.getTime()), after: said, reason })
}

/**
 * Takes back everything that came with a file, the last of it first: all of it, or nothing when something was changed since. What was
 * there before is as it was; what the file made is out of use, as by each undo.
 */
export const undoFile = async (work: Work, edition: Edition): Promise<Result<null>> => {
  const all = readMade(edition)
  if (all === null) return no('nothingToUndo')
  await lockFile(work)
  await lockFields(work)
  // Retired, as nothing of them is deleted; one that was changed since stays.
  for (const partnerId of all.partners)
    if (!(await setRetired(work, { partnerId, version: 1, isRetired: true }))) return no('changedSince')
  for (const { id, edition: published } of all.fields.toReversed()) {
    const { field, fields } = await getField(work, id)
    if (field.now.edition !== published) return no('changedSince')
    const because = edition.reason
    const before = editionBefore(field)
    const isGone = before === null || before.state === 'retired'
    if (isGone && dependants(fields, id).length > 0) return no('fieldNeeded')
    const next = before ?? { ...field.now, state: 'retired' as const, undoes: null }
    await insertEdition(work, id, published + 1, { ...next, because })
  }
  for (const id of all.editions.toReversed()) {
    const one = await findEdition(work, id)
    if (one === null) throw new Error('a file names an edition that is not there')
    if (one.state === 'refused' || one.state === 'withdrawn') continue
    if ((await lastEdition(work, one.subject, one.item)) !== id) return no('changedSince')
    if (one.state === 'asked') {
      if ((await answerEdition(work, id, 'withdrawn')) !== 'ok') return no('changedSince')
      continue
    }
    await writeEdition(work, {
      subject: one.subject,
      item: one.item,
      after: z.json().parse(inverseOf(one)) ?? null,
      reason: '',
      undoes: id,
    })
  }
  return ok(null)
}
