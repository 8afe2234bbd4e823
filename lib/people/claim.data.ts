import 'server-only'
import type { Work } from '@/lib/db/work'
import { type Day, toDate } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { boundsOf, isKnown, readWhenCode } from '@/lib/shared/when/when.rules'
import type { AgeClaim } from './age.rules'
import type { NationalityClaim, OriginClaim } from './person.rules'

export type NewName = { readonly kind: string; readonly text: string; readonly saidOn: Day | null }
export type NewPerson = {
  readonly sex: string
  readonly interpreterNeed: string
  readonly names: readonly NewName[]
  readonly ageClaims: readonly AgeClaim[]
  readonly nationalities: readonly NationalityClaim[]
  /** The day on which all of it was said. */
  readonly saidOn: Day
  readonly languages: readonly { readonly language: string; readonly level: string }[]
  /** Telephone, address, number given by an authority: always stored as ciphertext. */
  readonly identifiers: readonly { readonly kind: string; readonly text: string }[]
}

/** Where something is said of a person: sealed or not, and within which circle; null is said to everybody who reaches her. */
export type Within = { readonly isSealed: boolean; readonly circleCaseId: string | null }
type Claimed = Within & { readonly saidOn: Day }

/** What is said in a restricted or sealed file stays with whoever reads that file; the database asks the same. */
export const within = (file: { readonly id: string; readonly secrecy: string }): Within => ({
  isSealed: file.secrecy === 'sealed',
  circleCaseId: file.secrecy === 'open' ? null : file.id,
})

const day = (value: Day | null): Date | null => (value === null ? null : toDate(value))
/** Whose key seals what is written about a person. */
export const holder = (personId: string) => ({ kind: 'person', id: personId }) as const

/** Adds one name. In a sealed file it is sealed with the person's own key. */
export const insertName = async (
  work: Work,
  personId: string,
  name: NewName,
  { isSealed, circleCaseId }: Within,
): Promise<void> => {
  const id = newId(work.now.getTime())
  const at = { holder: holder(personId), table: 'person_name', row: id, column: 'text', revision: 1 }
  const form = isSealed ? { cipher: await work.vault.seal(at, name.text) } : { text: name.text }
  await work.tx.personName.createMany({
    data: [
      { id, personId, kind: name.kind, saidOn: day(name.saidOn), createdAt: work.now, circleCaseId, ...form },
    ],
  })
}

export const insertAgeClaim = async (
  work: Work,
  personId: string,
  claim: AgeClaim,
  { circleCaseId }: Within,
): Promise<string> => {
  const { what } = claim
  const id = newId(work.now.getTime())
  await work.tx.ageClaim.createMany({
    data: [
      {
        id,
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
      },
    ],
  })
  return id
}

const boundOf = (code: string | null, end: 'earliest' | 'latest'): Date | null => {
  const when = code === null ? null : readWhenCode(code)
  return isKnown(when) ? toDate(boundsOf(when)[end]) : null
}

export const insertNationality = async (
  work: Work,
  personId: string,
  { since, until, ...claim }: NationalityClaim,
  { circleCaseId, saidOn }: Claimed,
): Promise<void> => {
  await work.tx.nationality.createMany({
    data: [
      {
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
      },
    ],
  })
}

export const insertOrigin = async (
  work: Work,
  personId: string,
  claim: OriginClaim,
  { circleCaseId, saidOn }: Claimed,
): Promise<void> => {
  await work.tx.personOrigin.createMany({
    data: [
      {
        id: newId(work.now.getTime()),
        personId,
        ...claim,
        saidOn: toDate(saidOn),
        createdAt: work.now,
        circleCaseId,
      },
    ],
  })
}

const insertLanguage = async (
  work: Work,
  personId: string,
  language: { readonly language: string; readonly level: string },
  { circleCaseId }: Within,
): Promise<void> => {
  await work.tx.personLanguage.createMany({
    data: [{ id: newId(work.now.getTime()), personId, ...language, circleCaseId }],
  })
}

/** Everything said about a person who already stands in a file. */
export const insertClaims = async (
  work: Work,
  personId: string,
  person: NewPerson,
  where: Within,
): Promise<void> => {
  for (const name of person.names) await insertName(work, personId, name, where)
  for (const claim of person.ageClaims) await insertAgeClaim(work, personId, claim, where)
  const claimed = { ...where, saidOn: person.saidOn }
  for (const claim of person.nationalities) await insertNationality(work, personId, claim, claimed)
  for (const language of person.languages) await insertLanguage(work, personId, language, where)
  for (const { kind, text } of person.identifiers) {
    const id = newId(work.now.getTime())
    const at = { holder: holder(personId), table: 'person_identifier', row: id, column: 'text', revision: 1 }
    await work.tx.personIdentifier.createMany({
      data: [
        {
          id,
          personId,
          kind,
          cipher: await work.vault.seal(at, text),
          circleCaseId: where.circleCaseId,
        },
      ],
    })
  }
}
