import 'server-only'
import { lockPeople } from '@/lib/cases/file-people.data'
import type { CipherPlace } from '@/lib/db/field-crypto'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { markNumber } from '@/lib/people/number.data'
import { newId } from '@/lib/shared/ids'
import { onColumns } from '@/lib/shared/when/columns.rules'
import {
  closeAnswer,
  currentAnswers,
  type Given,
  listGiven,
  ofFile,
  ofPerson,
  versionOfAnswers,
  type WithdrawnBecause,
} from './answer.data'
import type { TypedAnswer } from './answer.rules'
import { fromTyped, isSameTyped, toTyped } from './answer.rules'
import { type Answer, holdsCodes, type OwnField, toScaled } from './field.rules'

type Owner = { readonly caseId: string; readonly personId: string | null }

/** After everything that was answered: who waited for a colleague began before them, and is later all the same. */
const nextMoment = (work: Work, given: readonly Given[], owner: Pick<Owner, 'personId'>): Date =>
  new Date(Math.max(work.now.getTime(), versionOfAnswers(given, owner) + 1))

type File = { readonly id: string; readonly secrecy: string }

const rowsOf = async (
  work: Work,
  field: OwnField,
  edition: number,
  answer: Answer,
  {
    isClosed,
    at,
    place,
  }: { readonly isClosed: boolean; readonly at: Date; readonly place: (row: string) => CipherPlace },
) => {
  const id = newId(work.now.getTime())
  const base = { id, answerId: id, fieldId: field.id, edition, position: 0, createdAt: at }
  if (isClosed) return [{ ...base, cipher: await work.fieldCrypto.encrypt(place(id), closeAnswer(answer)) }]
  const { state, codes, text } = answer
  if (state !== 'given') return [{ ...base, state }]
  if (holdsCodes(field.type))
    return codes.map((code, position) => ({
      ...base,
      ...(position === 0 ? {} : { id: newId(work.now.getTime()), position }),
      state,
      code,
    }))
  switch (field.type) {
    case 'amount':
      return [{ ...base, state, amount: toScaled(text, field.decimals) }]
    case 'date':
      return [{ ...base, state, ...onColumns(text, 'said') }]
    case 'place':
      return [{ ...base, state, placeId: text }]
    case 'reference':
    case 'contact':
      return [
        {
          ...base,
          state,
          cipher: await work.fieldCrypto.encrypt(place(id), text),
          ...markNumber(field.type === 'contact' ? 'phone' : 'reference', text),
        },
      ]
    case 'short':
    case 'long':
    case 'yes_no':
    case 'one':
    case 'several':
      return [{ ...base, state, cipher: await work.fieldCrypto.encrypt(place(id), text) }]
  }
}

type NewAnswer = {
  readonly file: File
  /** null: of the file itself. */
  readonly personId: string | null
  readonly field: OwnField
  readonly edition: number
  readonly answer: Answer
  readonly at: Date
}
/** Writes answers beside what stands, with one statement for files and one for people. */
export const insertAnswers = async (work: Work, answers: readonly NewAnswer[]): Promise<void> => {
  const inFiles: Prisma.OwnValueCreateManyInput[] = []
  const ofPeople: Prisma.OwnPersonValueCreateManyInput[] = []
  for (const { file, personId, field, edition, answer, at } of answers) {
    const isClosed = field.fieldClass === 'sensitive' || file.secrecy === 'sealed'
    const place = (row: string) => (personId === null ? ofFile(file.id, row) : ofPerson(personId, row))
    const rows = await rowsOf(work, field, edition, answer, { isClosed, at, place })
    if (personId === null)
      inFiles.push(...rows.map((row) => ({ ...row, caseId: file.id, createdBy: work.actor.id })))
    else {
      const circleCaseId = file.secrecy === 'open' ? null : file.id
      ofPeople.push(...rows.map((row) => ({ ...row, personId, circleCaseId })))
    }
  }
  if (inFiles.length > 0) await work.tx.ownValue.createMany({ data: inFiles })
  if (ofPeople.length > 0) await work.tx.ownPersonValue.createMany({ data: ofPeople })
}

