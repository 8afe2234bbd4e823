import { vocabulary } from '@/lib/shared/vocabulary'

/** How a report says who speaks; never a name. */
export const SPEAKERS = vocabulary('quotes.speakers', [
  'woman',
  'man',
  'girl',
  'boy',
  'young_person',
  'person',
])
