import 'server-only'
import type { Work } from '@/lib/db/work'
import { timeOfId } from '@/lib/shared/ids'
import { NUMBER_KINDS } from './authority-number.rules'
import { holder } from './claim.data'
import { ageClaimRows } from './person.data'
import { CERTAINTIES } from './person.rules'
import { toAgeClaims } from './person.view'
import { type Claim, type Statement, WITHDRAWN_BECAUSE, type WithdrawnBecause } from './withdrawal.rules'

type Row = {
  readonly id: string
  readonly personId: string
  readonly circleCaseId: string | null
  readonly createdAt?: Date
  readonly withdrawnAt: Date | null
  readonly withdrawnBecause: string | null
}
const asRow = {
  id: true,
  personId: true,
  circleCaseId: true,
  withdrawnAt: true,
  withdrawnBecause: true,
} as const

const toClaim = (row: Row, statement: Statement): Claim => ({
  id: row.id,
  personId: row.personId,
  circleCaseId: row.circleCaseId,
  said: statement,
  // Languages and marks have no moment beside the one in their id.
  recordedAt: row.createdAt ?? timeOfId(row.id),
  withdrawn:
    row.withdrawnAt === null
      ? null
      : {
          at: row.withdrawnAt,
          because: WITHDRAWN_BECAUSE.read(row.withdrawnBecause),
        },
})

/** Everything that was said of some people, withdrawn or not, as far as the actor reads it; encrypted words are opened. */
export const listClaims = async (work: Work, personIds: readonly string[]): Promise<Claim[]> => {
  const of = { where: { personId: { in: [...personIds] } } }
  const open = (row: Row, table: string, cipher: Uint8Array): Promise<string> =>
    work.fieldCrypto.open(
      { holder: holder(row.personId), table, row: row.id, column: 'text', revision: 1 },
      cipher,
    )
  const claims: Claim[] = []
  const names = await work.tx.personName.findMany({
    ...of,
    select: { ...asRow, createdAt: true, text: true, cipher: true },
    orderBy: { createdAt: 'asc' },
  })
  for (const row of names) {
    const text = row.cipher === null ? (row.text ?? '') : await open(row, 'person_name', row.cipher)
    claims.push(toClaim(row, { kind: 'name', text }))
  }
  const ages = await work.tx.ageClaim.findMany({
    ...of,
    select: { ...asRow, createdAt: true, ...ageClaimRows.select },
    orderBy: ageClaimRows.orderBy,
  })
  for (const row of ages)
    for (const claim of toAgeClaims([row])) claims.push(toClaim(row, { kind: 'age', claim }))
  const nationalities = await work.tx.nationality.findMany({
    ...of,
    select: { ...asRow, createdAt: true, country: true, certainty: true, sinceWhen: true, untilWhen: true },
    orderBy: { createdAt: 'asc' },
  })
  for (const row of nationalities) {
    const { country, certainty, sinceWhen: since, untilWhen: until } = row
    const claim = { country, certainty: CERTAINTIES.read(certainty), since, until }
    claims.push(toClaim(row, { kind: 'nationality', claim }))
  }
  const origins = await work.tx.personOrigin.findMany({
    ...of,
    select: { ...asRow, createdAt: true, country: true, certainty: true },
    orderBy: { createdAt: 'asc' },
  })
  for (const row of origins) {
    const claim = { country: row.country, certainty: CERTAINTIES.read(row.certainty) }
    claims.push(toClaim(row, { kind: 'origin', claim }))
  }
  const languages = await work.tx.personLanguage.findMany({
    ...of,
    select: { ...asRow, language: true, level: true },
    orderBy: { id: 'asc' },
  })
  for (const row of languages)
    claims.push(toClaim(row, { kind: 'language', language: row.language, level: row.level }))
  const marks = await work.tx.personIdentifier.findMany({
    where: of.where,
    select: { ...asRow, kind: true, cipher: true },
    orderBy: { id: 'asc' },
  })
  for (const row of marks) {
    const text = await open(row, 'person_identifier', row.cipher)
    const number = NUMBER_KINDS.match(row.kind)
    claims.push(toClaim(row, number === null ? { kind: 'mark', text } : { kind: 'number', of: number, text }))
  }
  return claims
}

/** Says of a claim that it was a mistake. @returns false when someone did meanwhile, or the database does not let them */
export const withdraw = async (
  work: Work,
  { id, personId, said }: Claim,
  because: WithdrawnBecause,
): Promise<boolean> => {
  const change = {
    where: { id, personId, withdrawnAt: null },
    data: { withdrawnAt: work.now, withdrawnBecause: because },
  }
  const { tx } = work
  const commands = {
    name: () => tx.personName.updateMany(change),
    age: () => tx.ageClaim.updateMany(change),
    nationality: () => tx.nationality.updateMany(change),
    origin: () => tx.personOrigin.updateMany(change),
    language: () => tx.personLanguage.updateMany(change),
    mark: () => tx.personIdentifier.updateMany(change),
    number: () => tx.personIdentifier.updateMany(change),
  }
  const { count } = await commands[said.kind]()
  return count === 1
}

/** The same for one claim of age that another room made, where it was made. */
export const withdrawAgeClaim = async (
  work: Work,
  { id, personId, circleCaseId }: Pick<Claim, 'id' | 'personId' | 'circleCaseId'>,
  because: WithdrawnBecause,
): Promise<void> => {
  await work.tx.ageClaim.updateMany({
    where: { id, personId, circleCaseId, withdrawnAt: null },
    data: { withdrawnAt: work.now, withdrawnBecause: because },
  })
}
