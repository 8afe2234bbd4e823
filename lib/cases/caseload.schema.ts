import * as z from 'zod'
import { isDay } from '@/lib/shared/dates'
import { SEVERITIES } from './case.rules'

const code = z
  .string()
  .regex(/^[a-z0-9_-]{1,40}$/)
  .optional()
  .catch(undefined)

/** The filters of the caseload, as they stand in the address. What cannot be read is left out, never an error. */
const search = z.object({
  worker: z.uuid().optional().catch(undefined),
  status: code,
  kind: code,
  centre: code,
  signal: z.enum(SEVERITIES).optional().catch(undefined),
  late: z.literal('1').optional().catch(undefined),
  unseen: z.literal('1').optional().catch(undefined),
  after: z.string().max(300).optional().catch(undefined),
})
export const FILTERS = ['worker', 'status', 'kind', 'centre', 'signal', 'late', 'unseen'] as const
export type Filter = (typeof FILTERS)[number]
export type Filters = Readonly<Partial<Record<Filter, string>>>

/** Where the last page ended: ids and dates only, and how many rows were passed. */
const cursor = z.object({
  on: z.string().refine(isDay).nullable(),
  id: z.uuid(),
  passed: z.number().int().min(0).max(100_000),
})
export type Cursor = z.output<typeof cursor>

export const writeCursor = (at: Cursor): string => Buffer.from(JSON.stringify(at)).toString('base64url')

const readCursor = (text: string | undefined): Cursor | null => {
  if (text === undefined) return null
  try {
    return cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
  } catch {
    return null
  }
}

export const readSearch = (
  raw: Readonly<Record<string, string | readonly string[] | undefined>>,
): { filters: Filters; after: Cursor | null } => {
  const first = Object.fromEntries(
    Object.entries(raw).map(([key, value]) => [key, typeof value === 'string' ? value : value?.[0]]),
  )
  const { after, ...given } = search.parse(first)
  const filters = Object.fromEntries(
    FILTERS.flatMap((filter) => (given[filter] === undefined ? [] : [[filter, given[filter]]])),
  )
  return { filters, after: readCursor(after) }
}

/** The address of the caseload under some filters. */
export const writeSearch = (filters: Filters, after: string | null = null): string => {
  const query = new URLSearchParams()
  for (const filter of FILTERS) {
    const value = filters[filter]
    if (value !== undefined) query.set(filter, value)
  }
  if (after !== null) query.set('after', after)
  const text = query.toString()
  return text === '' ? '/cases' : `/cases?${text}`
}
