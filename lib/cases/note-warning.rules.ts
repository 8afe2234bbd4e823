import { isNationalNumber } from '@/lib/people/authority-number.rules'

/** What has a place of its own in a file, and is found again only there. */
export type OutOfPlace = 'phone' | 'email' | 'national'

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/u
const DATES =
  /\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}\b|\b\d{4}-\d{1,2}-\d{1,2}\b|(?<!\d[\s./-]?)\b\d{1,2}[./-]\d{1,2}[./-]\d{2}\b/gu
/** Eleven digits, set as on a card (85.07.30-033.61) or in one piece. */
const NATIONAL = /(?<!\d)\d{2}[. ]?\d{2}[. ]?\d{2}[- .]?\d{3}[-. ]?\d{2}(?!\d)/gu
/** From a zero or a plus on; nothing but a sign or two between the digits. */
const PHONE = /(?<![\p{L}\p{N}+])(?:\+|0)\d?(?:[\s./()–-]{0,3}\d){7,14}(?!\d)/gu

/** What in a text looks as if it belonged elsewhere, each kind once. It is read where it is typed, and sent nowhere. */
export const findOutOfPlace = (text: string): readonly OutOfPlace[] => {
  const found: OutOfPlace[] = []
  const numbers = text.match(NATIONAL)?.filter(isNationalNumber) ?? []
  const rest = numbers.reduce((left, number) => left.replace(number, ' '), text).replace(DATES, ' | ')
  if ((rest.match(PHONE) ?? []).some((run) => run.replace(/\D/gu, '').length >= 9)) found.push('phone')
  if (EMAIL.test(text)) found.push('email')
  if (numbers.length > 0) found.push('national')
  return found
}
