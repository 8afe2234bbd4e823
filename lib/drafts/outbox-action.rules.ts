import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

// A file of its own: what sends needs no list of what may be sent, and is on every page.

/** What forms may hand over to be sent later; the registry of the handlers (components/layout) must know each. */
export const OUTBOX_ACTIONS = /* #__PURE__ */ vocabulary('drafts.outbox-actions', [
  'recordVisit',
  'writeNote',
  'editNote',
  'openFile',
  'addClaim',
  'joinFile',
  'answerSignal',
  'assignFile',
  'editNextStep',
  'addTask',
  'editTask',
  'writeComment',
  'editEncounter',
  'editAccount',
  'editObservation',
  'editGroup',
])
export type OutboxAction = CodeOf<typeof OUTBOX_ACTIONS>
