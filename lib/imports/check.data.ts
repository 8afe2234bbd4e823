import 'server-only'
import type { Work } from '@/lib/db/work'
import type { Reading } from './cell.schema'
import { type Import, updateImport, writePlan } from './import.data'
import { type Findings, MOST_WORDS } from './import.rules'
import type { LeftOut } from './left-out.rules'
import { keepMatches, type NewMatch } from './match.data'
import { readPiece } from './piece.data'
import { readOf } from './reading.data'
import { judgeRow } from './row.schema'
import { duplicateKey, unknownWords } from './row-keys.schema'
import type { Line } from './table.rules'

/** So long one request goes on; then it says how far it came. */
export const BUDGET = 1500

type Counts = Record<string, number>
type Tally = {
  good: number
  bad: number
  reasons: Counts
  cells: Counts
  left: Partial<Record<LeftOut, number>>
  unknown: Findings['unknown']
}
const count = (counts: Counts, key: string): void => {
  counts[key] = (counts[key] ?? 0) + 1
}

const addWords = (unknown: Findings['unknown'], cells: readonly string[], reading: Reading) => {
  let found = unknown
  for (const { field, word } of unknownWords(cells, reading)) {
    const known = found[field] ?? {}
    const count = Object.hasOwn(known, word) ? known[word] : undefined
    if (count === undefined && Object.keys(known).length >= MOST_WORDS) continue
    found = { ...found, [field]: { ...known, [word]: (count ?? 0) + 1 } }
  }
  return found
}

const judgeLines = (lines: readonly Line[], reading: Reading, tally: Tally): void => {
  for (const { cells } of lines) {
    const judged = judgeRow(cells, reading)
    if (judged.ok) {
      tally.good += 1
      for (const { field, code } of judged.unread) count(tally.cells, `${field} ${code}`)
      if (judged.unread.some(({ code }) => code === 'unknownChoice'))
        tally.unknown = addWords(tally.unknown, cells, reading)
      continue
    }
    tally.bad += 1
    if (judged.left !== null) tally.left[judged.left] = (tally.left[judged.left] ?? 0) + 1
    for (const { field, code } of judged.reasons) count(tally.reasons, `${field} ${code}`)
  }
}

/** Rows that would be the same person as an earlier row of the table. Only keys are held in memory. */
const findDuplicates = async (work: Work, one: Import, reading: Reading): Promise<NewMatch[]> => {
  const seen = new Map<string, number>()
  const duplicates: NewMatch[] = []
  for (let piece = 0; piece < one.pieces; piece++)
    for (const { line, cells } of await readPiece(work, one.id, piece)) {
      const key = judgeRow(cells, reading).ok ? duplicateKey(cells, reading) : null
      if (key === null) continue
      const twin = seen.get(key)
      if (twin === undefined) seen.set(key, line)
      else duplicates.push({ line, piece, twin })
    }
  return duplicates
}

/** Goes through further rows without writing any: counts, reasons, words that no list knows. */
export const checkOn = async (work: Work, one: Import): Promise<void> => {
  const read = await readOf(work, one)
  if (read === null) return updateImport(work, one.id, { state: 'brought' })
  const {
    reading,
    planned: { plan, findings },
  } = read
  const tally: Tally = {
    good: one.good,
    bad: one.bad,
    reasons: { ...findings.reasons },
    cells: { ...findings.cells },
    left: { ...findings.left },
    unknown: findings.unknown,
  }
  const until = performance.now() + BUDGET
  let { at } = one
  do {
    judgeLines(await readPiece(work, one.id, at), reading, tally)
    at += 1
  } while (at < one.pieces && performance.now() < until)
  await writePlan(work, one, {
    plan,
    findings: { reasons: tally.reasons, cells: tally.cells, left: tally.left, unknown: tally.unknown },
  })
  const isThrough = at >= one.pieces
  if (isThrough) await keepMatches(work, one, await findDuplicates(work, one, reading))
  await updateImport(work, one.id, {
    at: isThrough ? 0 : at,
    good: tally.good,
    bad: tally.bad,
    ...(isThrough ? { state: 'checked' } : {}),
  })
}
