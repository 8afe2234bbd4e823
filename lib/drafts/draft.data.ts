import 'server-only'
import type * as z from 'zod'
import { NotFound, NotSignedIn } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { type draftSchema, type listDraftsSchema, MAX_DRAFTS, type placeSchema } from './draft.schema'

const checkOwner = (work: Work, as: string): void => {
  if (as !== work.actor.id) throw new NotSignedIn()
}

/**
 * Keeps the encrypted bytes of one draft and answers with the revision that lies there now. An older revision that comes late
 * changes nothing, so the sender sees that it is behind.
 */
export const keepDraft = async (work: Work, input: z.output<typeof draftSchema>) => {
  const { as, slot, tab, iv, cipher, revision } = input
  checkOwner(work, as)
  const own = { staffId: work.actor.id, slot, tab }
  const place = { staffId_slot_tab: own }
  const there = await work.tx.draft.findUnique({ where: place, select: { revision: true } })
  if (there === null) {
    if ((await work.tx.draft.count({ where: { staffId: work.actor.id } })) >= MAX_DRAFTS) throw new NotFound()
    // Two uploads of a new draft at once: the first stays, the second changes it below.
    await work.tx.draft.createMany({ data: [{ ...own, iv, cipher, revision }], skipDuplicates: true })
  }
  await work.tx.draft.updateMany({
    where: { ...own, revision: { lt: revision } },
    data: { iv, cipher, revision, updatedAt: work.now },
  })
  const now = await work.tx.draft.findUniqueOrThrow({ where: place, select: { revision: true } })
  return { revision: Number(now.revision) }
}

/** One's own encrypted drafts: of one form, or all. */
export const listDrafts = async (work: Work, { as, slot }: z.output<typeof listDraftsSchema>) => {
  checkOwner(work, as)
  const rows = await work.tx.draft.findMany({
    where: { staffId: work.actor.id, ...(slot === null ? {} : { slot }) },
    select: { slot: true, tab: true, iv: true, cipher: true, revision: true },
    orderBy: { updatedAt: 'desc' },
  })
  return {
    drafts: rows.map(({ iv, cipher, revision, ...place }) => ({
      ...place,
      iv: Buffer.from(iv).toString('base64'),
      cipher: Buffer.from(cipher).toString('base64'),
      revision: Number(revision),
    })),
  }
}

export const removeDraft = async (work: Work, { as, slot, tab, only }: z.output<typeof placeSchema>) => {
  checkOwner(work, as)
  const { count } = await work.tx.draft.deleteMany({
    where: { staffId: work.actor.id, slot, tab, ...(only === null ? {} : { iv: only }) },
  })
  return { removed: count }
}
