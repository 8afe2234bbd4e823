import {
  type Detail,
  detailOf,
  type Level,
  PIECES,
  type Piece,
  type Section,
  sectionsAt,
} from './level.rules'
import { coarsen, type Value, type Whole } from './value.rules'

/** One thing the file says: which piece of the table it is, and its value of the kind that the table names. */
export type Fact = {
  [P in Piece]: { readonly piece: P; readonly value: Extract<Whole, { kind: (typeof PIECES)[P]['kind'] }> }
}[Piece]
/** What belongs together: the facts of a person or a deadline one under the other, or one row of what happened. */
export type Item<F> = { readonly as: 'facts' | 'row'; readonly facts: readonly F[] }
export type Part<F> = { readonly section: Section; readonly items: readonly Item<F>[] }
export type ShownValue = { readonly piece: Piece; readonly value: Value }

const show = (value: Whole, detail: Detail): Value | null => {
  switch (detail) {
    case 'shown':
      return value
    case 'coarse':
      return coarsen(value)
    case 'hidden':
      return null
  }
}

/** Two facts that say the same once they are coarser are said once: three orders of one month, two ages of one band. */
const isSame = (a: ShownValue, b: ShownValue): boolean =>
  a.piece === b.piece && JSON.stringify(a.value) === JSON.stringify(b.value)

const redactItem = ({ as, facts }: Item<Fact>, level: Level): Item<ShownValue> => {
  const said = facts.flatMap(({ piece, value }): ShownValue[] => {
    const left = show(value, detailOf(piece, level))
    return left === null ? [] : [{ piece, value: left }]
  })
  return {
    as,
    facts: said.filter((one, index) => said.findIndex((other) => isSame(one, other)) === index),
  }
}

/**
 * What stands on the sheet: of the ticked sections, each piece as the table of levels says. A section without content stays,
 * because that nothing is recorded is said too, but one of which the level shows nothing is not there at all; a piece is only ever shown in its own section.
 */
export const redact = (
  parts: readonly Part<Fact>[],
  { level, sections }: { readonly level: Level; readonly sections: readonly Section[] },
): Part<ShownValue>[] =>
  parts
    .filter(({ section }) => sections.includes(section) && sectionsAt(level).includes(section))
    .map(({ section, items }) => ({
      section,
      items: items
        .map(({ as, facts }) => ({
          as,
          facts: facts.filter(({ piece }) => PIECES[piece].section === section),
        }))
        .map((item) => redactItem(item, level))
        .filter(({ facts }) => facts.length > 0),
    }))
