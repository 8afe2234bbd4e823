import { withStatsWork } from '@/lib/db/work'
import { answerRelease, askRelease } from '@/lib/statistics/request.actions'
import { getRequest } from '@/lib/statistics/request.data'
import { getReleasedFile } from '@/lib/statistics/statistic.data'
import { act } from './handlers'

/** What two admins do with a release: the first asks with this input, or with more of it said otherwise. */
export const openRequests = <I extends { readonly wanted: string }>(input: I, first: () => string) => {
  const ask = (token: string, more: Partial<I> = {}) => act(token, askRelease, { ...input, ...more })
  return {
    ask,
    asked: async (more: Partial<I> = {}): Promise<string> => {
      const answer = await ask(first(), more)
      if (!answer.ok) throw new Error(answer.code)
      return answer.value.requestId
    },
    answer: (token: string, requestId: string, said: 'approved' | 'declined', reason = '') =>
      act(token, answerRelease, { requestId, said, reason }),
    releaseOf: async (requestId: string): Promise<string> =>
      (await withStatsWork(first(), (work) => getRequest(work, requestId))).releaseId,
  }
}

export const fetchRelease = (token: string, release: string, format: 'zip' | 'csv' = 'zip') =>
  withStatsWork(token, (work) => getReleasedFile(work, { release, format }))
