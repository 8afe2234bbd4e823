import 'server-only'
import * as z from 'zod'
import { type CipherPlace, placeInFile } from '@/lib/db/field-crypto'
import type { Prisma } from '@/lib/db/generated/client'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { holder } from '@/lib/people/claim.data'
import { ANSWER_STATES, type Answer, FIELD_WITHDRAWN, fromScaled, type OwnField } from './field.rules'
import type { Given, Whose } from './given.rules'
import type { FieldOwner } from './owner.rules'

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
  partnerId: true,
  cipher: true,
  createdAt: true,
  withdrawnAt: true,
  withdrawnBecause: true,
} as const
/** Of any of the three tables. */
type Row = Prisma.OwnPersonValueGetPayload<{ select: typeof columns }>

export const ofFile = (caseId: string, row: string): CipherPlace =>
  placeInFile(caseId, { table: 'own_value', row, column: 'answer' })
export const ofPerson = (personId: string, row: string): CipherPlace => ({
  holder: holder(personId),
  table: 'own_person_value',
  row,
  column: 'answer',
  revision: 1,
})

export const ofVisit = (visitId: string, row: string): CipherPlace => ({
  holder: { kind: 'visit', id: visitId },
  table: 'own_visit_value',
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
    first.amount === null
      ? (first.onText ?? first.placeId ?? first.partnerId ?? '')
      : fromScaled(first.amount, field.decimals)
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
const OLDEST_FIRST = [
  { createdAt: 'asc' },
  { answerId: 'asc' },
  { position: 'asc' },
] satisfies Prisma.OwnValueOrderByWithRelationInput[]

/**
 * Everything that was ever answered of them, the oldest first. What was said of a person within the circle of another file than the one in which one reads
 * stays out; a visit is read in none.
 */
export const listGiven = async (
  work: Work,
  fields: readonly OwnField[],
  { caseId, whose }: { readonly caseId: string | null; readonly whose: readonly Whose[] },
): Promise<Given[]> => {
  const owners = new Set(fields.map(({ owner }) => owner))
  /** None of those of whom nothing is asked: their table is not read. */
  const ids = (owner: FieldOwner): string[] =>
    owners.has(owner) ? whose.filter((one) => one.owner === owner).map(({ id }) => id) : []
  const [files, encounters, people, visits] = [ids('file'), ids('encounter'), ids('person'), ids('visit')]
  const byId = new Map(fields.map((field) => [field.id, field]))
  const all: Given[] = []
  const add = async (
    rows: [Row, ...Row[]],
    place: (row: string) => CipherPlace,
    of: Pick<Given, 'by' | 'whose' | 'circleCaseId'>,
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
  const inFile =
    files.length + encounters.length === 0
      ? []
      : await work.tx.ownValue.findMany({
          where: { OR: [{ caseId: { in: files }, encounterId: null }, { encounterId: { in: encounters } }] },
          select: { ...columns, caseId: true, encounterId: true, creator: { select: { name: true } } },
          orderBy: OLDEST_FIRST,
          take: SOME,
        })
  for (const rows of byAnswer(inFile)) {
    const [first] = rows
    await add(rows, (row) => ofFile(first.caseId, row), {
      by: first.creator.name,
      whose:
        first.encounterId === null
          ? { owner: 'file', id: first.caseId }
          : { owner: 'encounter', id: first.encounterId },
      circleCaseId: null,
    })
  }
  const ofPeople =
    people.length === 0
      ? []
      : await work.tx.ownPersonValue.findMany({
          where: {
            personId: { in: people },
            OR: [{ circleCaseId: null }, ...(caseId === null ? [] : [{ circleCaseId: caseId }])],
          },
          select: { ...columns, personId: true, circleCaseId: true },
          orderBy: OLDEST_FIRST,
          take: SOME,
        })
  for (const rows of byAnswer(ofPeople)) {
    const { personId, circleCaseId } = rows[0]
    await add(rows, (row) => ofPerson(personId, row), {
      by: null,
      whose: { owner: 'person', id: personId },
      circleCaseId,
    })
  }
  const ofVisits =
    visits.length === 0
      ? []
      : await work.tx.ownVisitValue.findMany({
          where: { visitId: { in: visits } },
          select: { ...columns, visitId: true, creator: { select: { name: true } } },
          orderBy: OLDEST_FIRST,
          take: SOME,
        })
  for (const rows of byAnswer(ofVisits)) {
    const { visitId, creator } = rows[0]
    await add(rows, (row) => ofVisit(visitId, row), {
      by: creator.name,
      whose: { owner: 'visit', id: visitId },
      circleCaseId: null,
    })
  }
  return all
}
