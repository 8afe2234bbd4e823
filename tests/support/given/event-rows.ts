import type { AsylumEvent } from '@/lib/asylum/event.rules'
import type { DetentionEvent } from '@/lib/detention/event.rules'

/** An event of asylum as the rules read it, on a way of its own, with nothing said of it but what is changed. */
export const asylumEvent = (id: string, change: Partial<AsylumEvent>): AsylumEvent => ({
  id,
  applicationId: 'way',
  kind: 'made',
  outcome: null,
  form: null,
  ground: null,
  country: null,
  suspensive: null,
  on: null,
  notifiedOn: null,
  notification: null,
  letter: null,
  facts: [],
  concerns: null,
  replaces: null,
  standsOn: '2026-01-01',
  ...change,
})

/** What a row of detention says beside its kind and day, where nothing was asked. */
export const UNTOLD: Omit<DetentionEvent, 'id' | 'kind' | 'on'> = {
  at: null,
  replaces: null,
  withdrawnBecause: null,
  sameAs: null,
  orderKind: null,
  ground: null,
  printedEnd: null,
  byMinister: false,
  publicOrder: false,
  court: null,
  petitionOutcome: null,
  removalKind: null,
  removalOutcome: null,
  destination: null,
  escort: null,
  isolationGround: null,
  channel: null,
  endReason: null,
  phase: null,
  heardOn: null,
  servedOn: null,
  force: null,
  injuries: null,
  isolationRegime: null,
  doctorDaily: null,
  toldTo: [],
}
