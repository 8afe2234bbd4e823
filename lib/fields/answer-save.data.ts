import 'server-only'
import type { CipherPlace } from '@/lib/db/field-crypto'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { listGiven, ofFile, ofPerson, ofVisit } from './answer.data'
import type { TypedAnswer } from './answer.rules'
import { fromTyped, isSameTyped, toTyped } from './answer.rules'
import { rowsOf } from './answer-rows.data'
import { listFieldChoices } from './choice.data'
import { mayName } from './choice.rules'
import type { Answer, OwnField } from './field.rules'
import {
  currentAnswers,
  type Given,
  versionOfAnswers,
  type Whose,
  type WithdrawnBecause,
} from './given.rules'

/** After everything that was answered: who waited for a colleague began before them, and is later all the same. */
const nextMoment = (work: Work, given: readonly Given[], whose: Whose): Date =>
  new Date(Math.max(work.now.getTime(), versionOfAnswers(given, whose) + 1))

type File = { readonly id: string; readonly secrecy: string }

const inFile = (file: File | null): File => {
  if (file === null) throw new Error('an answer that belongs to a file, in none')
  return file
}
const placeOf = ({ whose: { owner, id }, file }: NewAnswer, row: string): CipherPlace => {
  if (owner === 'person') return ofPerson(id, row)
  return owner === 'visit' ? ofVisit(id, row) : ofFile(inFile(file).id, row)
}
const encounterOf = ({ owner, id }: Whose): string | null => (owner === 'encounter' ? id : null)

type NewAnswer = {
  /** In which it is said; a visit is in none. */
  readonly file: File | null
  readonly whose: Whose
  readonly field: Pick<OwnField, 'id' | 'type' | 'fieldClass' | 'decimals'>
  readonly edition: number
  readonly answer: Answer
  readonly at: Date
}
/** Writes answers beside those there are, with one statement for files and conversations, one for people and one for visits. */
export const insertAnswers = async (work: Work, answers: readonly NewAnswer[]): Promise<void> => {
  const inFiles: Prisma.OwnValueCreateManyInput[] = []
  const ofPeople: Prisma.OwnPersonValueCreateManyInput[] = []
  const ofVisits: Prisma.OwnVisitValueCreateManyInput[] = []
  for (const one of answers) {
    const { file, whose, field, edition, answer, at } = one
    const isClosed = field.fieldClass === 'sensitive' || file?.secrecy === 'sealed'
    const rows = await rowsOf(work, field, edition, answer, {
      isClosed,
      at,
      place: (row) => placeOf(one, row),
    })
    switch (whose.owner) {
      case 'person': {
        const { id, secrecy } = inFile(file)
        const circleCaseId = secrecy === 'open' ? null : id
        ofPeople.push(...rows.map((row) => ({ ...row, personId: whose.id, circleCaseId })))
        break
      }
      case 'file':
      case 'encounter': {
        const of = { caseId: inFile(file).id, encounterId: encounterOf(whose), createdBy: work.actor.id }
        inFiles.push(...rows.map((row) => ({ ...row, ...of })))
        break
      }
      case 'visit':
        ofVisits.push(
          ...rows.map((row) => {
            if (!('state' in row)) throw new Error('a visit has no sensitive answer')
            return { ...row, visitId: whose.id, createdBy: work.actor.id }
          }),
        )
    }
  }
  if (inFiles.length > 0) await work.tx.ownValue.createMany({ data: inFiles })
  if (ofPeople.length > 0) await work.tx.ownPersonValue.createMany({ data: ofPeople })
  if (ofVisits.length > 0) await work.tx.ownVisitValue.createMany({ data: ofVisits })
}

/** Withdraws answers: the next ones are written beside them. */
const withdrawAnswers = async (
  work: Work,
  whose: Whose,
  answerIds: readonly string[],
  { at, because }: { readonly at: Date; readonly because: WithdrawnBecause },
): Promise<void> => {
  if (answerIds.length === 0) return
  const data = { withdrawnAt: at, withdrawnBecause: because }
  const which = { answerId: { in: [...answerIds] }, withdrawnAt: null }
  if (whose.owner === 'person')
    await work.tx.ownPersonValue.updateMany({ where: { ...which, personId: whose.id }, data })
  else if (whose.owner === 'visit')
    await work.tx.ownVisitValue.updateMany({ where: { ...which, visitId: whose.id }, data })
  else if (whose.owner === 'encounter')
    await work.tx.ownValue.updateMany({ where: { ...which, encounterId: whose.id }, data })
  else await work.tx.ownValue.updateMany({ where: { ...which, caseId: whose.id, encounterId: null }, data })
}

