import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import { type NumberForm, toReference } from './number.rules'

/** Numbers under which a person or their file is known: the organisation's own, and those of Belgian authorities. */
export const NUMBER_KINDS = vocabulary('people.number-kinds', [
  'own_reference',
  'immigration_office',
  'cgrs',
  'call',
  'national',
  'guardianship',
  'centre',
  'reception',
])
export type NumberKind = CodeOf<typeof NUMBER_KINDS>

const isDate = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/**
 * Whether eleven digits are a number of the national register or a bis number: the last two are 97 less the remainder of the nine before
 * them, with a 2 in front for births from 2000 on (Royal Decree of 3 April 1984; bis numbers add 20 or 40 to the month).
 */
export const isNationalNumber = (text: string): boolean => {
  const digits = text.replace(/[\s./–-]/gu, '')
  if (!/^\d{11}$/u.test(digits)) return false
  const [base, check] = [digits.slice(0, 9), Number(digits.slice(9))]
  return [19, 20].some((century) => {
    if (97 - (Number(century === 20 ? `2${base}` : base) % 97) !== check) return false
    const [year, month, day] = [0, 2, 4].map((at) => Number(digits.slice(at, at + 2)))
    const bare = (month ?? 0) % 20
    // Whose day of birth is not known has zeros there.
    return bare === 0 || day === 0 || isDate(century * 100 + (year ?? 0), bare, day ?? 0)
  })
}

/**
 * How these authorities are seen to write their numbers, once letters before them and signs between them are gone. None of them publishes
 * a rule (docs/adr/0133: to confirm), so the bounds are wide, and what does not fit them is asked about, never refused.
 */
const FORMS: Readonly<Partial<Record<NumberKind, RegExp>>> = {
  // 8.123.456, with SP, OE, OV or DVZ before it.
  immigration_office: /^\d{6,9}$/u,
  // 15/12345, 1512345B
  cgrs: /^\d{5,8}\p{L}{0,2}$/u,
  // 123 456 / II: the roman number is that of the chamber.
  call: /^\d{4,7}[IVX]{0,4}$/u,
}

export const NUMBER_PROBLEMS = vocabulary('people.number-problems', [
  'numberCheckDigits',
  'numberTooShort',
  'numberForm',
])
/** What makes one doubt a number as it was typed, or null. Own references follow no rule of ours. */
export const checkNumber = (kind: NumberKind, text: string): CodeOf<typeof NUMBER_PROBLEMS> | null => {
  if (kind === 'own_reference') return null
  if (kind === 'national') return isNationalNumber(text) ? null : 'numberCheckDigits'
  const bare = toReference(text)
  if (bare === null) return 'numberTooShort'
  return FORMS[kind]?.test(bare) === false ? 'numberForm' : null
}

/** How a number is compared with one that is looked for; null for what is no number. */
export const numberForm = (kind: string): NumberForm | null => {
  if (kind === 'phone') return 'phone'
  return NUMBER_KINDS.match(kind) === null ? null : 'reference'
}
