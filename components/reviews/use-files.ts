'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReviewFile } from '@/lib/reviews/review.schema'

/** So many files lie ready behind the one on the screen; asked for again when fewer than half are left. */
const AHEAD = 5

const fetchFiles = async (reviewId: string, ids: readonly string[]): Promise<ReviewFile[]> => {
  const query = new URLSearchParams({ review: reviewId, files: ids.join(',') })
  const response = await fetch(`/cases/review/files?${query}`, { cache: 'no-store', redirect: 'error' })
  if (!response.ok) throw new Error('no files')
  const { reviewFilesSchema } = await import('@/lib/reviews/review.schema')
  return reviewFilesSchema.parse(await response.json())
}

/** In memory of this page only. `gone`: asked for, and not within reach any more. */
export type FileState = ReviewFile | 'loading' | 'gone' | 'failed'

/**
 * The files of a review, the next ones before they are needed.
 * @param first what the page brought along, with or without names (`isDiscreet`)
 * @param coming the file on the screen and what follows it
 */
export const useFiles = (
  reviewId: string,
  { files: first, isDiscreet }: { readonly files: readonly ReviewFile[]; readonly isDiscreet: boolean },
  coming: readonly string[],
) => {
  const [files, setFiles] = useState<ReadonlyMap<string, FileState>>(
    () => new Map(first.map((file) => [file.caseId, file])),
  )
  const asked = useRef(new Set(first.map(({ caseId }) => caseId)))
  // The switch was turned: what lies ready is asked for anew, with names or without.
  const brought = useRef(isDiscreet)
  useEffect(() => {
    if (brought.current === isDiscreet) return
    brought.current = isDiscreet
    asked.current = new Set(first.map(({ caseId }) => caseId))
    setFiles(new Map(first.map((file) => [file.caseId, file])))
  }, [isDiscreet, first])

  const load = useCallback(
    async (ids: readonly string[]): Promise<void> => {
      for (const id of ids) asked.current.add(id)
      const put = (stateOf: (id: string) => FileState) =>
        setFiles((before) => new Map([...before, ...ids.map((id) => [id, stateOf(id)] as const)]))
      try {
        const found = new Map((await fetchFiles(reviewId, ids)).map((file) => [file.caseId, file]))
        put((id) => found.get(id) ?? 'gone')
      } catch {
        for (const id of ids) asked.current.delete(id)
        put(() => 'failed')
      }
    },
    [reviewId],
  )

  const wanted = coming.slice(0, AHEAD + 1).filter((id) => !asked.current.has(id))
  const isDue = wanted.length > AHEAD / 2 || (coming[0] !== undefined && wanted.includes(coming[0]))
  const isTheEnd = coming.length <= AHEAD + 1 && wanted.length > 0
  const due = isDue || isTheEnd ? wanted.join(',') : ''
  useEffect(() => {
    if (due !== '') void load(due.split(','))
  }, [due, load])

  return { stateOf: (id: string): FileState => files.get(id) ?? 'loading', load }
}
