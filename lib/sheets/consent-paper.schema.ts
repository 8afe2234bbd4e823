import * as z from 'zod'
import { PURPOSES, RECIPIENT_KINDS, SCOPES } from '@/lib/consents/vocabulary.rules'

const line = z.string().trim().min(1).max(300)

/** The words of a consent on paper, in one language (docs/adr/0043). */
export const consentPaper = z.strictObject({
  title: line,
  intro: line,
  yes: line,
  no: line,
  notAsked: line,
  what: line,
  toWhom: line,
  about: line,
  until: line,
  untilWithdrawn: line,
  withdraw: line,
  child: line,
  name: line,
  signature: line,
  witness: line,
  interpreter: line,
  colleague: line,
  date: line,
  toCheck: line,
  purpose: z.record(z.enum(PURPOSES.codes), line),
  scope: z.record(z.enum(SCOPES.codes), line),
  recipient: z.record(z.enum([...RECIPIENT_KINDS.codes, 'house']), line),
})
