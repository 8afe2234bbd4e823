import { vocabulary } from '@/lib/shared/vocabulary'
import type { Reason } from './field.rules'

import type { LeftOut } from './left-out.rules'

/** Which rows of a table are shown before it is imported. */
export const SHOWN_ROWS = vocabulary('imports.shown-rows', ['all', 'notes', 'out'])
export type ShownRows = (typeof SHOWN_ROWS.codes)[number]

/** Which of them an address asks for. */
export const toShownRows = (text: string): ShownRows | null => SHOWN_ROWS.match(text)

/** How a cell is marked: read, meant as someone said, gone into a note (with the reason), or not imported. */
export type CellMark = 'read' | 'said' | 'note' | 'off'
export type PreviewRow = {
  readonly line: number
  readonly cells: readonly { readonly text: string; readonly mark: CellMark; readonly why: Reason | null }[]
  /** Why it makes no file. */
  readonly left: LeftOut | null
  readonly reasons: readonly Reason[]
}
