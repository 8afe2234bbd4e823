// The chain of checkpoints against the audit log and the marks as they are. Nothing of this asks a function of the database:
// anyone who has its power could have changed that too.
import type pg from 'pg'
import * as z from 'zod'
import { chainOf, type Head } from '@/lib/crypto/checkpoint-head'
import { isSignedCheckpoint } from '@/lib/crypto/checkpoint-signature'
import { type Finding, finding } from './finding'
import { checkHeads } from './heads'
import { KINDS, type Kind, leavesOf } from './leaves'

const big = z.coerce.bigint()
const bytes = z.instanceof(Buffer)
const checkpoints = z.array(
  z.object({
    number: big,
    checkpointMs: big,
    first: big,
    end: big,
    events: big,
    eventHash: z.string(),
    marks: big,
    markHash: z.string(),
    previous: z.string(),
    chain: bytes,
    kid: z.string().nullable(),
    signature: bytes.nullable(),
  }),
)
type Checkpoint = z.infer<typeof checkpoints>[number]

const readCheckpoints = async (client: pg.ClientBase): Promise<Checkpoint[]> => {
  const { rows } = await client.query(
    `SELECT number, (EXTRACT(epoch FROM sealed_at) * 1000)::bigint AS "checkpointMs", first_txid AS first, end_txid AS end,
            events, encode(sha256(event_leaves), 'hex') AS "eventHash", marks, encode(sha256(mark_leaves), 'hex') AS "markHash",
            encode(previous, 'hex') AS previous, chain, kid, signature
       FROM public.audit_seal ORDER BY number`,
  )
  return checkpoints.parse(rows)
}

const checkSignature = (checkpoint: Checkpoint, isLast: boolean): string[] => {
  if (checkpoint.kid === null || checkpoint.signature === null)
    return [`Checkpoint ${checkpoint.number} is not signed.`]
  const signature = { kid: checkpoint.kid, bytes: new Uint8Array(checkpoint.signature) }
  const isSigned = isSignedCheckpoint(checkpoint.number, checkpoint.chain, signature)
  if (isSigned === false) return [`Checkpoint ${checkpoint.number} is not signed by this organisation.`]
  // An older key may have left the key file: what it signed is covered by the checkpoints after it.
  if (isSigned === null && isLast)
    return [
      `The last checkpoint, ${checkpoint.number}, names the key "${checkpoint.kid}", which is not in the key file.`,
    ]
  return []
}

const checkChain = (all: readonly Checkpoint[]): string[] => {
  const found: string[] = []
  let before: Checkpoint | undefined
  for (const checkpoint of all) {
    const expected = before === undefined ? 1n : before.number + 1n
    if (checkpoint.number !== expected)
      found.push(
        checkpoint.number - expected === 1n
          ? `Checkpoint ${expected} is gone.`
          : `Checkpoints ${expected} to ${checkpoint.number - 1n} are gone.`,
      )
    else if (
      checkpoint.previous !== (before?.chain.toString('hex') ?? '') ||
      (before !== undefined && checkpoint.first !== before.end)
    )
      found.push(
        `Checkpoint ${checkpoint.number} does not follow the one before it: one of the two was changed.`,
      )
    if (chainOf(checkpoint) !== checkpoint.chain.toString('hex'))
      found.push(`Checkpoint ${checkpoint.number} was changed.`)
    found.push(...checkSignature(checkpoint, checkpoint === all.at(-1)))
    before = checkpoint
  }
  return found
}

const toLeaves = (kind: Kind, whole: Buffer): Map<string, string> => {
  const leaves = new Map<string, string>()
  const length = kind.width + 32
  for (let at = 0; at + length <= whole.length; at += length) {
    const leaf = whole.subarray(at, at + length)
    leaves.set(kind.key(leaf), leaf.toString('hex', kind.width))
  }
  return leaves
}

