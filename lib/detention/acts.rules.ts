import type { Act } from '@/lib/deadlines/vocabulary.rules'
import { rest } from '@/lib/shared/vocabulary'
import type { DetentionEvent } from './event.rules'
import { CHANNELS, type Channel } from './vocabulary.rules'

/** Which acts of the clocks an event of detention is. */

export type Acts = {
  readonly acts: readonly Act[]
  /** The families of deadlines that the acts concern; null is all of them. */
  readonly families: readonly string[] | null
}

/** Which deadline a complaint keeps depends on whom it goes to. */
const familiesOf = (channel: Channel): readonly string[] => {
  if (channel === 'centre_director') return ['complaint_director']
  if (channel === 'complaints_commission') return ['complaint_commission']
  rest(channel, 'federal_ombudsman myria children_rights_commissioner committee_p prosecutor cpt aig')
  return []
}

/**
 * What the end of an episode means for the clocks. No one released a person who is in prison, in hospital or gone, and what
 * becomes of their clocks was read nowhere: they stay open until someone closes them with a word.
 */
const ofEnd = ({ endReason }: DetentionEvent): readonly Act[] => {
  switch (endReason) {
    case 'removed':
      return ['removed', 'territory_left']
    case 'dublin_transferred':
      return ['removed', 'transferred', 'territory_left']
    case 'voluntary_departure':
      return ['territory_left', 'released']
    case 'admitted_territory':
      return ['admitted_to_territory', 'released']
    case 'deceased':
      return ['died']
    case 'transferred_prison':
    case 'transferred_hospital':
    case 'escaped':
    case 'unknown':
    case null:
      return []
    default:
      rest(
        endReason,
        'released_io released_council_chamber released_no_decision_in_time released_max_term',
        'protection_granted identified_minor thb_victim',
      )
      return ['released']
  }
}

const FILED = {
  council_chamber: ['petition_filed'],
  indictment_chamber: ['indictment_appeal_lodged'],
  court_of_cassation: ['cassation_lodged'],
} as const
const DECIDED = {
  council_chamber: ['petition_decided'],
  indictment_chamber: ['indictment_decision_received'],
  court_of_cassation: [],
} as const
const ofCourt = ({ kind, court, petitionOutcome }: DetentionEvent): Acts => {
  // The same act against a judgment in the asylum procedure is another room's.
  const families = court === 'court_of_cassation' ? ['detention_cassation'] : null
  if (court === null) return { acts: [], families }
  if (kind === 'petition_filed') return { acts: FILED[court], families }
  // That none came in time is no decision: the watch stays open until the release is recorded.
  return { acts: petitionOutcome === 'no_decision_in_time' ? [] : DECIDED[court], families }
}

export const actsOf = (event: DetentionEvent): Acts => {
  const all = (acts: readonly Act[]): Acts => ({ acts, families: null })
  switch (event.kind) {
    case 'petition_filed':
    case 'petition_decided':
      return ofCourt(event)
    case 'referral_seen':
      return all(['referral_seen'])
    case 'complaint_filed':
      return { acts: ['complaint_filed'], families: familiesOf(CHANNELS.read(event.channel)) }
    case 'ended':
      return all(ofEnd(event))
    default:
      rest(
        event.kind,
        'suspended ordered resumed removal_planned removal_ended isolation_began isolation_ended',
        'hunger_strike_began hunger_strike_ended incident complaint_answered',
      )
      return all([])
  }
}
