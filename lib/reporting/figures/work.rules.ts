import {
  ACTIVITY,
  ALL,
  ENQUIRY,
  type Figure,
  GROUP_SESSION,
  people,
  rows,
  share,
  WHEN,
  WHERE,
  WHO,
  wait,
} from '../figure-kind.rules'

/** What we do: visits, conversations, files, deadlines, signals, work outside the centres. */
export const WORK_FIGURES = {
  visits: rows('visit', [...WHERE, ...WHEN, 'access', 'project'], 'access'),
  visitor_days: {
    ...rows('visit', [...WHERE, ...WHEN], 'access'),
    counting: { of: 'sum', number: 'visitors' },
  },
  visit_hours: {
    ...rows('visit', [...WHERE, ...WHEN, 'project'], 'access'),
    counting: { of: 'sum', number: 'hours' },
    unit: 'hours',
  },
  hindered_visits: rows('visit', [...WHERE, ...WHEN, 'access'], 'access', {
    where: { access: ['delayed', 'partly_refused', 'refused'] },
  }),
  share_hindered: share(
    rows('visit', [...WHERE, ...WHEN], 'access', {
      where: { access: ['delayed', 'partly_refused', 'refused'] },
    }),
    'visits',
  ),
  waiting: {
    ...rows('visit', [...WHERE, ...WHEN], 'access'),
    counting: { of: 'median', number: 'minutes' },
    unit: 'minutes',
  },
  closed_days: rows('closed_day', ['place', 'place_kind', ...WHEN], 'access'),
  group_people: {
    ...rows('group', [...WHERE, ...WHEN], 'access'),
    counting: { of: 'sum', number: 'people' },
  },
  observations: rows('observation', [...WHERE, ...WHEN, 'theme'], 'conditions'),

  people_met: people('meeting', [...ALL, 'mode', 'interpreter', 'language', 'project'], 'met', {
    where: { outcome: ['seen'] },
  }),
  people_met_first: people('first_meeting', [...ALL, 'project'], 'met'),
  conversations: rows('meeting', [...ALL, 'mode', 'interpreter', 'language', 'project'], 'met', {
    where: { outcome: ['seen'] },
  }),
  not_met: rows('meeting', [...ALL, 'outcome'], 'met', {
    where: { outcome: ['not_seen', 'refused', 'isolation', 'gone'] },
  }),
  topics: people('topic', [...ALL, 'topic'], 'met'),
  requests: rows('request', [...ALL, 'request'], 'met'),
  actions: rows('action', [...ALL, 'action'], 'met'),

  participants: people('participant', [...WHO, 'office', ...WHEN, 'project'], 'activities'),
  activities: rows('activity', ACTIVITY, 'activities'),
  people_in_activities: people('activity', ACTIVITY, 'activities'),
  activity_hours: {
    ...rows('activity', ACTIVITY, 'activities'),
    counting: { of: 'sum', number: 'hours' },
    unit: 'hours',
  },
  group_sessions: rows('group_session', GROUP_SESSION, 'activities'),
  group_session_people: {
    ...rows('group_session', GROUP_SESSION, 'activities'),
    counting: { of: 'sum', number: 'people' },
  },
  enquiries: rows('enquiry', ENQUIRY, 'activities'),
  enquiry_people: { ...rows('enquiry', ENQUIRY, 'activities'), counting: { of: 'sum', number: 'people' } },

  files_open: rows('file_open', ['office', 'kind'], 'files', { timing: 'on' }),
  files_opened: rows('file_opened', ['office', 'kind', ...WHEN], 'files'),
  files_closed: rows('file_closed', ['office', 'kind', 'reason', 'open_for', ...WHEN], 'files'),
  files_reopened: rows('file_reopened', ['office', 'kind', ...WHEN], 'files'),

  file_length: {
    ...rows('file_open', ['office', 'kind'], 'files', { timing: 'during' }),
    counting: { of: 'length' },
    unit: 'days',
  },
  files_unseen: rows('file_unseen', ['office', 'kind', 'unseen'], 'files', {
    timing: 'on',
    where: { unseen: ['8-14', '15-30', '31-90', 'over_90'] },
  }),
  deadlines: rows('deadline', ['office', 'deadline', 'kept', ...WHEN], 'files'),
  deadlines_closed: rows('deadline', ['office', 'deadline', ...WHEN], 'files', {
    where: { kept: ['in_time', 'late'] },
  }),
  share_deadlines_in_time: share(
    rows('deadline', ['office', 'deadline', ...WHEN], 'files', { where: { kept: ['in_time'] } }),
    'deadlines_closed',
  ),

  signals: rows('signal', [...ALL, 'signal', 'severity'], 'signals'),
  people_signalled: people('signal', [...ALL, 'signal', 'severity'], 'signals'),

  signal_wait: wait('signal_wait', [...WHO, ...WHERE, 'signal', 'severity'], 'signals'),
} as const satisfies Readonly<Record<string, Figure>>
