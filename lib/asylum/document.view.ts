import type { Deadline } from '@/lib/deadlines/deadline.data'
import type { StayDocument } from './document.data'
import { clocksOf } from './event.view'

/** The documents of a file, each with the clocks that it moved. */
export const toDocumentsShown = (documents: readonly StayDocument[], deadlines: readonly Deadline[]) =>
  documents.map((document) => ({ document, ...clocksOf(new Set([document.id]), deadlines) }))
export type DocumentShown = ReturnType<typeof toDocumentsShown>[number]
