/** A Belgian number as a telephone dials it from anywhere; a number of the European series 116 has no prefix. */
export const dialled = (phone: string): string => {
  const digits = phone.replace(/\D/g, '')
  return digits.startsWith('116') ? digits : `+32${digits.replace(/^0/, '')}`
}
