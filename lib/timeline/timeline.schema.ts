import { NOTE_KINDS } from '@/lib/cases/case.rules'
import { type Day, readDay } from '@/lib/shared/dates'
import { meanings, meant, type Search, says } from '@/lib/shared/search'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/**
 * What the timeline can be narrowed to: conversations, activities, events of the procedures and of detention, each kind of note, and what
 * the application itself wrote down.
 */
export const ENTRY_KINDS = vocabulary('cases.entry-kinds', [
  'visit',
  'activity',
  'event',
  'detention',
  ...NOTE_KINDS.codes,
  'change',
])
export type EntryKind = CodeOf<typeof ENTRY_KINDS>

/** What the address of a timeline says. Nothing in it names anyone. */
export type TimelineAddress = {
  /** Empty: all of them, and the application's own lines folded. */
  readonly kinds: readonly EntryKind[]
  /** Only what is new since the last review of the file. */
  readonly isNew: boolean
  /** Only what happened before that day. */
  readonly before: Day | null
}

/** Whatever stands in an address, known values are taken and the rest is nothing, which the page says. */
export const readTimelineSearch = (search: Search): TimelineAddress => {
  const asked = meanings(search, 'kind', ENTRY_KINDS.match)
  return {
    kinds: ENTRY_KINDS.codes.filter((kind) => asked.includes(kind)),
    isNew: says(search, 'new', '1'),
    before: meant(search, 'before', readDay),
  }
}

/** The same, from the fields of the form that filters: a filter begins with the newest again. */
export const readTimelineForm = (fields: URLSearchParams): TimelineAddress =>
  readTimelineSearch({ kind: fields.getAll('kind'), new: fields.getAll('new') })

/** The part of an address that says what is shown, always in the same order. */
export const writeTimelineQuery = ({ kinds, isNew, before }: TimelineAddress): string => {
  const query = new URLSearchParams(kinds.map((kind) => ['kind', kind]))
  if (isNew) query.set('new', '1')
  if (before !== null) query.set('before', before)
  return query.toString()
}
