import 'server-only'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'
import { no, ok, type Result } from '@/lib/shared/result'
import { holder } from './claim.data'
import { CONFLICTS, type Conflict, type MergeReason } from './merge.rules'
import { PERSON_FIELD_NAMES, PERSON_FIELDS, type PersonAnswers } from './person-field.rules'

export type Merging = PersonAnswers & {
  readonly keepId: string
  readonly absorbId: string
  /** Whose name as said is shown first. */
  readonly firstId: string
  readonly because: MergeReason
}

const said = (word: string): Result<never> => {
  if (word === 'notFound') throw new NotFound()
  if (word === 'over') return no('mergeOver')
  return no(word === 'later' ? 'laterMerge' : 'mergeNotNow')
}

/** Numbers and marks are encrypted with the key of the person they now stand with, so that this key alone opens and erases them. */
const encryptIdentifiersAgain = async (
  work: Work,
  mergeId: string,
  personIds: readonly string[],
): Promise<void> => {
  const rows = await work.tx.personIdentifier.findMany({
    where: { personId: { in: [...personIds] } },
    select: { id: true, personId: true, cipher: true },
  })
  const ciphers: Record<string, string> = {}
  for (const { id, personId, cipher } of rows) {
    if (await work.fieldCrypto.isOwn(holder(personId), cipher)) continue
    const at = { holder: holder(personId), table: 'person_identifier', row: id, column: 'text', revision: 1 }
    const opened = await work.fieldCrypto.read(at, cipher, (text) => text)
    // What is damaged stays as it is, so that it can still be mended.
    if (!opened.ok) continue
    const encrypted = await work.fieldCrypto.encrypt(at, opened.value)
    ciphers[id] = Buffer.from(encrypted).toString('base64')
  }
  if (Object.keys(ciphers).length > 0)
    await work.tx
      .$queryRaw`SELECT app.encrypt_moved_again(${mergeId}::uuid, ${JSON.stringify(ciphers)}::jsonb)::text`
}

const words = z.array(z.object({ said: z.string() })).length(1)

/** Everything of the one becomes the other's, by one function of the database, or nothing does. Throws NotFound. */
export const mergePeople = async (work: Work, merging: Merging): Promise<Result<string>> => {
  const { keepId, absorbId, firstId, because } = merging
  const mergeId = newId(work.now.getTime())
  const fields = JSON.stringify(
    Object.fromEntries(
      PERSON_FIELD_NAMES.codes.map((field) => [PERSON_FIELDS[field].column, merging[field]]),
    ),
  )
  const [answer] = words.parse(
    await work.tx
      .$queryRaw`SELECT app.merge_people(${mergeId}::uuid, ${keepId}::uuid, ${absorbId}::uuid, ${because},
                                                    ${fields}::jsonb, ${firstId}::uuid) AS said`,
  )
  if (answer?.said !== 'ok') return said(answer?.said ?? '')
  await encryptIdentifiersAgain(work, mergeId, [keepId])
  return ok(mergeId)
}

const conflicts = z.array(z.object({ what: storedCode(CONFLICTS), count: z.number() }))
const undone = z.array(z.object({ said: z.string(), conflicts: z.nullable(conflicts) })).length(1)

/** Takes a merge back; tells what stayed where it was. Throws NotFound. */
export const undoMerge = async (
  work: Work,
  mergeId: string,
): Promise<Result<{ keptId: string; absorbedId: string; conflicts: Conflict[] }>> => {
  const merge = await work.tx.personMerge.findUnique({
    where: { id: mergeId },
    select: { keptId: true, absorbedId: true },
  })
  if (merge === null) throw new NotFound()
  const [answer] = undone.parse(
    await work.tx.$queryRaw`SELECT said, conflicts FROM app.undo_merge(${mergeId}::uuid)`,
  )
  if (answer?.said !== 'ok') return said(answer?.said ?? '')
  await encryptIdentifiersAgain(work, mergeId, [merge.keptId, merge.absorbedId])
  return ok({ ...merge, conflicts: answer.conflicts ?? [] })
}

const followed = z.array(z.object({ kept: z.nullable(z.string()) })).length(1)

/** With whom a person is found since they were merged; null when they were not, or is out of reach. */
export const findKept = async (work: Work, personId: string): Promise<string | null> => {
  const [row] = followed.parse(await work.tx.$queryRaw`SELECT app.kept_as(${personId}::uuid)::text AS kept`)
  return row?.kept ?? null
}
