import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** How a letter reaches someone. */
export const NOTIFICATIONS = vocabulary('deadlines.notifications', [
  'hand_delivery',
  'registered_ack',
  'registered_post',
  'ordinary_post',
  'email_lawyer',
  'municipality',
  'closed_centre',
  'deemed',
])
export type Notification = CodeOf<typeof NOTIFICATIONS>

/** How a letter says until when: not at all, a period, or the last day itself. */
export const LETTER_KINDS = vocabulary('deadlines.letter-kinds', ['none', 'period', 'lastDay'])
export const LETTER_UNITS = vocabulary('deadlines.letter-units', [
  'calendar_day',
  'working_day',
  'week',
  'month',
])
