import type { CodedField, EventKind } from './vocabulary.rules'

/** What may be told of an event beside its day and words. */
export type EventField =
  | CodedField
  | 'printedEnd'
  | 'extras'
  | 'destination'
  | 'heardOn'
  | 'servedOn'
  | 'carrier'
  | 'toldTo'

/** What a kind of event asks beside its day and words; what it must have comes first. */
type Asked = { readonly must: readonly EventField[]; readonly may: readonly EventField[] }
const NOTHING: Asked = { must: [], may: [] }
export const ASKED: Readonly<Record<EventKind, Asked>> = {
  ordered: { must: ['orderKind', 'ground'], may: ['phase', 'printedEnd', 'extras'] },
  suspended: NOTHING,
  resumed: NOTHING,
  petition_filed: { must: ['court'], may: ['heardOn'] },
  petition_decided: { must: ['court', 'petitionOutcome'], may: ['heardOn', 'servedOn'] },
  referral_seen: NOTHING,
  removal_planned: { must: ['removalKind'], may: ['destination', 'escort', 'carrier'] },
  removal_ended: {
    must: ['removalOutcome'],
    may: ['removalKind', 'destination', 'escort', 'carrier', 'force', 'injuries'],
  },
  isolation_began: { must: ['isolationGround'], may: ['isolationRegime', 'doctorDaily', 'toldTo'] },
  isolation_ended: NOTHING,
  hunger_strike_began: NOTHING,
  hunger_strike_ended: NOTHING,
  incident: NOTHING,
  complaint_filed: { must: ['channel'], may: [] },
  complaint_answered: { must: [], may: ['channel'] },
  ended: { must: ['endReason'], may: [] },
}