export type Saved =
  | { readonly type: 'saved'; readonly changed: number }
  | { readonly type: 'faults'; readonly code: string; readonly fields: Readonly<Record<string, string>> }
  | { readonly type: 'conflict'; readonly theirs: Readonly<Record<string, TypedAnswer | number>> }

/**
 * Writes what was changed in a form. What no one touched in it is left as it is now; what was touched here and changed meanwhile by a colleague is shown to who
 * typed it, field by field. The caller holds what is asked of until the end of the transaction.
 */
export const saveAnswers = async (
  work: Work,
  /** null: of a visit. */
  file: File | null,
  {
    whose,
    version,
    answers,
  }: {
    readonly whose: Whose
    readonly version: number
    readonly answers: ReadonlyMap<string, TypedAnswer>
  },
  fields: readonly OwnField[],
): Promise<Saved> => {
  const given = await listGiven(work, fields, { caseId: file?.id ?? null, whose: [whose] })
  const before = currentAnswers(given, whose, version)
  const now = currentAnswers(given, whose)
  const faults: Record<string, string> = {}
  const theirs: Record<string, TypedAnswer> = {}
  const choices = await listFieldChoices(work, fields)
  const changes: { field: OwnField; edition: number; answer: Answer | null; old: readonly Given[] }[] = []
  for (const [fieldId, mine] of answers) {
    const field = fields.find(({ id, owner }) => id === fieldId && owner === whose.owner)
    if (field === undefined || mine.edition > field.now.edition) {
      faults[`${fieldId}.text`] = 'unknownChoice'
      continue
    }
    const shown = (all: readonly Given[] | undefined): TypedAnswer =>
      toTyped(field, all?.at(-1)?.answer ?? null)
    const old = now.get(fieldId) ?? []
    if (isSameTyped(mine, shown(before.get(fieldId))) || isSameTyped(mine, shown(old))) continue
    if (!isSameTyped(shown(before.get(fieldId)), shown(old))) {
      theirs[fieldId] = shown(old)
      continue
    }
    const typed = fromTyped(field, mine)
    if ('fault' in typed) faults[`${fieldId}.${typed.at}`] = typed.fault
    else if (typed.answer?.state === 'given' && !mayName(choices, field.type, typed.answer.text))
      faults[`${fieldId}.text`] = 'unknownChoice'
    else changes.push({ field, edition: mine.edition, answer: typed.answer, old })
  }
  const [code] = Object.values(faults)
  if (code !== undefined) return { type: 'faults', code, fields: faults }
  if (Object.keys(theirs).length > 0)
    return { type: 'conflict', theirs: { ...theirs, version: versionOfAnswers(given, whose) } }
  const circleCaseId = file === null || file.secrecy === 'open' ? null : file.id
  const at = nextMoment(work, given, whose)
  for (const { field, edition, answer, old } of changes) {
    // What everyone reads stays beside what is said within a circle.
    const mayTake = old.filter((one) => whose.owner !== 'person' || one.circleCaseId === circleCaseId)
    await withdrawAnswers(
      work,
      whose,
      mayTake.map(({ id }) => id),
      { at, because: answer === null ? 'taken_back' : 'changed' },
    )
    if (answer !== null) await insertAnswers(work, [{ file, whose, field, edition, answer, at }])
  }
  return { type: 'saved', changed: changes.length }
}

/** Of two answers that stand beside each other since two people became one, this one stays; the caller holds the person. @returns false when it does not stand */
export const keepOne = async (
  work: Work,
  file: File,
  { personId, answerId }: { readonly personId: string; readonly answerId: string },
  fields: readonly OwnField[],
): Promise<boolean> => {
  const whose = { owner: 'person', id: personId } as const
  const given = await listGiven(work, fields, { caseId: file.id, whose: [whose] })
  const all = [...currentAnswers(given, whose).values()].find((some) =>
    some.some(({ id }) => id === answerId),
  )
  if (all === undefined) return false
  await withdrawAnswers(
    work,
    whose,
    all.filter(({ id }) => id !== answerId).map(({ id }) => id),
    { at: nextMoment(work, given, whose), because: 'changed' },
  )
  return true
}
