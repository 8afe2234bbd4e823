import { createHash } from 'node:crypto'
import { sealPublicKey } from './seal-signature'

/**
 * A seal in one line, to be kept off the host (docs/adr/0041, 0108): hashes, counts and a time, no id and no word. What the line says of
 * its seal is under its chain, so a line that was damaged is known.
 */
export type SealParts = {
  readonly number: bigint
  /** Milliseconds since 1970. */
  readonly sealedMs: bigint
  /** Transactions from first on, before end. */
  readonly first: bigint
  readonly end: bigint
  readonly events: bigint
  /** SHA-256 over the leaves of its events, in hexadecimal. */
  readonly eventHash: string
  readonly marks: bigint
  readonly markHash: string
  /** The chain of the seal before, in hexadecimal; empty for the first. */
  readonly previous: string
}
export type SignedSeal = SealParts & {
  readonly chain: string
  readonly kid: string | null
  readonly signature: Uint8Array | null
  /** The first four bytes of the hash of each event, in their order; null: too many for a line. */
  readonly checks: Uint8Array | null
}
export type Head = {
  readonly number: bigint
  readonly chain: string
  readonly at: Date
  /** Null: a line of an earlier version, which names its chain only. */
  readonly covers: (SealParts & { readonly checks: readonly string[] | null }) | null
}

/** @returns SHA-256 in hexadecimal: the same sum as in app.seal_trail() */
export const chainOf = (seal: SealParts): string =>
  createHash('sha256')
    .update(
      [
        seal.number,
        seal.sealedMs,
        seal.first,
        seal.end,
        seal.events,
        seal.eventHash,
        seal.marks,
        seal.markHash,
        seal.previous,
      ].join('|'),
    )
    .digest('hex')

export const toHeadLine = (seal: SignedSeal): string =>
  [
    'accompany-seal',
    seal.number,
    new Date(Number(seal.sealedMs)).toISOString(),
    seal.chain,
    seal.kid ?? 'unsigned',
    seal.signature === null ? 'unsigned' : Buffer.from(seal.signature).toString('base64'),
    sealPublicKey(seal.kid ?? ''),
    `txids=${seal.first}-${seal.end}`,
    `events=${seal.events}:${seal.eventHash}`,
    `marks=${seal.marks}:${seal.markHash}`,
    `previous=${seal.previous}`,
    ...(seal.checks === null ? [] : [`checks=${Buffer.from(seal.checks).toString('base64')}`]),
  ].join(' ')

// Mail programs break long lines between words.
const LINE =
  /accompany-seal\s+(\d+)\s+(\S+)\s+([0-9a-f]{64})(?:\s+\S+\s+\S+\s+\S+\s+txids=(\d+)-(\d+)\s+events=(\d+):([0-9a-f]{64})\s+marks=(\d+):([0-9a-f]{64})\s+previous=([0-9a-f]*)(?:\s+checks=([0-9A-Za-z+/=]*))?)?/g

const toChecks = (base64: string | undefined, events: bigint): string[] | null => {
  if (base64 === undefined) return null
  const bytes = Buffer.from(base64, 'base64')
  if (BigInt(bytes.length) !== events * 4n) return null
  return Array.from({ length: Number(events) }, (_, n) => bytes.toString('hex', n * 4, n * 4 + 4))
}

const toHead = ([, number = '', time = '', chain = '', ...rest]: readonly (string | undefined)[]): Head => {
  const at = new Date(time)
  if (Number.isNaN(at.getTime())) throw new Error(`The line of seal ${number} has no time: "${time}".`)
  const [first, end, events, eventHash, marks, markHash, previous, checks] = rest
  const head = { number: BigInt(number), chain, at }
  if (
    first === undefined ||
    end === undefined ||
    events === undefined ||
    eventHash === undefined ||
    marks === undefined ||
    markHash === undefined ||
    previous === undefined
  )
    return { ...head, covers: null }
  const parts = {
    number: head.number,
    sealedMs: BigInt(at.getTime()),
    first: BigInt(first),
    end: BigInt(end),
    events: BigInt(events),
    eventHash,
    marks: BigInt(marks),
    markHash,
    previous,
  }
  if (chainOf(parts) !== chain)
    throw new Error(
      `The line of seal ${number} was damaged after it was written down: take another copy of it.`,
    )
  return { ...head, covers: { ...parts, checks: toChecks(checks, parts.events) } }
}

/** Every line of a text that names a seal, by number. Throws on a line that does not fit itself. */
export const readHeads = (text: string): Head[] =>
  [...text.matchAll(LINE)].map(toHead).sort((a, b) => Number(a.number - b.number))
