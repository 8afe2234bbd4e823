'use server'
import * as z from 'zod'
import type { Work } from '@/lib/db/work'
import { defineAction } from '@/lib/server/define-action'
import { no, ok, type Result } from '@/lib/shared/result'
import { checkOn } from './check.data'
import { joinSigns } from './date-order.rules'
import { openHead } from './encrypted.data'
import { isOwnColumn, LIST_FIELDS, type ListField } from './field.rules'
import {
  forgetImport,
  getImport,
  holdImport,
  keepMapping,
  keepWords,
  readPlan,
  updateImport,
  writePlan,
} from './import.data'
import { NO_FINDINGS, UNDO_DAYS } from './import.rules'
import { decideSchema, importSchema, type Progress, planSchema, progress } from './import.schema'
import { askOn, decideMatch } from './match.data'
import { holdsDays, listOwnTargets } from './own-target.data'
import { listWorkers } from './reading.data'
import { runOn } from './run.data'
import { undoOn } from './undo.data'
import { AS_NOTE, OPEN, type SaidWords, wordKey } from './word.rules'

const toProgress = async (work: Work, importId: string): Promise<Result<Progress>> => {
  const one = await getImport(work, importId)
  const { state, at, pieces, rows, good, bad, made, passed, gone, kept, askedTo } = one
  return ok({ importId, state, at, pieces, rows, good, bad, made, passed, gone, kept, askedTo })
}
const moved = (_input: unknown, { importId, state, at }: Progress) =>
  ({ event: 'import.moved', importId, state, at }) as const

type Answer = { readonly field: ListField; readonly word: string; readonly code: string }
const answersOf = (words: readonly Answer[]): SaidWords => {
  let said: SaidWords = {}
  for (const { field, word, code } of words) {
    const meant = code === 'open' ? OPEN : code === 'note' ? AS_NOTE : code
    if (code !== '') said = { ...said, [field]: { ...said[field], [wordKey(word)]: meant } }
  }
  return said
}
const joinWords = (one: SaidWords, other: SaidWords): SaidWords => {
  let all = one
  for (const field of LIST_FIELDS.codes)
    if (other[field] !== undefined) all = { ...all, [field]: { ...one[field], ...other[field] } }
  return all
}

/** A slow machine takes its time for a piece, and who asks meanwhile waits for it and does the next: no window is told that it failed. */
const MOST = 120_000

/** Says what the columns mean; the rows are gone through after it. */
export const planImport = defineAction({
  name: 'planImport',
  permission: 'import:run',
  schema: planSchema,
  value: progress,
  audit: moved,
  run: async (work, { importId, columns, dateOrder, kind, workerId, said: words }) => {
    const one = await holdImport(work, importId)
    if (one.state !== 'brought' && one.state !== 'checked' && one.state !== 'checking')
      return no('importOver')
    if (one.headCipher === null) return no('importOver')
    if (columns.length !== one.columns) return no('invalid', { columns: 'unknownChoice' })
    const own = await listOwnTargets(work)
    const isGone = (column: string): boolean =>
      isOwnColumn(column) && !own.some((target) => target.column === column)
    if (columns.some(isGone)) return no('invalid', { columns: 'unknownChoice' })
    const { signs } = await openHead(work, importId, one.headCipher)
    const dates = joinSigns(signs.filter((_, index) => holdsDays(columns[index] ?? '', own)))
    // A date that can be read in two ways is never read in one of them unasked.
    if (dates.found > 0 && dateOrder === '') return no('invalid', { dateOrder: 'required' })
    const workers = await listWorkers(work, one.teamId)
    if (!workers.some(({ id }) => id === workerId)) return no('invalid', { workerId: 'unknownChoice' })
    const earlier = await readPlan(work, one)
    const answered = answersOf(words)
    await keepMapping(work, one, columns)
    await keepWords(work, answered)
    // What was answered before stays answered: the questions that are left are asked alone.
    const said = joinWords(earlier?.plan.said ?? {}, answered)
    await writePlan(work, one, {
      plan: { columns, dateOrder: dateOrder === '' ? null : dateOrder, said, kind, workerId },
      findings: NO_FINDINGS,
    })
    if (one.state === 'checked') await updateImport(work, importId, { state: 'brought' })
    const round = one.round + 1
    if (one.state !== 'checking') await updateImport(work, importId, { state: 'checking' })
    await updateImport(work, importId, { at: 0, good: 0, bad: 0, askedTo: 0, round })
    return toProgress(work, importId)
  },
})

