import { createHash } from 'node:crypto'
import { checkpointPublicKey } from './checkpoint-signature'

/**
 * A checkpoint in one line, to be kept off the host (docs/adr/0041, 0108): hashes, counts and a time, no id and no word. What the
 * line says of its checkpoint is under its chain, so a line that was damaged is known.
 */
export type CheckpointParts = {
  readonly number: bigint
  /** Milliseconds since 1970. */
  readonly checkpointMs: bigint
  /** Transactions from first on, before end. */
  readonly first: bigint
  readonly end: bigint
  readonly events: bigint
  /** SHA-256 over the leaves of its events, in hexadecimal. */
  readonly eventHash: string
  readonly marks: bigint
  readonly markHash: string
  /** The chain of the checkpoint before, in hexadecimal; empty for the first. */
  readonly previous: string
}
export type SignedCheckpoint = CheckpointParts & {
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
  readonly covers: (CheckpointParts & { readonly checks: readonly string[] | null }) | null
}

/** @returns SHA-256 in hexadecimal: the same sum as in app.make_checkpoint() */
export const chainOf = (checkpoint: CheckpointParts): string =>
  createHash('sha256')
    .update(
      [
        checkpoint.number,
        checkpoint.checkpointMs,
        checkpoint.first,
        checkpoint.end,
        checkpoint.events,
        checkpoint.eventHash,
        checkpoint.marks,
        checkpoint.markHash,
        checkpoint.previous,
      ].join('|'),
    )
    .digest('hex')

export const toHeadLine = (checkpoint: SignedCheckpoint): string =>
  [
    'accompany-seal',
    checkpoint.number,
    new Date(Number(checkpoint.checkpointMs)).toISOString(),
    checkpoint.chain,
    checkpoint.kid ?? 'unsigned',
    checkpoint.signature === null ? 'unsigned' : Buffer.from(checkpoint.signature).toString('base64'),
    checkpointPublicKey(checkpoint.kid ?? ''),
    `txids=${checkpoint.first}-${checkpoint.end}`,
    `events=${checkpoint.events}:${checkpoint.eventHash}`,
    `marks=${checkpoint.marks}:${checkpoint.markHash}`,
    `previous=${checkpoint.previous}`,
    ...(checkpoint.checks === null ? [] : [`checks=${Buffer.from(checkpoint.checks).toString('base64')}`]),
  ].join(' ')

const WORD = 'accompany-seal'
/** Up to so many events the line has the first bytes of each (app.list_heads). */
const CHECKED_EVENTS = 2000n
// Mail programs break long lines between words. A line ends where nothing but space follows.
const NAMED = String.raw`^${WORD}\s+(\d+)\s+(\S+)\s+([0-9a-f]{64})\s+\S+\s+\S+\s+\S+`
const COVERS = String.raw`\s+txids=(\d+)-(\d+)\s+events=(\d+):([0-9a-f]{64})\s+marks=(\d+):([0-9a-f]{64})\s+previous=((?:[0-9a-f]{64})?)(?:\s+checks=([0-9A-Za-z+/=]*))?`
const END = String.raw`[^\S\n]*(?:\n|$)`
const WHOLE = new RegExp(NAMED + COVERS + END)
/** A line of an earlier version. */
const NAME_ONLY = new RegExp(NAMED + END)
const PART = /txids=|events=\d+:|marks=\d+:|previous=[0-9a-f]{64}|checks=/

/** @returns null: of some events, undefined: not what the line must have */
const toChecks = (base64: string | undefined, events: bigint): string[] | null | undefined => {
  if (base64 === undefined) return events > CHECKED_EVENTS ? null : undefined
  const bytes = Buffer.from(base64, 'base64')
  if (BigInt(bytes.length) !== events * 4n) return undefined
  return Array.from({ length: Number(events) }, (_, n) => bytes.toString('hex', n * 4, n * 4 + 4))
}

/** @returns null: damaged */
const toHead = (text: string): { readonly head: Head; readonly length: number } | null => {
  const found = WHOLE.exec(text) ?? NAME_ONLY.exec(text)
  if (found === null) return null
  const [{ length }, number = '', time = '', chain = '', ...covers] = found
  const at = new Date(time)
  if (Number.isNaN(at.getTime())) return null
  const [first, end, events, eventHash = '', marks, markHash = '', previous = '', base64] = covers
  const head = { number: BigInt(number), chain, at }
  if (first === undefined || end === undefined || events === undefined || marks === undefined)
    return PART.test(text) ? null : { head: { ...head, covers: null }, length }
  const parts = {
    number: head.number,
    checkpointMs: BigInt(at.getTime()),
    first: BigInt(first),
    end: BigInt(end),
    events: BigInt(events),
    eventHash,
    marks: BigInt(marks),
    markHash,
    previous,
  }
  const checks = toChecks(base64, parts.events)
  if (checks === undefined || chainOf(parts) !== chain) return null
  return { head: { ...head, covers: { ...parts, checks } }, length }
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

const tellDamaged = (lines: readonly number[]): never => {
  const [were, them, which] =
    lines.length === 1 ? ['1 line was', 'it', 'line'] : [`${lines.length} lines were`, 'them', 'lines']
  const numbers = `${lines.slice(0, 20).join(', ')}${lines.length > 20 ? ', …' : ''}`
  throw new Error(
    `${were} damaged after the copy was made (${which} ${numbers}): take another copy of ${them}, or take ${them} out and see what the other lines say.`,
  )
}

/** Every line of a text that names a checkpoint, by number. Throws, with their numbers, where lines are damaged. */
export const readHeads = (text: string): Head[] => {
  const heads: Head[] = []
  const damaged = new Set<number>()
  // Before the first one there may be words of a mail.
  const [before = '', ...pieces] = text.split(WORD)
  if (PART.test(before)) damaged.add(lineAt(before, before.search(PART)))
  let line = lineAt(before, before.length)
  for (const piece of pieces) {
    const own = WORD + piece
    const read = toHead(own)
    if (read === null) damaged.add(line)
    else {
      heads.push(read.head)
      // The rest of a line of which the beginning was lost.
      const left = own.slice(read.length)
      if (PART.test(left)) damaged.add(line + lineAt(own, read.length + left.search(PART)) - 1)
    }
    line += lineAt(own, own.length) - 1
  }
  if (damaged.size > 0) tellDamaged([...damaged])
  return heads.sort((a, b) => Number(a.number - b.number))
}
