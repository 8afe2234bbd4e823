import type { EpisodeEvent } from '@/lib/detention/event.data'
import type { RecordEventInput } from '@/lib/detention/event.schema'
import type { EventKind } from '@/lib/detention/vocabulary.rules'
import { WHEN_BASES } from '@/lib/shared/when/when.rules'

/** An empty form for an episode, or the one that corrects a row: its own words, its day as it was typed. */
export const toEventFields = (
  caseId: string,
  episodeId: string,
  event: EpisodeEvent | null,
  asked: EventKind = 'ordered',
): RecordEventInput => ({
  caseId,
  episodeId,
  replaces: event?.id ?? '',
  // The form begins with what was asked for; an order is what most people record first.
  kind: event?.kind ?? asked,
  on: event?.onText ?? event?.onWhen ?? '',
  basis: event === null || event.onBasis === null ? 'document' : WHEN_BASES.read(event.onBasis),
  at: event?.at ?? '',
  orderKind: event?.orderKind ?? '',
  ground: event?.ground ?? '',
  printedEnd: event?.printedEnd ?? '',
  extras: [
    ...(event?.byMinister ? (['byMinister'] as const) : []),
    ...(event?.publicOrder ? (['publicOrder'] as const) : []),
  ],
  court: event?.court ?? '',
  petitionOutcome: event?.petitionOutcome ?? '',
  removalKind: event?.removalKind ?? '',
  removalOutcome: event?.removalOutcome ?? '',
  destination: event?.destination ?? '',
  escort: event?.escort ?? '',
  isolationGround: event?.isolationGround ?? '',
  channel: event?.channel ?? '',
  endReason: event?.endReason ?? '',
  phase: event?.phase ?? '',
  heardOn: event?.heardOn ?? '',
  servedOn: event?.servedOn ?? '',
  carrier: event?.carrier ?? '',
  force: event?.force ?? '',
  injuries: event?.injuries ?? '',
  isolationRegime: event?.isolationRegime ?? '',
  doctorDaily: event?.doctorDaily ?? '',
  toldTo: [...(event?.toldTo ?? [])],
  text: event?.text ?? '',
})
