import 'server-only'
import type { Work } from '@/lib/db/work'
import { ANSWER_STATES, type Answer, fromScaled, isListed, type OwnField } from './field.rules'

/** One answer of a line of a list. */
export type OwnCell = {
  readonly fieldId: string
  readonly edition: number
  readonly answer: Answer
}

const columns = {
  fieldId: true,
  edition: true,
  answerId: true,
  state: true,
  code: true,
  onText: true,
  amount: true,
} as const

/**
 * The answers of many files to fields that a list may show, the order of the fields kept. Nothing encrypted is opened: a sensitive field has no state, and
 * what has none is left out.
 */
export const listCells = async (
  work: Work,
  caseIds: readonly string[],
  fields: readonly OwnField[],
): Promise<(OwnCell & { readonly caseId: string })[]> => {
  const listed = new Map(fields.filter(isListed).map((field, index) => [field.id, { field, index }]))
  const which = { fieldId: { in: [...listed.keys()] }, withdrawnAt: null, state: { not: null } }
  const orderBy = [{ createdAt: 'asc' }, { answerId: 'asc' }, { position: 'asc' }] as const
  const inFiles = await work.tx.ownValue.findMany({
    where: { ...which, caseId: { in: [...caseIds] } },
    select: { ...columns, caseId: true },
    orderBy: [...orderBy],
  })
  const present = await work.tx.casePerson.findMany({
    where: { caseId: { in: [...caseIds] }, until: null },
    select: { caseId: true, personId: true },
  })
  const ofPeople = await work.tx.ownPersonValue.findMany({
    where: { ...which, personId: { in: present.map(({ personId }) => personId) } },
    select: { ...columns, personId: true, circleCaseId: true },
    orderBy: [...orderBy],
  })
  const rows = [
    ...inFiles,
    ...ofPeople.flatMap(({ personId, circleCaseId, ...row }) =>
      present
        .filter((one) => one.personId === personId && (circleCaseId === null || circleCaseId === one.caseId))
        .map(({ caseId }) => ({ ...row, caseId })),
    ),
  ]
  const cells = new Map<string, OwnCell & { readonly caseId: string }>()
  for (const row of rows) {
    const known = listed.get(row.fieldId)
    if (known === undefined) continue
    const name = `${row.caseId} ${row.answerId}`
    const codes = [...(cells.get(name)?.answer.codes ?? []), ...(row.code === null ? [] : [row.code])]
    const text = row.amount === null ? (row.onText ?? '') : fromScaled(row.amount, known.field.decimals)
    const answer = { state: ANSWER_STATES.read(row.state), codes, text }
    cells.set(name, { caseId: row.caseId, fieldId: row.fieldId, edition: row.edition, answer })
  }
  const rank = ({ fieldId }: OwnCell): number => listed.get(fieldId)?.index ?? 0
  return [...cells.values()].sort((a, b) => rank(a) - rank(b))
}
