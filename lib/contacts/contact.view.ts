import type { ContactRow } from './contact.schema'

/** What a paper says that goes to a centre or comes from it: what is safe, and never the number, who may know or the agreed word. */
export const toRule = ({ id, channel, owner, message, sayWeAre }: ContactRow) => ({
  id,
  channel,
  owner,
  message,
  sayWeAre,
})
export type ContactRule = ReturnType<typeof toRule>
