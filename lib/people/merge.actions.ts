'use server'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { getComparison, listSides } from './compare.data'
import { mergePeople, undoMerge } from './merge.data'
import { conflict, mergeSchema, pairSchema, undoSchema } from './merge.schema'
import { insertOthers, liftNotSame } from './not-same.data'

/** Two rows of one person become one: names, claims, files and everything else, in one transaction. */
export const mergeTwo = defineAction({
  name: 'mergeTwo',
  permission: 'case:edit',
  schema: mergeSchema,
  value: z.object({ mergeId: z.uuid() }),
  audit: ({ oneId, otherId, keepId, because }, { mergeId }) => ({
    event: 'people.merged',
    mergeId,
    keptId: keepId,
    absorbedId: keepId === oneId ? otherId : oneId,
    because,
  }),
  run: async (work, { oneId, otherId, keepId, seen, ...chosen }) => {
    const now = await getComparison(work, oneId, otherId)
    if (now.seen !== seen) return no('mergeChanged')
    const absorbId = keepId === oneId ? otherId : oneId
    const merged = await mergePeople(work, { ...chosen, keepId, absorbId })
    if (!merged.ok) return merged
    for (const { id: caseId } of [...now.one.files, ...now.other.files])
      await work.audit({ event: 'person.merged', caseId, personId: keepId, mergeId: merged.value })
    return ok({ mergeId: merged.value })
  },
})

/** For thirty days what was brought together is two people again; what cannot be parted is told. */
export const takeMergeBack = defineAction({
  name: 'takeMergeBack',
  permission: 'case:edit',
  schema: undoSchema,
  value: z.object({ mergeId: z.uuid(), conflicts: z.array(conflict) }),
  audit: ({ mergeId }, { conflicts }) => ({
    event: 'people.parted',
    mergeId,
    conflicts: conflicts.map(({ what }) => what),
  }),
  run: async (work, { mergeId }) => {
    const undone = await undoMerge(work, mergeId)
    if (!undone.ok) return undone
    const { keptId, absorbedId, conflicts } = undone.value
    const sides = await listSides(work, [keptId, absorbedId])
    for (const { personId, files } of sides.values())
      for (const { id: caseId } of files)
        await work.audit({ event: 'person.parted', caseId, personId, mergeId })
    return ok({ mergeId, conflicts })
  },
})

/** Two who look like one are two: no one is asked about them again. */
export const sayNotSame = defineAction({
  name: 'sayNotSame',
  permission: 'case:edit',
  schema: pairSchema,
  value: z.object({ oneId: z.uuid() }),
  audit: ({ oneId, otherId }) => ({ event: 'people.toldApart', oneId, otherId }),
  run: async (work, { oneId, otherId }) => {
    const sides = await listSides(work, [oneId, otherId])
    if (sides.size !== 2) throw new NotFound()
    await insertOthers(work, oneId, [otherId])
    return ok({ oneId })
  },
})

/** That they are two was a mistake: the pair is asked about again. */
export const askAgain = defineAction({
  name: 'askAgain',
  permission: 'case:edit',
  schema: pairSchema,
  value: z.object({ oneId: z.uuid() }),
  audit: ({ oneId, otherId }) => ({ event: 'people.askedAgain', oneId, otherId }),
  run: async (work, { oneId, otherId }) => {
    const sides = await listSides(work, [oneId, otherId])
    if (sides.size !== 2 || !(await liftNotSame(work, oneId, otherId))) throw new NotFound()
    return ok({ oneId })
  },
})
