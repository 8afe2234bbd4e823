import 'server-only'
import { type Address, readFile } from '@/lib/cases/file-page.data'
import type { Work } from '@/lib/db/work'
import { listReferralsWithShares } from '@/lib/summaries/referral-page.data'
import { listClosings } from './closing.data'
import { listOpenThings } from './open-thing.data'

/** The file at an address with what is open in it and every time it was closed or opened again. */
export const readClosingPage = (work: Work, address: Address) =>
  readFile(work, address, async (caseHeader) => ({
    open: await listOpenThings(work, caseHeader),
    closings: await listClosings(work, caseHeader.id),
    /** Links that open now, and no more once the file is closed. */
    links: (await listReferralsWithShares(work, caseHeader)).current.flatMap(({ shares }) =>
      shares.filter(({ state }) => state === 'open'),
    ).length,
  }))
