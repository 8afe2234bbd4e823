import { vocabulary } from '@/lib/shared/vocabulary'

/** How a question reaches us without a file being opened. */
export const ENQUIRY_WAYS = vocabulary('enquiries.ways', ['counter', 'phone', 'written', 'outreach'])

/** What it may be about: the list of conversations, which an organisation may extend. */
export const TOPICS = 'encounter_topic'

/** A group that came together; more people are several enquiries. */
export const MOST_PEOPLE = 500
