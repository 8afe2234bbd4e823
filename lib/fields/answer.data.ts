import 'server-only'
import * as z from 'zod'
import { type CipherPlace, placeInFile } from '@/lib/db/field-crypto'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { holder } from '@/lib/people/claim.data'
import { ANSWER_STATES, type Answer, FIELD_WITHDRAWN, fromScaled, type OwnField } from './field.rules'

export type WithdrawnBecause = ReturnType<typeof FIELD_WITHDRAWN.read>
/** One answer as it was given, whether it stands or not. */
export type Given = {
  readonly id: string
  readonly fieldId: string
  readonly edition: number
  readonly answer: Answer
  /** It was encrypted as a whole and does not open; the text says so. */
  readonly isDamaged: boolean
  readonly at: Date
  /** null of a person: who said it stands in the audit log of the file in which it was said, and nowhere else. */
  readonly by: string | null
  /** null: of the file itself. */
  readonly personId: string | null
  readonly circleCaseId: string | null
  readonly withdrawn: { readonly at: Date; readonly because: WithdrawnBecause } | null
}

const columns = {
  id: true,
  fieldId: true,
  edition: true,
  answerId: true,
  position: true,
  state: true,
  code: true,
  onText: true,
  amount: true,
  placeId: true,
  cipher: true,
  createdAt: true,
  withdrawnAt: true,
  withdrawnBecause: true,
} as const
type Row = {
  readonly id: string
  readonly fieldId: string
  readonly edition: number
  readonly answerId: string
  readonly state: string | null
  readonly code: string | null
  readonly onText: string | null
  readonly amount: bigint | null
  readonly placeId: string | null
  readonly cipher: Uint8Array | null
  readonly createdAt: Date
  readonly withdrawnAt: Date | null
  readonly withdrawnBecause: string | null
}

export const ofFile = (caseId: string, row: string): CipherPlace =>
  placeInFile(caseId, { table: 'own_value', row, column: 'answer' })
export const ofPerson = (personId: string, row: string): CipherPlace => ({
  holder: holder(personId),
  table: 'own_person_value',
  row,
  column: 'answer',
  revision: 1,
})

const whole = z.object({ state: storedCode(ANSWER_STATES), codes: z.array(z.string()), text: z.string() })
/** So long that a yes is as long as a no, and a word as a sentence. */
const LENGTH = 512
/** An answer as the text that is encrypted as a whole. */
export const closeAnswer = (answer: Answer): string => {
  const text = JSON.stringify(answer)
  return text.padEnd(Math.ceil(text.length / LENGTH) * LENGTH)
}

const openAnswer = async (
  work: Work,
  rows: readonly [Row, ...Row[]],
  field: Pick<OwnField, 'type' | 'decimals'>,
  place: (row: string) => CipherPlace,
): Promise<{ readonly answer: Answer; readonly isDamaged: boolean }> => {
  const [first] = rows
  const state = ANSWER_STATES.readOrNull(first.state)
  const damaged = async () => ({
    answer: { state: 'given', codes: [], text: await work.fieldCrypto.sentence() } as const,
    isDamaged: true,
  })
  if (state === null) {
    if (first.cipher === null) return damaged()
    const opened = await work.fieldCrypto.read(place(first.id), first.cipher, (text) =>
      whole.parse(JSON.parse(text)),
    )
    return opened.ok ? { answer: opened.value, isDamaged: false } : damaged()
  }
  const codes = rows.flatMap(({ code }) => code ?? [])
  if (first.cipher !== null) {
    const opened = await work.fieldCrypto.read(place(first.id), first.cipher, (text) => text)
    return opened.ok ? { answer: { state, codes: [], text: opened.value }, isDamaged: false } : damaged()
  }
  const text =
    first.amount === null ? (first.onText ?? first.placeId ?? '') : fromScaled(first.amount, field.decimals)
  return { answer: { state, codes, text }, isDamaged: false }
}

