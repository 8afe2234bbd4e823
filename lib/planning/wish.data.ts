import 'server-only'
import type { Work } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'

type Wish = { readonly caseId: string; readonly personId: string; readonly wanted: boolean }

/** Notes that a person is to be seen next time, or takes the note back; saying the same twice changes nothing. */
export const setWishFor = async (work: Work, { caseId, personId, wanted }: Wish): Promise<void> => {
  const current = { caseId, personId, withdrawnAt: null }
  if (!wanted) {
    await work.tx.visitWish.updateMany({ where: current, data: { withdrawnAt: work.now } })
    return
  }
  // An older one may have been fulfilled by a visit since, so the newest day counts.
  await work.tx.visitWish.createMany({
    data: [{ id: newId(work.now.getTime()), caseId, personId, authorId: work.actor.id, createdAt: work.now }],
  })
}
