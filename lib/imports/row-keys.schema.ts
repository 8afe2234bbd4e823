import { cellsOf, listCells, nameOf, type Reading, readWord } from './cell.schema'
import { isListField, type ListField } from './field.rules'
import { foldWord } from './heading.rules'

/** Words of a row that the lists do not know: what someone is asked the meaning of. */
export const unknownWords = (
  cells: readonly string[],
  reading: Reading,
): { readonly field: ListField; readonly word: string }[] =>
  listCells(cells, reading).flatMap(({ field, text }) =>
    isListField(field) && readWord(field, text, reading) === null ? [{ field, word: text }] : [],
  )

/** By what two rows of one table would be the same person: their name and what is said of their birth. */
export const duplicateKey = (cells: readonly string[], reading: Reading): string | null => {
  const said = cellsOf(cells, reading)
  const name = foldWord(nameOf(said)).split(' ').sort().join(' ')
  return name === '' ? null : `${name}|${said.born ?? said.age ?? ''}`
}
