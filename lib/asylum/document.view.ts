import type { Deadline } from '@/lib/deadlines/deadline.data'
import { movedBy } from '@/lib/deadlines/shown-event.view'
import type { StayDocument } from './document.data'

/** The documents of a file, each with the clocks that it moved. */
export const toDocumentsShown = (documents: readonly StayDocument[], deadlines: readonly Deadline[]) =>
  documents.map((document) => ({ document, ...movedBy(new Set([document.id]), deadlines) }))
export type DocumentShown = ReturnType<typeof toDocumentsShown>[number]
