// The chain of seals against the audit log and the marks as they are. Nothing of this asks a function of the database: whoever has its
// power could have changed that too.
import type pg from 'pg'
import * as z from 'zod'
import { chainOf, type Head } from '@/lib/crypto/seal-head'
import { isSignedSeal } from '@/lib/crypto/seal-signature'
import { type Finding, finding } from './finding'
import { checkHeads } from './heads'
import { KINDS, type Kind, leavesOf } from './leaves'

const big = z.coerce.bigint()
const bytes = z.instanceof(Buffer)
const seals = z.array(
  z.object({
    number: big,
    sealedMs: big,
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
type Seal = z.infer<typeof seals>[number]

const readSeals = async (client: pg.ClientBase): Promise<Seal[]> => {
  const { rows } = await client.query(
    `SELECT number, (EXTRACT(epoch FROM sealed_at) * 1000)::bigint AS "sealedMs", first_txid AS first, end_txid AS end,
            events, encode(sha256(event_leaves), 'hex') AS "eventHash", marks, encode(sha256(mark_leaves), 'hex') AS "markHash",
            encode(previous, 'hex') AS previous, chain, kid, signature
       FROM public.audit_seal ORDER BY number`,
  )
  return seals.parse(rows)
}

const checkSignature = (seal: Seal, isLast: boolean): string[] => {
  if (seal.kid === null || seal.signature === null) return [`Seal ${seal.number} is not signed.`]
  const signature = { kid: seal.kid, bytes: new Uint8Array(seal.signature) }
  const isSigned = isSignedSeal(seal.number, seal.chain, signature)
  if (isSigned === false) return [`Seal ${seal.number} is not signed by this organisation.`]
  // An older key may have left the key file: what it signed is covered by the seals after it.
  if (isSigned === null && isLast)
    return [`The last seal, ${seal.number}, names the key "${seal.kid}", which is not in the key file.`]
  return []
}

const checkChain = (all: readonly Seal[]): string[] => {
  const found: string[] = []
  let before: Seal | undefined
  for (const seal of all) {
    const expected = before === undefined ? 1n : before.number + 1n
    if (seal.number !== expected)
      found.push(
        seal.number - expected === 1n
          ? `Seal ${expected} is gone.`
          : `Seals ${expected} to ${seal.number - 1n} are gone.`,
      )
    else if (
      seal.previous !== (before?.chain.toString('hex') ?? '') ||
      (before !== undefined && seal.first !== before.end)
    )
      found.push(`Seal ${seal.number} does not follow the one before it: one of the two was changed.`)
    if (chainOf(seal) !== seal.chain.toString('hex')) found.push(`Seal ${seal.number} was changed.`)
    found.push(...checkSignature(seal, seal === all.at(-1)))
    before = seal
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

const differing = z.array(z.object({ number: big, sealed: bytes, standing: bytes }))
const named = z.array(z.object({ name: z.string() }))

const checkLeaves = async (client: pg.ClientBase, kind: Kind, word: string): Promise<Finding[]> => {
  const { rows } = await client.query(
    `SELECT s.number, s.${word}_leaves AS sealed, COALESCE(a.leaves, ''::bytea) AS standing
       FROM public.audit_seal s,
            LATERAL (SELECT ${leavesOf(kind)} AS leaves FROM public.${kind.table} x WHERE x.txid >= s.first_txid AND x.txid < s.end_txid) a
      WHERE COALESCE(a.leaves, ''::bytea) <> s.${word}_leaves ORDER BY s.number`,
  )
  const found: Finding[] = []
  for (const { number, sealed, standing } of differing.parse(rows)) {
    const was = toLeaves(kind, sealed)
    const is = toLeaves(kind, standing)
    const before = found.length
    const say = async (key: string): Promise<string> => {
      const [row] = named.parse((await client.query(kind.name, [key])).rows)
      return row ? `The ${row.name} (${key})` : `The ${word} ${key}`
    }
    for (const [key, hash] of was)
      if (!is.has(key))
        found.push(
          finding(
            `${await say(key)} is not where seal ${number} found it: deleted, or dated otherwise.`,
            `Sealed ${word}s that are gone, or dated otherwise`,
            key,
          ),
        )
      else if (is.get(key) !== hash)
        found.push(
          finding(
            `${await say(key)} was changed after seal ${number}.`,
            `Sealed ${word}s that were changed`,
            key,
          ),
        )
    for (const key of is.keys())
      if (!was.has(key))
        found.push(
          finding(
            `${await say(key)} was put in after seal ${number} had closed.`,
            `${word}s put in after their seal had closed`,
            key,
          ),
        )
    if (found.length === before)
      found.push(
        finding(
          `The order of what seal ${number} covers was changed.`,
          'Seals whose order was changed',
          String(number),
        ),
      )
  }
  return found
}

const counted = z.array(z.object({ n: z.number() })).length(1)

/** What no seal can ever cover: numbered before the first transaction, or after the next one. */
const checkNumbers = async (client: pg.ClientBase): Promise<string[]> => {
  const found: string[] = []
  for (const { table } of Object.values(KINDS)) {
    const { rows } = await client.query(
      `SELECT count(*)::int AS n FROM public.${table} x
        WHERE x.txid < 0 OR x.txid >= app.trail_base() + pg_snapshot_xmax(pg_current_snapshot())::text::bigint`,
    )
    const n = counted.parse(rows)[0]?.n ?? 0
    if (n > 0) found.push(`${n} rows of ${table} are numbered so that no seal would ever cover them.`)
  }
  return found
}

const numberIn = (sentence: string): string => /\d+/.exec(sentence)?.[0] ?? ''

export type SealsSeen = {
  readonly found: readonly Finding[]
  readonly seals: number
  readonly head: Seal | undefined
}

export const checkSeals = async (client: pg.ClientBase, heads: readonly Head[]): Promise<SealsSeen> => {
  const all = await readSeals(client)
  const found = [
    ...(await checkHeads(
      client,
      new Map(
        all.map(({ number, chain, sealedMs }) => [
          number,
          { chain: chain.toString('hex'), at: new Date(Number(sealedMs)) },
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
  return { found, seals: all.length, head: all.at(-1) }
}