/** Takes answers away that stand: the next ones are written beside them. */
const withdrawAnswers = async (
  work: Work,
  { caseId, personId }: Owner,
  answerIds: readonly string[],
  { at, because }: { readonly at: Date; readonly because: WithdrawnBecause },
): Promise<void> => {
  if (answerIds.length === 0) return
  const data = { withdrawnAt: at, withdrawnBecause: because }
  const which = { answerId: { in: [...answerIds] }, withdrawnAt: null }
  if (personId === null) await work.tx.ownValue.updateMany({ where: { ...which, caseId }, data })
  else await work.tx.ownPersonValue.updateMany({ where: { ...which, personId }, data })
}

export type Saved =
  | { readonly type: 'saved'; readonly changed: number }
  | { readonly type: 'faults'; readonly code: string; readonly fields: Readonly<Record<string, string>> }
  | { readonly type: 'conflict'; readonly theirs: Readonly<Record<string, TypedAnswer | number>> }

/**
 * Writes what was changed in a form. What no one touched in it is left as it is now; what was touched here and changed meanwhile by a colleague is shown to who
 * typed it, field by field.
 */
export const saveAnswers = async (
  work: Work,
  file: File,
  {
    personId,
    version,
    answers,
  }: {
    readonly personId: string | null
    readonly version: number
    readonly answers: ReadonlyMap<string, TypedAnswer>
  },
  fields: readonly OwnField[],
): Promise<Saved> => {
  const owner = { caseId: file.id, personId }
  // In every file in which the person stands, one after another.
  await lockPeople(work, personId ?? file.id)
  const given = await listGiven(work, fields, {
    caseId: file.id,
    personIds: personId === null ? [] : [personId],
  })
  const before = currentAnswers(given, owner, version)
  const now = currentAnswers(given, owner)
  const faults: Record<string, string> = {}
  const theirs: Record<string, TypedAnswer> = {}
  const places = new Set((await work.tx.place.findMany({ select: { id: true } })).map(({ id }) => id))
  const changes: { field: OwnField; edition: number; answer: Answer | null; old: readonly Given[] }[] = []
  for (const [fieldId, mine] of answers) {
    const field = fields.find(
      ({ id, owner: of }) => id === fieldId && (of === 'person') === (personId !== null),
    )
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
    else if (field.type === 'place' && typed.answer?.state === 'given' && !places.has(typed.answer.text))
      faults[`${fieldId}.text`] = 'unknownChoice'
    else changes.push({ field, edition: mine.edition, answer: typed.answer, old })
  }
  const [code] = Object.values(faults)
  if (code !== undefined) return { type: 'faults', code, fields: faults }
  if (Object.keys(theirs).length > 0)
    return { type: 'conflict', theirs: { ...theirs, version: versionOfAnswers(given, owner) } }
  const circleCaseId = file.secrecy === 'open' ? null : file.id
  const at = nextMoment(work, given, owner)
  for (const { field, edition, answer, old } of changes) {
    // What everyone reads stays beside what is said within a circle.
    const mayTake = old.filter((one) => personId === null || one.circleCaseId === circleCaseId)
    await withdrawAnswers(
      work,
      owner,
      mayTake.map(({ id }) => id),
      { at, because: answer === null ? 'taken_back' : 'changed' },
    )
    if (answer !== null) await insertAnswers(work, [{ file, personId, field, edition, answer, at }])
  }
  return { type: 'saved', changed: changes.length }
}

/** Of two answers that stand beside each other since two people became one, this one stays. @returns false when it does not stand */
export const keepOne = async (
  work: Work,
  file: File,
  { personId, answerId }: { readonly personId: string; readonly answerId: string },
  fields: readonly OwnField[],
): Promise<boolean> => {
  await lockPeople(work, personId)
  const given = await listGiven(work, fields, { caseId: file.id, personIds: [personId] })
  const all = [...currentAnswers(given, { personId }).values()].find((some) =>
    some.some(({ id }) => id === answerId),
  )
  if (all === undefined) return false
  await withdrawAnswers(
    work,
    { caseId: file.id, personId },
    all.filter(({ id }) => id !== answerId).map(({ id }) => id),
    { at: nextMoment(work, given, { personId }), because: 'changed' },
  )
  return true
}
