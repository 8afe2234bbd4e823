/** How a letter reaches somebody. */
export const NOTIFICATIONS = [
  'hand_delivery',
  'registered_ack',
  'registered_post',
  'ordinary_post',
  'email_lawyer',
  'municipality',
  'closed_centre',
  'deemed',
] as const
export type Notification = (typeof NOTIFICATIONS)[number]

/** How a letter says until when: not at all, a period, or the last day itself. */
export const LETTER_KINDS = ['none', 'period', 'lastDay'] as const
export const LETTER_UNITS = ['calendar_day', 'working_day', 'week', 'month'] as const
