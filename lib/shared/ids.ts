import { randomBytes, randomInt } from 'node:crypto'

/** A UUID of version 7 (RFC 9562): ordered by time, 74 random bits. Made here, so that a client-side retry can name its row. */
export const newId = (now: number = Date.now(), bytes: Buffer = randomBytes(16)): string => {
  bytes.writeUIntBE(now, 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** When an id of ours was made, to the millisecond. */
export const timeOfId = (id: string): Date => new Date(Number.parseInt(id.replace('-', '').slice(0, 12), 16))

/** An address that is no id is an address of nothing; the database would call it a fault. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

// No vowels (no words), no pairs that are mistaken for each other by ear or eye.
const ALPHABET = '23456789CDFGHJKLMNPQRTVWX'

/** A whole number from 0 up to, not including, `end`. */
type Pick = (end: number) => number

const draw = (length: number, pick: Pick): string =>
  Array.from({ length }, () => ALPHABET.charAt(pick(ALPHABET.length))).join('')

/** A short code to say and to write, such as "K7M-3QFP": random, never counted, so it tells nothing about when or how many. */
export const newCode = (pick: Pick = randomInt): string => `${draw(3, pick)}-${draw(4, pick)}`
