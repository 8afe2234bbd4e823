// Whether an event is missing from the audit log, by the numbers that events get in their transaction (docs/adr/0108). It needs no
// checkpoint, so it finds what was deleted before one, and after every checkpoint was made anew.
import type pg from 'pg'
import * as z from 'zod'
import { type Finding, finding } from './finding'

const TIME = 'YYYY-MM-DD HH24:MI:SS'
const gaps = z.array(
  z.object({
    counter: z.number(),
    first: z.coerce.bigint(),
    last: z.coerce.bigint(),
    after: z.string().nullable(),
    before: z.string().nullable(),
  }),
)

const windowOf = (after: string | null, before: string | null): string => {
  if (after !== null && before !== null) return `between ${after} and ${before}`
  if (after !== null) return `after ${after}`
  return before === null ? 'at an unknown time' : `before ${before}`
}

/** Numbers that a counter gave and no event has; the window is that of the events beside them. */
const checkGaps = async (client: pg.ClientBase): Promise<Finding[]> => {
  const { rows } = await client.query(`
    SELECT g.counter, g.before_number + 1 AS first, g.number - 1 AS last,
           to_char(g.before_at, '${TIME}') AS after, to_char(g.at, '${TIME}') AS before
      FROM (SELECT n.counter, n.number, n.at, lag(n.number, 1, 0::bigint) OVER w AS before_number, lag(n.at) OVER w AS before_at
              FROM (SELECT counter, number, at FROM public.audit_event WHERE number IS NOT NULL
                    UNION ALL SELECT id, last + 1, NULL FROM public.audit_counter) n
            WINDOW w AS (PARTITION BY n.counter ORDER BY n.number)) g
     WHERE g.number > g.before_number + 1 ORDER BY g.counter, g.number`)
  return gaps.parse(rows).map(({ counter, first, last, after, before }) => {
    const count = last - first + 1n
    const which =
      count === 1n
        ? `Event ${counter}/${first} is gone: it was`
        : `${count} events are gone, numbers ${counter}/${first} to ${counter}/${last}: they were`
    return finding(
      `${which} written ${windowOf(after, before)}.`,
      'Gaps in the numbers of events',
      `${counter}/${first}`,
    )
  })
}

const named = z.array(z.object({ name: z.string(), key: z.string() }))

/** Numbers that no counter gave or that were given once, and events that took none. */
const checkStrangers = async (client: pg.ClientBase): Promise<Finding[]> => {
  const { rows: ahead } = await client.query(`
    SELECT DISTINCT ON (e.counter) e.counter::text AS key, e.counter || ' has given ' || COALESCE(c.last, 0) || ' numbers and event ' || e.counter || '/' || e.number || ' is there' AS name
      FROM public.audit_event e LEFT JOIN public.audit_counter c ON c.id = e.counter
     WHERE e.number > COALESCE(c.last, 0) ORDER BY e.counter, e.number DESC`)
  const { rows: twice } = await client.query(`
    SELECT counter || '/' || number AS key, count(*)::text AS name FROM public.audit_event
     WHERE number IS NOT NULL GROUP BY counter, number HAVING count(*) > 1 ORDER BY counter, number`)
  const { rows: unnumbered } = await client.query(`
    SELECT x.id::text AS key, x.event || ' of ' || to_char(x.at, '${TIME}') AS name FROM public.audit_event x
     WHERE x.number IS NULL AND x.txid >= (SELECT min(e.txid) FROM public.audit_event e WHERE e.number IS NOT NULL)
     ORDER BY x.txid, x.id`)
  return [
    ...named
      .parse(ahead)
      .map(({ name, key }) =>
        finding(`The counter ${name}: it was put back.`, 'Counters that were put back', key),
      ),
    ...named
      .parse(twice)
      .map(({ name, key }) =>
        finding(
          `The number ${key} is borne by ${name} events: one was put in directly.`,
          'Numbers that several events bear',
          key,
        ),
      ),
    ...named
      .parse(unnumbered)
      .map(({ name, key }) =>
        finding(
          `The event ${name} (${key}) has no number: it was put in directly.`,
          'Events without a number, put in directly',
          key,
        ),
      ),
  ]
}

const since = z.array(z.object({ day: z.string().nullable() })).length(1)

export type NumbersSeen = {
  readonly found: readonly Finding[]
  /** The day of the first event that has a number; events before it have none. Null: none has. */
  readonly since: string | null
}

export const checkEventNumbers = async (client: pg.ClientBase): Promise<NumbersSeen> => {
  const { rows } = await client.query(
    `SELECT to_char(min(at), 'YYYY-MM-DD') AS day FROM public.audit_event WHERE number IS NOT NULL`,
  )
  return {
    found: [...(await checkGaps(client)), ...(await checkStrangers(client))],
    since: since.parse(rows)[0]?.day ?? null,
  }
}
