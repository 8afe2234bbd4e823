import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import type { DateOrder, OrderSigns } from './date-order.rules'
import type { Columns, ListField } from './field.rules'
import type { LeftOut } from './left-out.rules'
import type { Encoding, Separator, Source } from './table.rules'
import type { SaidWords } from './word.rules'

export const STATES = vocabulary('imports.states', [
  'brought',
  'checking',
  'checked',
  'running',
  'stopped',
  'done',
  'undoing',
  'undone',
  'dropped',
])
export type State = CodeOf<typeof STATES>
/** States in which something goes on, piece by piece, as long as a page asks for it. */
export const MOVING: readonly State[] = ['checking', 'running', 'undoing']

/** So long it may be taken back. */
export const UNDO_DAYS = 7
/** So long after its end, or its beginning, what was not written lies encrypted (app.forget_old_imports). */
export const FORGET_DAYS = 7

export const DECISIONS = vocabulary('imports.decisions', ['new', 'same', 'skip'])
export type Decision = CodeOf<typeof DECISIONS>

/** What is encrypted of a table beside its rows: its headings, three values of each column, and what its dates look like. */
export type Head = {
  readonly sheet: string
  readonly headLine: number
  readonly above: readonly string[]
  readonly blank: number
  readonly headers: readonly string[]
  readonly samples: readonly (readonly string[])[]
  readonly signs: readonly OrderSigns[]
}

/** A table as it was read, and its rows in pieces of JSON (`Line[]`, table.rules.ts) that are encrypted as they are. */
export type BroughtTable = {
  readonly source: Source
  readonly encoding: Encoding | null
  readonly separator: Separator | null
  readonly rows: number
  readonly head: Head
  readonly pieces: readonly Uint8Array[]
}

/** What someone said about the columns. */
export type Plan = {
  readonly columns: Columns
  readonly dateOrder: DateOrder | null
  readonly said: SaidWords
  /** The kind of file of rows that do not say it, and who works the files. */
  readonly kind: string
  readonly workerId: string
}

/** What was found when the rows were gone through: how often which reason, and the words that no list knows. */
export type Findings = {
  readonly reasons: Readonly<Record<string, number>>
  /** Cells that go into a note of their file, by field and reason; rows that are about no one, by what they are. */
  readonly cells: Readonly<Record<string, number>>
  readonly left: Readonly<Partial<Record<LeftOut, number>>>
  readonly unknown: Readonly<Partial<Record<ListField, Readonly<Record<string, number>>>>>
}
export const NO_FINDINGS: Findings = { reasons: {}, cells: {}, left: {}, unknown: {} }

/** More words than these are no list any more: the column was given the wrong meaning. */
export const MOST_WORDS = 60
