import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** What an edition is about (docs/adr/0162). */
export const SUBJECTS = vocabulary('configuration.subjects', [
  'setting',
  'office',
  'list',
  'value',
  'place',
  // A file that was brought in: it names the other editions that were made by it (docs/adr/0174).
  'file',
])
export type Subject = CodeOf<typeof SUBJECTS>
export const EDITION_STATES = vocabulary('configuration.edition-states', [
  'asked',
  'set',
  'refused',
  'withdrawn',
])
export type EditionState = CodeOf<typeof EDITION_STATES>

export type Edition = {
  readonly id: string
  readonly subject: Subject
  readonly item: string
  readonly before: unknown
  readonly after: unknown
  readonly reason: string
  readonly state: EditionState
  readonly at: Date
  readonly by: { readonly id: string; readonly name: string }
}

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What takes an edition back: what was before. Something of one's own that it made is not deleted, because rows may point at it by now:
 * it is retired, hidden or closed.
 */
export const inverseOf = ({
  subject,
  before,
  after,
}: Pick<Edition, 'subject' | 'before' | 'after'>): unknown => {
  if (before !== null || subject === 'setting' || subject === 'list' || !isFields(after)) return before
  if (subject === 'value') return { ...after, retired: true }
  if (subject === 'office') return { ...after, closed: true }
  return after.kind === null || after.kind === undefined ? null : { ...after, hidden: true }
}
