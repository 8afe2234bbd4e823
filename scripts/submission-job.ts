// Places what is in the custody of the server and was not placed as it arrived, and clears what is long over.
import { withJobWork } from '@/lib/db/work'
import { findTokens, tidySubmissions } from '@/lib/submissions/job.data'
import { placeBy } from '@/lib/submissions/place.data'

/** @returns how many texts were judged */
export const runSubmissionJob = async (): Promise<number> => {
  let judged = 0
  for (const token of await withJobWork('submissions', findTokens)) judged += await placeBy(token)
  await withJobWork('submissions', tidySubmissions)
  return judged
}
