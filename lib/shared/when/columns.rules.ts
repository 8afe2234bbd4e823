import { toDate } from '../dates'
import { parseWhen } from './parse.rules'
import { boundsOf, isKnown, readWhenCode, type When, type WhenBasis, whenCode } from './when.rules'

/** A date, the words it was given in, and on what ground it stands. */
export type SaidWhen = { readonly when: When; readonly text: string; readonly basis: WhenBasis }

/**
 * How a date stands in a table: `x_when` the code, `x_from` and `x_to` first and last possible day, `x_text` as typed,
 * `x_basis` the ground. All empty means not asked; not known and not told have a code and no days. A table that has these
 * columns carries CHECK (app.is_when(x_when, x_from, x_to, x_text, x_basis)).
 */
export type WhenColumns = {
  readonly when: string | null
  readonly from: Date | null
  readonly to: Date | null
  readonly text: string | null
  readonly basis: string | null
}

const NOT_ASKED: WhenColumns = { when: null, from: null, to: null, text: null, basis: null }

export const toWhenColumns = (said: SaidWhen | null): WhenColumns => {
  if (said === null) return NOT_ASKED
  const { when, text, basis } = said
  if (!isKnown(when)) return { ...NOT_ASKED, when: whenCode(when) }
  const { earliest, latest } = boundsOf(when)
  return { when: whenCode(when), from: toDate(earliest), to: toDate(latest), text, basis }
}

/** What someone typed, as columns; null when it is no date (the schema has refused it before). */
export const typedColumns = (typed: string, basis: WhenBasis): WhenColumns | null => {
  const read = parseWhen(typed)
  if ('problem' in read) return null
  return toWhenColumns(read.when === null ? null : { when: read.when, text: typed.trim(), basis })
}

/** The same in a table that says when something happened in `on_when` and its four. */
export const onColumns = (typed: string, basis: WhenBasis) => {
  const { when, from, to, text, basis: on } = typedColumns(typed, basis) ?? NOT_ASKED
  return { onWhen: when, onFrom: from, onTo: to, onText: text, onBasis: on }
}

/** The date of a row; null when it was not asked. */
export const columnsWhen = ({ when }: Pick<WhenColumns, 'when'>): When | null =>
  when === null ? null : readWhenCode(when)
