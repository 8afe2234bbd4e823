import type { Day } from '@/lib/shared/dates'
import type { ContactRow } from './contact.data'
import { MESSAGES } from './contact.rules'
import type { ContactInput } from './contact.schema'

export const emptyContact = (caseId: string, personId: string, today: Day): ContactInput => ({
  caseId,
  subjectId: '',
  version: 0,
  personId,
  channel: 'phone',
  value: '',
  owner: 'own',
  whose: '',
  // What harms least, until somebody asked.
  message: MESSAGES.codes[0],
  hours: '',
  language: '',
  mayKnow: '',
  sayWeAre: '',
  codeWord: '',
  words: '',
  confirmedOn: today,
  endedOn: '',
})

/** What a paper says that goes to a centre or comes from it: what is safe, and never the number, who may know or the agreed word. */
export const toRule = ({ id, channel, owner, message, sayWeAre }: ContactRow) => ({
  id,
  channel,
  owner,
  message,
  sayWeAre,
})
export type ContactRule = ReturnType<typeof toRule>

/** A row as its form has it. */
export const contactFields = (row: ContactRow): ContactInput => ({
  caseId: row.caseId,
  subjectId: row.subjectId,
  version: row.revision,
  personId: row.personId,
  channel: row.channel,
  value: row.value,
  owner: row.owner,
  whose: row.whose,
  message: row.message,
  hours: row.hours,
  language: row.language ?? '',
  mayKnow: row.mayKnow,
  sayWeAre: row.sayWeAre,
  codeWord: row.codeWord,
  words: row.words,
  confirmedOn: row.confirmedOn ?? '',
  endedOn: row.endedOn ?? '',
})
