import 'server-only'
import type { Work } from '@/lib/db/work'
import { type Day, toDate } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { boundsOf, isKnown, readWhenCode } from '@/lib/shared/when/when.rules'
import type { AgeClaim } from './age.rules'
import { numberForm } from './authority-number.rules'
import { markNumber } from './number.data'
import type { NationalityClaim, OriginClaim } from './person.rules'
import type { PersonAnswers } from './person-field.rules'

export type NewName = { readonly kind: string; readonly text: string; readonly saidOn: Day | null }
export type NewIdentifier = {
  readonly kind: string
  readonly text: string
  /** Written as on the paper, although it does not look like a number of its kind. */
  readonly toConfirm?: boolean
}
export type NewPerson = PersonAnswers & {
  readonly names: readonly NewName[]
  readonly ageClaims: readonly AgeClaim[]
  readonly nationalities: readonly NationalityClaim[]
  /** The day on which all of it was said. */
  readonly saidOn: Day
  readonly languages: readonly { readonly language: string; readonly level: string }[]
  /** Telephone, address, number given by an authority: always stored as ciphertext. */
  readonly identifiers: readonly NewIdentifier[]
}

/** Where something is said of a person: encrypted or not, and within which circle; null is said to everyone who reaches them. */
export type Within = { readonly isSealed: boolean; readonly circleCaseId: string | null }
type Claimed = Within & { readonly saidOn: Day }

/** What is said in a restricted or sealed file stays with anyone who reads that file; the database asks the same. */
export const within = (file: { readonly id: string; readonly secrecy: string }): Within => ({
  isSealed: file.secrecy === 'sealed',
  circleCaseId: file.secrecy === 'open' ? null : file.id,
})

const day = (value: Day | null): Date | null => (value === null ? null : toDate(value))
/** Whose key encrypts what is written about a person. */
export const holder = (personId: string) => ({ kind: 'person', id: personId }) as const

const nameRow = async (work: Work, personId: string, name: NewName, { isSealed, circleCaseId }: Within) => {
  const id = newId(work.now.getTime())
  const at = { holder: holder(personId), table: 'person_name', row: id, column: 'text', revision: 1 }
  const form = isSealed ? { cipher: await work.fieldCrypto.encrypt(at, name.text) } : { text: name.text }
  return {
    id,
    personId,
    kind: name.kind,
    saidOn: day(name.saidOn),
    createdAt: work.now,
    circleCaseId,
    ...form,
  }
}

/** Adds one name. In a sealed file it is encrypted with the person's own key. */
export const insertName = async (
  work: Work,
  personId: string,
  name: NewName,
  where: Within,
): Promise<void> => {
  await work.tx.personName.createMany({ data: [await nameRow(work, personId, name, where)] })
}

const ageRow = (work: Work, personId: string, claim: AgeClaim, { circleCaseId }: Within) => {
  const { what } = claim
  return {
    id: newId(work.now.getTime()),
    personId,
    basis: claim.basis,
    ageYears: what?.form === 'age' ? what.from : null,
    ageTo: what?.form === 'age' && what.to !== what.from ? what.to : null,
    testedTenths: what?.form === 'tested' ? what.tenths : null,
    marginTenths: what?.form === 'tested' ? what.margin : null,
    bornWhen: what?.form === 'born' ? what.when : null,
    bornText: what?.form === 'born' ? what.text : null,
    asOf: toDate(claim.asOf),
    bornEarliest: day(claim.bornEarliest),
    bornLatest: day(claim.bornLatest),
    source: claim.source,
    seen: claim.seen,
    createdAt: work.now,
    circleCaseId,
  }
}

export const insertAgeClaim = async (
  work: Work,
  personId: string,
  claim: AgeClaim,
  where: Within,
): Promise<string> => {
  const row = ageRow(work, personId, claim, where)
  await work.tx.ageClaim.createMany({ data: [row] })
  return row.id
}

