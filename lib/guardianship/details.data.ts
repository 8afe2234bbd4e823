import 'server-only'
import * as z from 'zod'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { CONSENTS, FACTORS, INFORMED, PHASES, WORRYING } from './details.rules'
import type { EventInput } from './event.schema'
import { type Ask, SHAPES } from './shape.rules'

const text = z.string().default('')
/** What is encrypted in one piece: how much of it there is tells no one which of it. */
const encrypted = z.object({
  who: text,
  service: text,
  phone: text,
  language: text,
  reference: text,
  place: text,
  worrying: storedCode(WORRYING).nullable().default(null),
  factors: z.array(storedCode(FACTORS)).default([]),
  informed: storedCode(INFORMED).nullable().default(null),
  consent: storedCode(CONSENTS).nullable().default(null),
  ageTested: text,
  ageMargin: text,
  phase: storedCode(PHASES).nullable().default(null),
  sheet: z
    .object({ found: text, family: text, route: text, reasons: text, doubts: text, urgent: text })
    .nullable()
    .default(null),
  words: text,
})
export type Details = z.output<typeof encrypted>

/** What is typed, before it is encrypted. */
export type Typed = z.input<typeof encrypted>

/** Where the details of an event stand: written once, encrypted with the key of the file. */
const detailsAt = (caseId: string, eventId: string) => ({
  holder: { kind: 'file', id: caseId } as const,
  table: 'guardianship_event',
  row: eventId,
  column: 'details',
  revision: 1,
})

export const encryptDetails = (work: Work, caseId: string, eventId: string, details: Typed) =>
  work.fieldCrypto.encrypt(detailsAt(caseId, eventId), JSON.stringify(details))

export const openDetails = async (
  work: Work,
  caseId: string,
  eventId: string,
  cipher: Uint8Array | null,
): Promise<Details> => {
  if (cipher === null) return encrypted.parse({})
  const opened = await work.fieldCrypto.read(detailsAt(caseId, eventId), cipher, (json) =>
    encrypted.parse(JSON.parse(json)),
  )
  return opened.ok ? opened.value : damagedDetails(await work.fieldCrypto.sentence())
}

/** Every text says that it is damaged; answers, numbers and codes are not known. */
const damagedDetails = (sentence: string): Details =>
  encrypted.parse({
    who: sentence,
    words: sentence,
    sheet: {
      found: sentence,
      family: sentence,
      route: sentence,
      reasons: sentence,
      doubts: sentence,
      urgent: sentence,
    },
  })

export const orNull = <T extends string>(value: T | ''): T | null => (value === '' ? null : value)

/** Only what the kind asks for is kept, whatever a hidden field holds. */
export const toDetails = (typed: EventInput): Typed => {
  const { asks } = SHAPES[typed.kind]
  const line = (ask: Ask, value: string): string => (asks.includes(ask) ? value : '')
  return {
    who: line('who', typed.who),
    service: line('service', typed.service),
    phone: line('phone', typed.phone),
    language: line('language', typed.language),
    reference: line('reference', typed.reference),
    place: line('place', typed.place),
    worrying: asks.includes('worrying') ? orNull(typed.worrying) : null,
    factors: asks.includes('factors') ? [...new Set(typed.factors)] : [],
    informed: asks.includes('informed') ? orNull(typed.informed) : null,
    consent: asks.includes('consent') ? orNull(typed.consent) : null,
    ageTested: line('tested', typed.ageTested),
    ageMargin: line('tested', typed.ageMargin),
    phase: asks.includes('phase') ? orNull(typed.phase) : null,
    sheet: asks.includes('sheet') ? typed.sheet : null,
    words: typed.words,
  }
}
