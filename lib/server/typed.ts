// What no keyboard types: control characters but tab, line feed and carriage return, and halves of a character.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const UNTYPED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/**
 * What was sent, as it could have been typed: PostgreSQL keeps no NUL, and half of a character becomes another one in every
 * encoding. All else stays as it is, down to the last sign of direction, because names are written in every script.
 */
export const asTyped = (sent: unknown): unknown => {
  if (typeof sent === 'string') return sent.toWellFormed().replace(UNTYPED, '')
  if (Array.isArray(sent)) return sent.map(asTyped)
  if (typeof sent !== 'object' || sent === null) return sent
  return Object.fromEntries(Object.entries(sent).map(([key, value]) => [key, asTyped(value)]))
}