const boundOf = (code: string | null, end: 'earliest' | 'latest'): Date | null => {
  const when = code === null ? null : readWhenCode(code)
  return isKnown(when) ? toDate(boundsOf(when)[end]) : null
}

const nationalityRow = (
  work: Work,
  personId: string,
  { since, until, ...claim }: NationalityClaim,
  { circleCaseId, saidOn }: Claimed,
) => ({
  id: newId(work.now.getTime()),
  personId,
  ...claim,
  saidOn: toDate(saidOn),
  sinceWhen: since,
  untilWhen: until,
  validFrom: boundOf(since, 'earliest'),
  validTo: boundOf(until, 'latest'),
  createdAt: work.now,
  circleCaseId,
})

export const insertNationality = async (
  work: Work,
  personId: string,
  claim: NationalityClaim,
  where: Claimed,
): Promise<void> => {
  await work.tx.nationality.createMany({ data: [nationalityRow(work, personId, claim, where)] })
}

export const insertOrigin = async (
  work: Work,
  personId: string,
  claim: OriginClaim,
  { circleCaseId, saidOn }: Claimed,
): Promise<void> => {
  await work.tx.personOrigin.createMany({
    data: {
      id: newId(work.now.getTime()),
      personId,
      ...claim,
      saidOn: toDate(saidOn),
      createdAt: work.now,
      circleCaseId,
    },
  })
}

export type Statements = { readonly personId: string; readonly person: NewPerson; readonly where: Within }

/** Everything said about a person who already stands in a file. */
export const insertClaims = (work: Work, personId: string, person: NewPerson, where: Within): Promise<void> =>
  insertClaimsOf(work, [{ personId, person, where }])

/** The same about many people, each table by one statement. */
export const insertClaimsOf = async (work: Work, all: readonly Statements[]): Promise<void> => {
  const names = []
  const identifiers = []
  for (const { personId, person, where } of all) {
    for (const name of person.names) names.push(await nameRow(work, personId, name, where))
    for (const one of person.identifiers) identifiers.push(await identifierRow(work, personId, one, where))
  }
  const ages = all.flatMap(({ personId, person, where }) =>
    person.ageClaims.map((claim) => ageRow(work, personId, claim, where)),
  )
  const nationalities = all.flatMap(({ personId, person, where }) =>
    person.nationalities.map((claim) =>
      nationalityRow(work, personId, claim, { ...where, saidOn: person.saidOn }),
    ),
  )
  const languages = all.flatMap(({ personId, person, where: { circleCaseId } }) =>
    person.languages.map((said) => ({ id: newId(work.now.getTime()), personId, ...said, circleCaseId })),
  )
  if (names.length > 0) await work.tx.personName.createMany({ data: names })
  if (ages.length > 0) await work.tx.ageClaim.createMany({ data: ages })
  if (nationalities.length > 0) await work.tx.nationality.createMany({ data: nationalities })
  if (languages.length > 0) await work.tx.personLanguage.createMany({ data: languages })
  if (identifiers.length > 0) await work.tx.personIdentifier.createMany({ data: identifiers })
}

const identifierRow = async (
  work: Work,
  personId: string,
  { kind, text, toConfirm = false }: NewIdentifier,
  { circleCaseId }: Within,
) => {
  const id = newId(work.now.getTime())
  const at = { holder: holder(personId), table: 'person_identifier', row: id, column: 'text', revision: 1 }
  // The database takes the marks off again for anyone in a sealed file.
  const marks = markNumber(numberForm(kind), text)
  return {
    id,
    personId,
    kind,
    cipher: await work.fieldCrypto.encrypt(at, text),
    toConfirm,
    circleCaseId,
    ...marks,
  }
}

/** Adds one number. */
export const insertIdentifier = async (
  work: Work,
  personId: string,
  identifier: NewIdentifier,
  where: Within,
): Promise<void> => {
  await work.tx.personIdentifier.createMany({
    data: [await identifierRow(work, personId, identifier, where)],
  })
}
