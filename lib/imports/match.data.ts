import 'server-only'
import type { Work } from '@/lib/db/work'
import { listAlikePeople } from '@/lib/people/alike.data'
import type { Alike } from '@/lib/people/alike.schema'
import { cellsOf, nameOf, type Reading } from './cell.schema'
import { type Import, updateImport } from './import.data'
import { DECISIONS, type Decision } from './import.rules'
import { readPiece } from './piece.data'
import { readOf } from './reading.data'
import { judgeRow } from './row.schema'
import { LIMITS } from './table.rules'

export type NewMatch = { readonly line: number; readonly piece: number; readonly twin: number | null }

/** Remembers rows that could be someone known. What was found before the columns were said anew is written over. */
export const keepMatches = async (
  work: Work,
  { id: importId, round }: Pick<Import, 'id' | 'round'>,
  found: readonly NewMatch[],
): Promise<void> => {
  for (let from = 0; from < found.length; from += 1000) {
    const some = found.slice(from, from + 1000)
    const known = await work.tx.importMatch.findMany({
      where: { importId, line: { in: some.map(({ line }) => line) } },
      select: { line: true, round: true },
    })
    const old = new Map(known.map(({ line, round: then }) => [line, then]))
    for (const { line, twin } of some)
      if (old.has(line) && old.get(line) !== round)
        await work.tx.importMatch.updateMany({
          where: { importId, line },
          data: { round, twin, decision: null, notSame: [] },
        })
    const fresh = some.filter(({ line }) => !old.has(line))
    if (fresh.length > 0)
      await work.tx.importMatch.createMany({ data: fresh.map((match) => ({ ...match, importId, round })) })
  }
}

const describedBy = (cells: readonly string[], reading: Reading) => {
  const judged = judgeRow(cells, reading)
  if (!judged.ok || judged.input.name.length < 3) return null
  const { name, nationality, placeId } = judged.input
  return { name, nationality, placeId }
}

/** Asks further rows whether someone within reach could be meant; those that would make no file are not asked. */
export const askOn = async (work: Work, one: Import): Promise<number> => {
  const read = await readOf(work, one)
  if (read === null) return 0
  const { reading } = read
  const until = performance.now() + 2000
  const found: NewMatch[] = []
  let { askedTo } = one
  while (askedTo < one.rows && performance.now() < until) {
    const piece = Math.floor(askedTo / LIMITS.piece)
    const lines = (await readPiece(work, one.id, piece)).slice(askedTo % LIMITS.piece)
    for (const { line, cells } of lines) {
      if (performance.now() >= until) break
      askedTo += 1
      const described = describedBy(cells, reading)
      if (described === null) continue
      const people = await listAlikePeople(work, described, work.locale)
      if (people.length > 0) found.push({ line, piece, twin: null })
    }
  }
  await keepMatches(work, one, found)
  await updateImport(work, one.id, { askedTo })
  return askedTo
}

export type Match = {
  readonly line: number
  readonly twin: number | null
  readonly decision: Decision | null
  /** What the row says of the person. */
  readonly name: string
  readonly born: string
  readonly nationality: string
  readonly people: readonly Alike[]
}

/** A page of the rows that could be someone known, in the order of the table, with those who are within reach now. */
export const listMatches = async (
  work: Work,
  one: Import,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<{ matches: Match[]; total: number; open: number }> => {
  const where = { importId: one.id, round: one.round }
  const total = await work.tx.importMatch.count({ where })
  const open = await work.tx.importMatch.count({ where: { ...where, decision: null } })
  const read = await readOf(work, one)
  if (read === null || total === 0) return { matches: [], total, open }
  const { reading } = read
  const rows = await work.tx.importMatch.findMany({
    where,
    orderBy: { line: 'asc' },
    skip: (page - 1) * size,
    take: size,
    select: { line: true, piece: true, twin: true, decision: true },
  })
  const matches: Match[] = []
  for (const { line, piece, twin, decision } of rows) {
    const cells = (await readPiece(work, one.id, piece)).find((row) => row.line === line)?.cells ?? []
    const said = cellsOf(cells, reading)
    const described = describedBy(cells, reading)
    matches.push({
      line,
      twin,
      decision: DECISIONS.readOrNull(decision),
      name: nameOf(said),
      born: said.born ?? said.age ?? '',
      nationality: said.nationality ?? '',
      people: described === null ? [] : await listAlikePeople(work, described, work.locale),
    })
  }
  return { matches, total, open }
}

/** Ids of those who are shown beside a row. */
const listShown = async (
  work: Work,
  one: Import,
  { line, piece }: Pick<Match, 'line'> & { piece: number },
) => {
  const read = await readOf(work, one)
  if (read === null) return []
  const { reading } = read
  const cells = (await readPiece(work, one.id, piece)).find((row) => row.line === line)?.cells ?? []
  const described = describedBy(cells, reading)
  if (described === null) return []
  const people = await listAlikePeople(work, described, work.locale)
  return [...new Set(people.map(({ personId }) => personId))]
}

/** @returns false when there is no such row to decide about */
export const decideMatch = async (
  work: Work,
  one: Import,
  line: number,
  decision: Decision,
): Promise<boolean> => {
  const where = { importId: one.id, round: one.round, line }
  const match = await work.tx.importMatch.findFirst({ where, select: { piece: true } })
  if (match === null) return false
  const notSame = decision === 'new' ? await listShown(work, one, { line, piece: match.piece }) : []
  await work.tx.importMatch.updateMany({ where, data: { decision, notSame } })
  return true
}

/** Of whom it was said, for each line of a piece, that they are others than the one who stands there. */
export const listOthers = async (
  work: Work,
  { id: importId, round }: Pick<Import, 'id' | 'round'>,
  piece: number,
): Promise<ReadonlyMap<number, readonly string[]>> => {
  const rows = await work.tx.importMatch.findMany({
    where: { importId, round, piece, decision: 'new' },
    select: { line: true, notSame: true },
  })
  return new Map(rows.map(({ line, notSame }) => [line, notSame]))
}

/** Lines of a piece of which someone said that they make no file. */
export const listPassed = async (
  work: Work,
  { id: importId, round }: Pick<Import, 'id' | 'round'>,
  piece: number,
): Promise<ReadonlySet<number>> => {
  const rows = await work.tx.importMatch.findMany({
    where: { importId, round, piece, decision: { in: ['same', 'skip'] } },
    select: { line: true },
  })
  return new Set(rows.map(({ line }) => line))
}
