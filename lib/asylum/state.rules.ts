import { current } from '@/lib/registers/event-chain.rules'
import { type CodeOf, rest, vocabulary } from '@/lib/shared/vocabulary'
import { isAppealable, isLost } from './cause.rules'
import { type AsylumEvent, inOrder } from './event.rules'
import { CGRS_OUTCOMES, JUDGMENT_OUTCOMES, type Way } from './vocabulary.rules'

/** Where someone stands on a way, derived from what happened; no one types it, and the event that says so comes along. */

export const STATES = vocabulary('asylum.states', [
  'nothing',
  'transit',
  'selected',
  'departed',
  'arrived',
  'made',
  'registered',
  'lodged',
  'dublin',
  'transfer_decided',
  'transferred',
  'at_cgrs',
  'refused',
  'inadmissible',
  'ended',
  'refugee',
  'subsidiary',
  'protection_lost',
  'appeal',
  'appeal_from_protection',
  'appeal_lost',
  'cassation',
  'withdrawn',
])
export type State = CodeOf<typeof STATES>
export type StateSaid = { readonly state: State; readonly because: AsylumEvent | null }

const afterDecision = ({ outcome }: AsylumEvent): State => {
  switch (CGRS_OUTCOMES.read(outcome)) {
    case 'refugee_status':
      return 'refugee'
    case 'subsidiary_protection':
      return 'subsidiary'
    case 'refused':
    case 'manifestly_unfounded':
      return 'refused'
    case 'inadmissible':
      return 'inadmissible'
    case 'terminated':
      return 'ended'
    case 'excluded':
    case 'ceased':
    case 'withdrawn_status':
      return 'protection_lost'
    case 'admissible':
    case 'further_investigation':
      return 'at_cgrs'
  }
}

/** Only an appeal against a decision about protection moves the procedure; one against an order runs beside it. */
const afterAppeal = (
  { form }: AsylumEvent,
  answered: AsylumEvent | undefined,
  before: State,
): State | null => {
  if (answered?.kind === 'judgment' || form === 'cassation') return 'cassation'
  if (answered?.kind === 'io_decision') return answered.outcome === 'dublin_transfer' ? 'appeal' : null
  if (answered?.kind !== 'cgrs_decision' || !isAppealable(answered.outcome)) return null
  return before === 'subsidiary' ? 'appeal_from_protection' : 'appeal'
}

const afterJudgment = ({ outcome }: AsylumEvent, about: AsylumEvent | undefined): State | null => {
  // The Council of State judges the judgment: it stands, or the Council begins again.
  if (about?.kind === 'judgment')
    return isLost(outcome) ? 'appeal_lost' : outcome === 'suspended' ? null : 'appeal'
  if (about?.kind !== 'cgrs_decision' && about?.outcome !== 'dublin_transfer') return null
  if (isLost(outcome)) {
    if (about.outcome === 'subsidiary_protection') return 'subsidiary'
    return about.outcome === 'dublin_transfer' ? 'transfer_decided' : 'appeal_lost'
  }
  switch (JUDGMENT_OUTCOMES.read(outcome)) {
    case 'reformed_refugee':
      return 'refugee'
    case 'reformed_subsidiary':
      return 'subsidiary'
    case 'annulled':
    case 'annulled_referred_back':
      return about.kind === 'cgrs_decision' ? 'at_cgrs' : 'dublin'
    case 'confirmed':
    case 'rejected_inadmissible':
    case 'rejected_no_interest':
    case 'suspended':
      return null
  }
}

const step = (
  event: AsylumEvent,
  before: State,
  find: (id: string | null) => AsylumEvent | undefined,
): State | null => {
  switch (event.kind) {
    case 'selected':
    case 'departed':
    case 'arrived':
    case 'made':
    case 'registered':
    case 'lodged':
      return event.kind
    case 'dublin_requested':
    case 'dublin_accepted':
    case 'dublin_extended':
      return before === 'transfer_decided' ? null : 'dublin'
    case 'dublin_transferred':
      return 'transferred'
    case 'dublin_taken':
    case 'received_cgrs':
      return 'at_cgrs'
    case 'interview':
      return event.form === 'cgrs' && event.outcome !== 'planned' && before !== 'appeal' ? 'at_cgrs' : null
    case 'cgrs_decision':
      return afterDecision(event)
    case 'io_decision':
      return event.outcome === 'dublin_transfer' ? 'transfer_decided' : null
    case 'appeal':
      return afterAppeal(event, find(event.concerns), before)
    case 'judgment':
      return afterJudgment(event, find(find(event.concerns)?.concerns ?? null))
    case 'withdrawn':
      return 'withdrawn'
    default:
      rest(
        event.kind,
        'taken_back municipality dublin_refused notes_requested notes_received notes_remarked',
        'admitted order_to_leave order_extended order_withdrawn family_applied fedasil_decision',
        'labour_court welcomed housed',
      )
      return null
  }
}

export const stateOf = (way: Way, events: readonly AsylumEvent[]): StateSaid => {
  const stands = current(events)
  const find = (id: string | null) => stands.find((one) => one.id === id)
  return inOrder(stands).reduce<StateSaid>(
    (said, event) => {
      const state = step(event, said.state, find)
      return state === null ? said : { state, because: event }
    },
    { state: way === 'transit' ? 'transit' : 'nothing', because: null },
  )
}
