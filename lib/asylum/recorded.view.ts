import type { DocumentShown } from './document.view'
import type { EventShown } from './event.view'
import type { Reception } from './reception.data'

/** What was saved a moment ago, by the id that the address carries: the page says which clocks began or ended with it. */
export const toRecorded = (
  id: string | undefined,
  {
    events,
    documents,
    receptions,
  }: {
    readonly events: readonly EventShown[]
    readonly documents: readonly DocumentShown[]
    readonly receptions: readonly Reception[]
  },
) => {
  const shown = events.find(({ event }) => event.id === id)
  if (shown !== undefined) return { what: 'event' as const, ...shown }
  const paper = documents.find(({ document }) => document.id === id)
  if (paper !== undefined) return { what: 'document' as const, ...paper }
  const reception = receptions.find((one) => one.id === id)
  // No clock counts from a stay in reception.
  return reception === undefined ? null : { what: 'reception' as const, reception, started: [], closed: [] }
}
export type Recorded = NonNullable<ReturnType<typeof toRecorded>>
