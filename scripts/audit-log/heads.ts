// Checkpoints that were kept off the host against those that are here. Each is held against the events themselves as well, so that
// what was changed is named also where the checkpoints were made anew (docs/adr/0108).
import { createHash } from 'node:crypto'
import type pg from 'pg'
import * as z from 'zod'
import type { Head } from '@/lib/crypto/checkpoint-head'
import { type Finding, finding } from './finding'
import { IN_RANGE, KINDS, leavesOf } from './leaves'

const CHECK = 4
const say = (at: Date): string => at.toISOString().slice(0, 19).replace('T', ' ')
const checkpointsOf = (heads: readonly Head[]): string => {
  const [first, last] = [heads[0]?.number, heads.at(-1)?.number]
  return first === last ? `Checkpoint ${first}` : `Checkpoints ${first} to ${last}`
}

const events = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    number: z.string().nullable(),
    leaf: z.instanceof(Buffer),
  }),
)
const hashed = z.array(z.object({ hash: z.string() })).length(1)

type Covers = NonNullable<Head['covers']>

/** What the transactions of a kept checkpoint say now, beside what it said of them. Empty: the same. */
const compare = async (client: pg.ClientBase, covers: Covers, from: string): Promise<Finding[]> => {
  const range = [covers.first, covers.end]
  const { rows } = await client.query(
    `SELECT x.id::text, x.event || ' of ' || to_char(x.at, 'YYYY-MM-DD HH24:MI:SS') AS name, x.counter || '/' || x.number AS number,
            ${KINDS.event.leaf} AS leaf FROM public.audit_event x WHERE ${IN_RANGE} ORDER BY ${KINDS.event.order}`,
    range,
  )
  const current = events.parse(rows)
  const until = say(new Date(Number(covers.checkpointMs)))
  const place = `Between ${from} and ${until}, which checkpoint ${covers.number} covered,`
  const found: Finding[] = []
  const whole = createHash('sha256')
  for (const { leaf } of current) whole.update(leaf)
  if (whole.digest('hex') !== covers.eventHash) {
    const { checks } = covers
    const left = new Set(checks)
    const others = current.filter(
      ({ leaf }) => !left.delete(leaf.toString('hex', KINDS.event.width, KINDS.event.width + CHECK)),
    )
    const isKnown = checks !== null
    found.push(
      finding(
        isKnown
          ? `${place} ${covers.events} events were covered: ${left.size} of them are gone or were changed, ${current.length} are there now.`
          : `${place} ${covers.events} events were covered and ${current.length} are there now: not the same.`,
        'Windows in which events are gone or were changed',
        String(covers.number),
      ),
    )
    if (isKnown)
      for (const { id, name, number } of others)
        found.push(
          finding(
            `The event ${name} (${number === null ? id : `number ${number}, ${id}`}) is not what checkpoint ${covers.number} covered: changed or put in since.`,
            'Events that are not what was covered',
            id,
          ),
        )
  }
  const { rows: marks } = await client.query(
    `SELECT encode(sha256(COALESCE(${leavesOf(KINDS.mark)}, ''::bytea)), 'hex') AS hash FROM public.row_mark x WHERE ${IN_RANGE}`,
    range,
  )
  if (hashed.parse(marks)[0]?.hash !== covers.markHash)
    found.push(
      finding(
        `${place} marks of rows are gone or were changed.`,
        'Windows in which marks are gone or were changed',
        String(covers.number),
      ),
    )
  return found
}

/** For each number the kept head before it: one walk, for there are a hundred thousand a year. */
const toBefore = (heads: readonly Head[]): ReadonlyMap<bigint, Head> => {
  const before = new Map<bigint, Head>()
  let last: Head | undefined
  for (const head of heads) {
    // A copy may arrive twice: both have the same one before them.
    const earlier = last?.number === head.number ? before.get(head.number) : last
    if (earlier !== undefined) before.set(head.number, earlier)
    last = head
  }
  return before
}

/**
 * @param checkpoints those that are here, by number
 * @param heads those kept elsewhere, by number
 */
export const checkHeads = async (
  client: pg.ClientBase,
  checkpoints: ReadonlyMap<bigint, { readonly chain: string; readonly at: Date }>,
  heads: readonly Head[],
): Promise<Finding[]> => {
  const broken = heads.filter(({ number, chain }) => checkpoints.get(number)?.chain !== chain)
  const [first] = broken
  const latest = broken.at(-1)
  if (first === undefined || latest === undefined) return []
  const last = [...checkpoints.keys()].at(-1) ?? 0n
  const cut = broken.filter(({ number }) => number > last)
  const anew = broken.filter(({ number }) => number <= last)
  const before = toBefore(heads)
  /**
   * Since when nothing but what this checkpoint covers can be different. Null: that is not known, for checkpoints before it are
   * unknown.
   */
  const since = ({ number, covers }: Head): Date | null => {
    if (covers === null) return null
    const [kept, here] = [before.get(number), checkpoints.get(number - 1n)]
    if (kept?.number === number - 1n) return kept.at
    return here?.chain === covers.previous ? here.at : null
  }
  const from = (head: Head): string => {
    const at = since(head) ?? before.get(head.number)?.at
    return at === undefined ? 'the first event' : say(at)
  }
  const found: Finding[] = []
  if (anew.length > 0)
    found.push(
      finding(
        anew.length === 1
          ? `${checkpointsOf(anew)} is not the one that was written down elsewhere: it was made anew.`
          : `${checkpointsOf(anew)} are not those that were written down elsewhere: they were made anew.`,
      ),
    )
  if (cut.length > 0)
    found.push(
      finding(
        `${checkpointsOf(cut)} ${cut.length === 1 ? 'was' : 'were'} written down elsewhere and the last one here is ${last}: the end was cut off.`,
      ),
    )
  const windows: Finding[] = []
  for (const head of broken)
    if (head.covers !== null) windows.push(...(await compare(client, head.covers, from(head))))
  // Checkpoints of which no line was kept, or a line that names its chain only: what lies in them is known by its window alone.
  const isWhole = broken.every((head) => (head.number === 1n ? head.covers !== null : since(head) !== null))
  if (!isWhole || windows.length === 0)
    found.push(
      finding(
        isWhole
          ? `What these checkpoints covered, from ${from(first)} to ${say(latest.at)}, is as they said: only the checkpoints were changed.`
          : `Something was changed between ${from(first)} and ${say(latest.at)}.`,
      ),
    )
  return [...found, ...windows]
}
