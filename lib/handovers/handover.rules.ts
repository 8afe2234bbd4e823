import type { Day } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** What is true of a hand-over, no matter who asks. */

export const KINDS = vocabulary('handovers.kinds', ['permanent', 'temporary'])
export type HandoverKind = CodeOf<typeof KINDS>

/** More is two hand-overs. */
export const MOST_FILES = 200
export const LONGEST_NOTE = 1_000
/** The one who is asked reads the file meanwhile; after so many days of silence no more. */
export const OFFER_DAYS = 14
export const UNDO_HOURS = 24

/** Whether it can still be taken back whole: a day, to the second. */
export const canUndo = (sentAt: Date, now: Date): boolean =>
  now.getTime() <= sentAt.getTime() + UNDO_HOURS * 3_600_000

/** Until when a colleague who is asked may read the file. A temporary hand-over is never asked beyond its own end. */
export const offeredUntil = (now: Date, endsAt: Date | null): Date => {
  const until = new Date(now.getTime() + OFFER_DAYS * 86_400_000)
  return endsAt !== null && endsAt < until ? endsAt : until
}

export const STATES = vocabulary('handovers.states', ['draft', 'sent', 'undone'])
export const ITEM_STATES = vocabulary('handovers.item-states', [
  'draft',
  'held',
  'offered',
  'accepted',
  'declined',
  'skipped',
  'undone',
])
export type ItemState = CodeOf<typeof ITEM_STATES>
/** What is said of a file: as kept, but that a temporary one has gone back when its last day is over. No job does it. */
export type ShownState = ItemState | 'returned'

export const toShownState = (state: ItemState, untilDay: Day | null, today: Day): ShownState =>
  untilDay !== null && untilDay < today && (state === 'held' || state === 'offered' || state === 'accepted')
    ? 'returned'
    : state

/** No one has taken these yet: the coordinator has them and may ask someone else. */
export const isUnplaced = (state: ShownState): boolean => state === 'held' || state === 'declined'

const LINE = 220
const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`

/** The first sentence of a text, on one line. */
const firstSentence = (text: string): string => {
  const flat = text.replace(/\s+/g, ' ').trim()
  return /^.*?[.!?…](?=\s|$)/u.exec(flat)?.[0] ?? flat
}

/**
 * A note to begin with: what is dangerous, in the language of the colleague who prepares the hand-over; what was last written;
 * and what is to be done. The one who leaves makes it theirs.
 */
export const draftNote = ({
  dangers,
  lastNote,
  nextStep,
  tasks,
}: {
  /** Each with its reason and day, the strongest first. */
  readonly dangers: readonly string[]
  readonly lastNote: string
  readonly nextStep: string
  readonly tasks: readonly string[]
}): string => {
  const todo = [nextStep, ...tasks]
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
  const lines = [
    ...dangers.map((danger) => cut(`! ${danger}`, LINE)),
    cut(firstSentence(lastNote), LINE),
    todo.length === 0 ? '' : cut(`→ ${[...new Set(todo)].join(' · ')}`, LINE),
  ]
  return lines.filter((line) => line !== '').join('\n')
}