const byAnswer = <R extends Row>(rows: readonly R[]): [R, ...R[]][] => {
  const groups = new Map<string, [R, ...R[]]>()
  for (const row of rows) {
    const group = groups.get(row.answerId)
    if (group === undefined) groups.set(row.answerId, [row])
    else group.push(row)
  }
  return [...groups.values()]
}

const SOME = 3000

/**
 * Everything that was ever answered in a file and of some of its people, the oldest first. What was said of a person within the circle of another file
 * stays out of this one.
 */
export const listGiven = async (
  work: Work,
  fields: readonly OwnField[],
  { caseId, personIds }: { readonly caseId: string; readonly personIds: readonly string[] },
): Promise<Given[]> => {
  const byId = new Map(fields.map((field) => [field.id, field]))
  if (byId.size === 0) return []
  const all: Given[] = []
  const add = async (
    rows: [Row, ...Row[]],
    place: (row: string) => CipherPlace,
    of: Pick<Given, 'by' | 'personId' | 'circleCaseId'>,
  ): Promise<void> => {
    const [first] = rows
    const field = byId.get(first.fieldId)
    if (field === undefined) return
    all.push({
      id: first.answerId,
      fieldId: first.fieldId,
      edition: first.edition,
      ...(await openAnswer(work, rows, field, place)),
      at: first.createdAt,
      ...of,
      withdrawn:
        first.withdrawnAt === null
          ? null
          : { at: first.withdrawnAt, because: FIELD_WITHDRAWN.read(first.withdrawnBecause) },
    })
  }
  const inFile = await work.tx.ownValue.findMany({
    where: { caseId },
    select: { ...columns, creator: { select: { name: true } } },
    orderBy: [{ createdAt: 'asc' }, { answerId: 'asc' }, { position: 'asc' }],
    take: SOME,
  })
  for (const rows of byAnswer(inFile))
    await add(rows, (row) => ofFile(caseId, row), {
      by: rows[0].creator.name,
      personId: null,
      circleCaseId: null,
    })
  const ofPeople = await work.tx.ownPersonValue.findMany({
    where: {
      personId: { in: [...personIds] },
      OR: [{ circleCaseId: null }, { circleCaseId: caseId }],
    },
    select: { ...columns, personId: true, circleCaseId: true },
    orderBy: [{ createdAt: 'asc' }, { answerId: 'asc' }, { position: 'asc' }],
    take: SOME,
  })
  for (const rows of byAnswer(ofPeople)) {
    const { personId, circleCaseId } = rows[0]
    await add(rows, (row) => ofPerson(personId, row), { by: null, personId, circleCaseId })
  }
  return all
}

type Owner = { readonly caseId: string; readonly personId: string | null }
const isOf =
  ({ personId }: Pick<Owner, 'personId'>) =>
  (one: Given): boolean =>
    one.personId === personId

/**
 * The answers that stood at a moment (in milliseconds), by field; two where two people became one. Within a circle its own answer comes before the one that
 * everyone reads.
 */
export const currentAnswers = (
  given: readonly Given[],
  { personId }: Pick<Owner, 'personId'>,
  at: number | null = null,
): ReadonlyMap<string, readonly Given[]> => {
  const byField = new Map<string, Given[]>()
  for (const one of given.filter(isOf({ personId }))) {
    const stands =
      at === null
        ? one.withdrawn === null
        : one.at.getTime() <= at && (one.withdrawn === null || one.withdrawn.at.getTime() > at)
    if (stands) byField.set(one.fieldId, [...(byField.get(one.fieldId) ?? []), one])
  }
  return new Map(
    [...byField].map(([fieldId, all]) => {
      const within = all.filter(({ circleCaseId }) => circleCaseId !== null)
      return [fieldId, within.length > 0 ? within : all]
    }),
  )
}

/** When the answers last changed, in milliseconds; 0 where nothing was answered. */
export const versionOfAnswers = (given: readonly Given[], owner: Pick<Owner, 'personId'>): number =>
  Math.max(0, ...given.filter(isOf(owner)).map(({ at, withdrawn }) => (withdrawn?.at ?? at).getTime()))