/** Does the next piece of what is going on: checking, writing or taking back. Two pages that ask at once wait for each other. */
export const goOn = defineAction({
  name: 'goOn',
  permission: 'import:run',
  schema: importSchema,
  value: progress,
  audit: moved,
  most: MOST,
  run: async (work, { importId }) => {
    const one = await holdImport(work, importId)
    if (one.state === 'checking') await checkOn(work, one)
    if (one.state === 'undoing') await undoOn(work, one)
    if (one.state === 'running') {
      const result = await runOn(work, one)
      if (!result.ok) return result
    }
    return toProgress(work, importId)
  },
})

/** Asks further rows whether they could be someone known. */
export const lookForKnown = defineAction({
  name: 'lookForKnown',
  permission: 'import:run',
  schema: importSchema,
  value: progress,
  audit: moved,
  most: MOST,
  run: async (work, { importId }) => {
    const one = await holdImport(work, importId)
    if (one.state === 'checked') await askOn(work, one)
    return toProgress(work, importId)
  },
})

export const decideRow = defineAction({
  name: 'decideRow',
  permission: 'import:run',
  schema: decideSchema,
  value: z.object({ importId: z.uuid(), line: z.number() }),
  audit: ({ importId, line, decision }) => ({ event: 'import.decided', importId, line, decision }),
  run: async (work, { importId, line, decision }) => {
    const one = await getImport(work, importId)
    if (one.state !== 'checked' || !(await decideMatch(work, one, line, decision))) return no('importOver')
    return ok({ importId, line })
  },
})

/** From one state to the next, where that is one of its ways. */
const step = async (
  work: Work,
  importId: string,
  from: readonly string[],
  to: 'running' | 'stopped' | 'undoing',
): Promise<Result<Progress>> => {
  const one = await holdImport(work, importId)
  if (!from.includes(one.state)) return no('importOver')
  const isLate = one.endedAt !== null && one.endedAt < new Date(work.now.getTime() - UNDO_DAYS * 86_400_000)
  if (to === 'undoing' && isLate) return no('importOver')
  if (to === 'running' && (await readPlan(work, one)) === null) return no('importOver')
  // What was stopped goes on where it stopped.
  await updateImport(work, importId, {
    state: to,
    ...(one.state === 'stopped' && to === 'running' ? {} : to === 'stopped' ? {} : { at: 0 }),
  })
  return toProgress(work, importId)
}

export const startImport = defineAction({
  name: 'startImport',
  permission: 'import:run',
  schema: importSchema,
  value: progress,
  audit: moved,
  run: (work, { importId }) => step(work, importId, ['checked', 'stopped'], 'running'),
})

export const stopImport = defineAction({
  name: 'stopImport',
  permission: 'import:run',
  schema: importSchema,
  value: progress,
  audit: moved,
  most: MOST,
  run: (work, { importId }) => step(work, importId, ['running'], 'stopped'),
})

export const undoImport = defineAction({
  name: 'undoImport',
  permission: 'import:run',
  schema: importSchema,
  value: progress,
  audit: moved,
  run: (work, { importId }) => step(work, importId, ['done', 'stopped'], 'undoing'),
})

/** What stood in the table goes for good; the files that were made of it stay. */
export const throwAway = defineAction({
  name: 'throwAway',
  permission: 'import:run',
  schema: importSchema,
  value: z.object({ importId: z.uuid() }),
  audit: ({ importId }) => ({ event: 'import.forgotten', importId }),
  run: async (work, { importId }) => {
    await getImport(work, importId)
    return (await forgetImport(work, importId)) ? ok({ importId }) : no('importOver')
  },
})
