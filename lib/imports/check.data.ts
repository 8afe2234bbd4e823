import 'server-only'
import type { Work } from '@/lib/db/work'
import { isListField } from './field.rules'
import { type Import, readPlan, updateImport, writePlan } from './import.data'
import { type Findings, MOST_WORDS, type Plan } from './import.rules'
import { keepMatches, type NewMatch } from './match.data'
import { readPiece } from './piece.data'
import { readReading } from './reading.data'
import { duplicateKey, judgeRow, type Reading, unknownWords } from './row.schema'
import type { Line } from './table.rules'

/** So long one request goes on; then it says how far it came. */
export const BUDGET = 1500

type Tally = { good: number; bad: number; reasons: Record<string, number>; unknown: Findings['unknown'] }

const addWords = (unknown: Findings['unknown'], cells: readonly string[], reading: Reading) => {
  let found = unknown
  for (const { field, word } of unknownWords(cells, reading)) {
    const known = found[field] ?? {}
    const count = known[word]
    if (count === undefined && Object.keys(known).length >= MOST_WORDS) continue
    found = { ...found, [field]: { ...known, [word]: (count ?? 0) + 1 } }
  }
  return found
}

const judgeLines = (lines: readonly Line[], reading: Reading, tally: Tally): void => {
  for (const { cells } of lines) {
    const judged = judgeRow(cells, reading)
    if (judged.ok) tally.good += 1
    else {
      tally.bad += 1
      for (const { field, code } of judged.reasons)
        tally.reasons[`${field} ${code}`] = (tally.reasons[`${field} ${code}`] ?? 0) + 1
      if (judged.reasons.some(({ code, field }) => code === 'unknownChoice' && isListField(field)))
        tally.unknown = addWords(tally.unknown, cells, reading)
    }
  }
}

/** Rows that would be the same person as an earlier row of the table. Only keys are held in memory. */
const findDuplicates = async (work: Work, one: Import, plan: Plan): Promise<NewMatch[]> => {
  const reading = await readReading(work, one.teamId, plan)
  const seen = new Map<string, number>()
  const duplicates: NewMatch[] = []
  for (let piece = 0; piece < one.pieces; piece++)
    for (const { line, cells } of await readPiece(work, one.id, piece)) {
      const key = duplicateKey(cells, reading)
      if (key === null) continue
      const twin = seen.get(key)
      if (twin === undefined) seen.set(key, line)
      else duplicates.push({ line, piece, twin })
    }
  return duplicates
}

/** Goes through further rows without writing any: counts, reasons, words that no list knows. */
export const checkOn = async (work: Work, one: Import): Promise<void> => {
  const planned = await readPlan(work, one)
  if (planned === null) return updateImport(work, one.id, { state: 'brought' })
  const { plan, findings } = planned
  const reading = await readReading(work, one.teamId, plan)
  const tally: Tally = {
    good: one.good,
    bad: one.bad,
    reasons: { ...findings.reasons },
    unknown: findings.unknown,
  }
  const until = performance.now() + BUDGET
  let { at } = one
  do {
    judgeLines(await readPiece(work, one.id, at), reading, tally)
    at += 1
  } while (at < one.pieces && performance.now() < until)
  await writePlan(work, one, { plan, findings: { reasons: tally.reasons, unknown: tally.unknown } })
  const isThrough = at >= one.pieces
  if (isThrough) await keepMatches(work, one, await findDuplicates(work, one, plan))
  await updateImport(work, one.id, {
    at: isThrough ? 0 : at,
    good: tally.good,
    bad: tally.bad,
    ...(isThrough ? { state: 'checked' } : {}),
  })
}
