import 'server-only'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import { listWords } from '@/lib/cases/word.data'
import type { Work } from '@/lib/db/work'
import { currentOf } from '@/lib/registers/register.rules'
import { NEED_LIST } from './need.rules'
import { needs } from './register.data'

/** The special needs of a file that last; nothing is asked of a file that has none. */
export const readCurrentNeeds = async (work: Work, { id, kept }: Pick<CaseHeader, 'id' | 'kept'>) => {
  if (!kept.has('special_need')) return { needs: [], words: [] }
  return {
    needs: currentOf(await needs.list(work, id))
      .map(({ row }) => row)
      .filter(({ endedOn }) => endedOn === null),
    words: await listWords(work, [NEED_LIST]),
  }
}
export type CurrentNeeds = Awaited<ReturnType<typeof readCurrentNeeds>>