const differing = z.array(z.object({ number: big, covered: bytes, current: bytes }))
const named = z.array(z.object({ name: z.string() }))

const checkLeaves = async (client: pg.ClientBase, kind: Kind, word: string): Promise<Finding[]> => {
  const { rows } = await client.query(
    `SELECT s.number, s.${word}_leaves AS covered, COALESCE(a.leaves, ''::bytea) AS current
       FROM public.audit_seal s,
            LATERAL (SELECT ${leavesOf(kind)} AS leaves FROM public.${kind.table} x WHERE x.txid >= s.first_txid AND x.txid < s.end_txid) a
      WHERE COALESCE(a.leaves, ''::bytea) <> s.${word}_leaves ORDER BY s.number`,
  )
  const found: Finding[] = []
  for (const { number, covered, current } of differing.parse(rows)) {
    const was = toLeaves(kind, covered)
    const is = toLeaves(kind, current)
    const before = found.length
    const say = async (key: string): Promise<string> => {
      const [row] = named.parse((await client.query(kind.name, [key])).rows)
      return row ? `The ${row.name} (${key})` : `The ${word} ${key}`
    }
    for (const [key, hash] of was)
      if (!is.has(key))
        found.push(
          finding(
            `${await say(key)} is not where checkpoint ${number} found it: deleted, or dated otherwise.`,
            `Covered ${word}s that are gone, or dated otherwise`,
            key,
          ),
        )
      else if (is.get(key) !== hash)
        found.push(
          finding(
            `${await say(key)} was changed after checkpoint ${number}.`,
            `Covered ${word}s that were changed`,
            key,
          ),
        )
    for (const key of is.keys())
      if (!was.has(key))
        found.push(
          finding(
            `${await say(key)} was put in after checkpoint ${number} had closed.`,
            `${word}s put in after their checkpoint had closed`,
            key,
          ),
        )
    if (found.length === before)
      found.push(
        finding(
          `The order of what checkpoint ${number} covers was changed.`,
          'Seals whose order was changed',
          String(number),
        ),
      )
  }
  return found
}

const counted = z.array(z.object({ n: z.number() })).length(1)

/** What no checkpoint can ever cover: numbered before the first transaction, or after the next one. */
const checkNumbers = async (client: pg.ClientBase): Promise<string[]> => {
  const found: string[] = []
  for (const { table } of Object.values(KINDS)) {
    const { rows } = await client.query(
      `SELECT count(*)::int AS n FROM public.${table} x
        WHERE x.txid < 0 OR x.txid >= app.trail_base() + pg_snapshot_xmax(pg_current_snapshot())::text::bigint`,
    )
    const n = counted.parse(rows)[0]?.n ?? 0
    if (n > 0) found.push(`${n} rows of ${table} are numbered so that no checkpoint would ever cover them.`)
  }
  return found
}

const numberIn = (sentence: string): string => /\d+/.exec(sentence)?.[0] ?? ''

export type CheckpointsSeen = {
  readonly found: readonly Finding[]
  readonly checkpoints: number
  readonly head: Checkpoint | undefined
}

export const verifyCheckpoints = async (
  client: pg.ClientBase,
  heads: readonly Head[],
): Promise<CheckpointsSeen> => {
  const all = await readCheckpoints(client)
  const found = [
    ...(await checkHeads(
      client,
      new Map(
        all.map(({ number, chain, checkpointMs }) => [
          number,
          { chain: chain.toString('hex'), at: new Date(Number(checkpointMs)) },
        ]),
      ),
      heads,
    )),
    ...checkChain(all).map((one) =>
      finding(one, 'Seals that are gone, changed or not signed', numberIn(one)),
    ),
    ...(await checkLeaves(client, KINDS.event, 'event')),
    ...(await checkLeaves(client, KINDS.mark, 'mark')),
    ...(await checkNumbers(client)).map((one) => finding(one)),
  ]
  return { found, checkpoints: all.length, head: all.at(-1) }
}
