import {
  ALL,
  asylum,
  event,
  type Figure,
  FOLK,
  FOLK_ON,
  minors,
  ofMinors,
  people,
  rows,
  share,
  WHEN,
  WHERE,
  WHO,
  wait,
} from '../figure-kind.rules'

/** What happens to people: detention, removal, procedures, reception, minors, referrals. */
export const PEOPLE_FIGURES = {
  people_held: people('held', [...WHO, ...WHERE], 'detention', { timing: 'during' }),
  held_on_day: people('held', [...WHO, ...WHERE], 'detention', { timing: 'on' }),
  detentions: rows('detention', [...ALL, 'arrest', 'ground'], 'detention'),
  detentions_ended: rows('detention_ended', [...ALL, 'end', 'end_reason'], 'detention'),
  released: rows('detention_ended', [...ALL, 'end'], 'detention', {
    where: { end: ['released_office', 'released_court', 'released_term', 'admitted', 'recognised'] },
  }),
  removed: rows('detention_ended', [...ALL, 'end'], 'detention', {
    where: { end: ['removed', 'dublin'] },
  }),
  end_not_recorded: rows('detention_ended', ALL, 'detention', { where: { end: [null] } }),
  ends_known: rows('detention_ended', ALL, 'detention', {
    where: {
      end: [
        'released_office',
        'released_court',
        'released_term',
        'admitted',
        'recognised',
        'removed',
        'dublin',
        'voluntary',
        'other',
      ],
    },
  }),
  share_released: share(
    rows('detention_ended', ALL, 'detention', {
      where: { end: ['released_office', 'released_court', 'released_term', 'admitted', 'recognised'] },
    }),
    'ends_known',
  ),
  length: {
    ...rows('detention_length', [...WHO, ...WHERE], 'detention', { timing: 'during' }),
    counting: { of: 'length' },
    unit: 'days',
  },

  orders: event('ordered', ['order', 'ground'], 'procedure'),
  petitions: event('petition_filed', ['court'], 'procedure'),
  people_petitioning: people('detention_event', [...WHO, ...WHERE], 'procedure', {
    where: { event: ['petition_filed'] },
  }),
  share_petitioning: share(
    people('detention_event', ['sex', ...WHERE], 'procedure', { where: { event: ['petition_filed'] } }),
    'people_held',
  ),
  petitions_decided: event('petition_decided', ['court', 'petition'], 'procedure'),
  removals_planned: event('removal_planned', ['removal'], 'removal'),
  removal_attempts: event('removal_ended', ['removal', 'attempt'], 'removal'),
  isolations: event('isolation_began', ['isolation'], 'conditions'),
  people_isolated: people('detention_event', [...ALL, 'isolation'], 'conditions', {
    where: { event: ['isolation_began'] },
  }),
  hunger_strikes: event('hunger_strike_began', [], 'conditions'),
  incidents: event('incident', [], 'conditions'),
  complaints: event('complaint_filed', ['channel'], 'conditions'),
  complaints_answered: event('complaint_answered', ['channel'], 'conditions'),

  families_held: rows('family_held', WHERE, 'families', { timing: 'during' }),
  children_held: people('child_held', [...WHO, ...WHERE, 'minority'], 'families', { timing: 'during' }),
  children_held_on_day: people('child_held', [...WHO, ...WHERE, 'minority'], 'families', { timing: 'on' }),
  child_days: rows('child_day', [...ALL, 'minority'], 'families'),
  minors_in_centres: people('child_held', [...WHO, ...WHERE, 'minority'], 'families', {
    timing: 'during',
    where: { centre: ['closed_centre'] },
  }),
  families_split: rows('family_split', WHERE, 'families', { timing: 'during' }),

  applications: rows('application', [...FOLK, 'way', 'sequence'], 'asylum'),
  first_decisions: rows('first_decision', [...FOLK, 'way', 'sequence', 'decision'], 'asylum'),
  decisions_on_merits: rows('first_decision', [...FOLK, 'way', 'sequence'], 'asylum', {
    where: {
      decision: ['refugee_status', 'subsidiary_protection', 'refused', 'manifestly_unfounded', 'excluded'],
    },
  }),
  share_protected: share(
    rows('first_decision', [...FOLK, 'way', 'sequence'], 'asylum', {
      where: { decision: ['refugee_status', 'subsidiary_protection'] },
    }),
    'decisions_on_merits',
  ),
  decision_wait: wait('decision_wait', [...FOLK_ON, 'way', 'sequence'], 'asylum'),
  appeals: asylum('appeal', ['appeal']),
  judgments: rows('judgment', [...FOLK, 'way', 'sequence', 'appeal', 'judgment'], 'asylum'),
  judgment_wait: wait('judgment_wait', [...FOLK_ON, 'way', 'sequence', 'appeal'], 'asylum'),
  dublin_held: people('detention_event', [...ALL, 'phase'], 'asylum', {
    where: { event: ['ordered'], ground: ['art_51_5', 'art_51_5_1'] },
  }),
  dublin_accepted: people('asylum_event', [...FOLK, 'state'], 'asylum', {
    where: { event: ['dublin_accepted'] },
  }),
  dublin_transferred: people('asylum_event', [...FOLK, 'state'], 'asylum', {
    where: { event: ['dublin_transferred'] },
  }),
  orders_to_leave: asylum('order_to_leave'),
  entries_refused: rows('asylum_event', [...FOLK, 'way', 'sequence'], 'asylum', {
    where: { event: ['io_decision'], said: ['entry_refused'] },
  }),
  people_resettled: people('asylum_event', [...FOLK, 'way'], 'asylum', {
    where: { event: ['arrived'], way: ['resettlement', 'corridor'] },
  }),
  people_in_transit: people('no_application', [...FOLK, 'no_application'], 'asylum'),

  without_lawyer: people('first_meeting', ALL, 'legal_aid', { where: { lawyer: ['none'] } }),
  share_without_lawyer: share(
    people('first_meeting', ALL, 'legal_aid', { where: { lawyer: ['none'] } }),
    'people_met_first',
  ),
  lawyer_wait: wait('lawyer_wait', FOLK_ON, 'legal_aid'),
  people_aided: people('legal_aid', [...FOLK_ON, 'aid'], 'legal_aid', { timing: 'during' }),
  sheets: rows('sheet', [...FOLK, 'language'], 'legal_aid'),
  counting_asked: people('asked', ['office', ...WHEN, 'consent'], 'legal_aid'),
  share_agreeing: share(
    people('asked', ['office', ...WHEN], 'legal_aid', { where: { consent: ['yes'] } }),
    'counting_asked',
  ),

  people_received: people('reception', [...FOLK_ON, 'reception', 'code207'], 'reception', {
    timing: 'during',
  }),
  without_reception: people('reception', [...FOLK_ON, 'code207'], 'reception', {
    timing: 'during',
    where: { reception: ['no_shelter'] },
  }),
  people_returning: people('return_step', [...FOLK, 'return_step', 'programme'], 'reception'),
  people_returned: people('return_step', [...FOLK, 'programme'], 'reception', {
    where: { return_step: ['left'] },
  }),
  people_doubted: people('return_doubt', [...FOLK, 'doubt', 'programme'], 'reception'),

  minors_reported: minors('reported', ['reporter']),
  minors_in_charge: minors('taken_in_charge'),
  without_guardian: people('without_guardian', FOLK_ON, 'minors', { timing: 'on' }),
  guardian_wait: wait('guardian_wait', FOLK_ON, 'minors'),
  age_doubts: ofMinors('age_doubted', ['doubt_source']),
  age_tests: ofMinors('age_assessed', ['age_method', 'age_result']),
  identifications: ofMinors('decided', ['identification']),
  decisions_challenged: ofMinors('challenged'),
  minors_missing: minors('missing'),
  missing_on_day: people('missing', FOLK_ON, 'minors', { timing: 'on' }),
  minors_found: minors('found', ['found']),
  missing_wait: wait('missing_wait', FOLK_ON, 'minors'),
  minors_placed: minors('placed', ['arrangement']),
  solutions: people('minor_event', [...FOLK, 'solution'], 'minors', {
    where: {
      event: ['solution'],
      solution: [
        'not_yet_found',
        'stay_in_belgium',
        'return_country_of_origin',
        'family_reunification_abroad',
      ],
    },
  }),

  referrals: rows('referral', [...FOLK, 'referral', 'urgency', 'body', 'referral_result'], 'referrals'),
  people_referred: people('referral', [...FOLK, 'referral', 'urgency', 'body'], 'referrals'),
  referral_wait: wait('referral_wait', [...FOLK_ON, 'referral', 'urgency', 'body'], 'referrals'),
} as const satisfies Readonly<Record<string, Figure>>
