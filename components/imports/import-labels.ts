import type { TagKind } from '@/components/ui/tag'
import type { State } from '@/lib/imports/import.rules'
import { LIMITS } from '@/lib/imports/table.rules'

const KINDS: Readonly<Record<State, TagKind>> = {
  brought: 'info',
  checked: 'info',
  checking: 'late',
  running: 'late',
  undoing: 'late',
  stopped: 'late',
  done: 'done',
  undone: 'plain',
  dropped: 'plain',
}
/** How a state looks as a tag. */
export const stateKind = (state: State): TagKind => KINDS[state]

/** Rows that lie behind so many pieces. */
export const rowsBehind = (at: number, rows: number): number => Math.min(rows, at * LIMITS.piece)
