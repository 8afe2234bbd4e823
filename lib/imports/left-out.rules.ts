import { vocabulary } from '@/lib/shared/vocabulary'
import { foldWord } from './heading.rules'

/** Rows of a sheet that are about no one: sums, headings within the table, rows in which nothing of what is imported stands. */
export const LEFT_OUT = vocabulary('imports.left-out', ['totalRow', 'headingRow', 'emptyRow'])
export type LeftOut = (typeof LEFT_OUT.codes)[number]

/** Words of a sum that are no one’s name, and words beside them. */
const SUM = /^(?:(?:sub|sous)?tota(?:l|ux|al|len|le|als)|gesamt\p{L}*|summe|somme)$/u
const BESIDE =
  /^(?:\d+|de|du|des|van|der|von|of|en|et|and|und|grand|general|generale|generaal|algemeen|sous|sub|aantal|nombre|number|count|anzahl|effectif|personnes?|personen|people|persons?|dossiers?|files?|akten|zahl|sum|som)$/u
const MAY_BE_SUM = /tota|gesamt|somme|summe|aantal|nombre|number|count|anzahl|effectif/iu
/** "Total: 43", "Totaal aantal personen", "Nombre: 43". */
const isTotal = (cell: string): boolean => {
  // Asked of every cell of a table: most are done with here.
  if (!MAY_BE_SUM.test(cell)) return false
  const words = foldWord(cell).split(' ')
  if (words.some((word) => SUM.test(word))) return words.every((word) => SUM.test(word) || BESIDE.test(word))
  return /^(?:aantal|nombre|number|count|anzahl|effectif)\b[^:=]*[:=]\s*\d+$/iu.test(cell)
}

/** "91", "34 %", "m: 91 / v: 29": numbers, with a word for what each of them counts. */
const isCount = (cell: string): boolean =>
  cell.split('/').every((part) => /^\s*(?:\p{L}{1,15}\s*[:=]\s*)?[\d\s.,%]+$/u.test(part))

/**
 * Why a row of the table makes no file and is no one’s mistake; null for a row about a person. `mapped`: whether each of its cells is in a
 * column that is imported.
 */
export const leftOutOf = (
  cells: readonly string[],
  {
    headers,
    mapped,
    wide,
    isWord,
  }: {
    readonly headers: readonly string[]
    readonly mapped: readonly boolean[]
    readonly wide: number
    readonly isWord: (cell: string) => boolean
  },
): LeftOut | null => {
  const filled = cells.flatMap((cell, index) => (cell === '' ? [] : [{ cell, index }]))
  const [first] = filled
  if (first === undefined || !filled.some(({ index }) => mapped[index] === true)) return 'emptyRow'
  const hasTotal = filled.some(({ cell }) => isTotal(cell))
  const numbers = filled.filter(({ cell }) => /^[\d\s.,%]+$/u.test(cell)).length
  // A sum is among few other cells, all of them numbers; or a number is alone.
  if (hasTotal && filled.every(({ cell }) => isTotal(cell) || isCount(cell))) return 'totalRow'
  if (filled.length <= 2 && numbers === filled.length) return 'totalRow'
  // "of whom in a centre: | 27"
  if (filled.length === 2 && numbers === 1 && /:$/u.test(first.cell)) return 'totalRow'
  const same = filled.filter(({ cell, index }) => cell.toLowerCase() === (headers[index] ?? '').toLowerCase())
  if (same.length > 1 && same.length * 2 > filled.length) return 'headingRow'
  if (filled.length > 1 || wide <= 3) return null
  return isLabel(first.cell) || isWord(first.cell) ? 'headingRow' : null
}

/** What is alone in a wide row and is no name: "--- Vottem ---", "Women (12)", "Updated on 3/9/2026", "* = minor", a sentence. */
const isLabel = (cell: string): boolean =>
  /[:=*\d]|[-–=#]{2,}/u.test(cell) || foldWord(cell).split(' ').length > 6
