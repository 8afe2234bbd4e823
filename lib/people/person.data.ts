import 'server-only'
import type { Work } from '@/lib/db/work'
import { type Day, toDate, toDay } from '@/lib/shared/dates'
import { newCode, newId } from '@/lib/shared/ids'
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

const day = (value: Day | null): Date | null => (value === null ? null : toDate(value))
const holder = (personId: string) => ({ kind: 'person', id: personId }) as const

/**
 * The bare row. Nothing about the person can be written before she stands in a file, and nobody sees her until then:
 * use insertPersonWithFile unless the file exists already.
 */
export const insertPerson = async (
  work: Work,
  { sex, interpreterNeed }: Pick<NewPerson, 'sex' | 'interpreterNeed'>,
): Promise<string> => {
  const id = newId(work.now.getTime())
  await work.tx.person.createMany({
    data: [{ id, code: newCode(), sex, interpreterNeed, createdBy: work.actor.id, createdAt: work.now }],
  })
  return id
}

/** Adds one name. In a sealed file it is sealed with the person's own key. */
export const insertName = async (
  work: Work,
  personId: string,
  name: NewName,
  { isSealed }: { readonly isSealed: boolean },
): Promise<void> => {
  const id = newId(work.now.getTime())
  const at = { holder: holder(personId), table: 'person_name', row: id, column: 'text', revision: 1 }
  const form = isSealed ? { cipher: await work.vault.seal(at, name.text) } : { text: name.text }
  await work.tx.personName.createMany({
    data: [{ id, personId, kind: name.kind, saidOn: day(name.saidOn), createdAt: work.now, ...form }],
  })
}

export const insertAgeClaim = async (work: Work, personId: string, claim: AgeClaim): Promise<void> => {
  const { what } = claim
  await work.tx.ageClaim.createMany({
    data: [
      {
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
      },
    ],
  })
}

const boundOf = (code: string | null, end: 'earliest' | 'latest'): Date | null => {
  const when = code === null ? null : readWhenCode(code)
  return isKnown(when) ? toDate(boundsOf(when)[end]) : null
}

export const insertNationality = async (
  work: Work,
  personId: string,
  { since, until, ...claim }: NationalityClaim,
  saidOn: Day,
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
      },
    ],
  })
}

export const insertOrigin = async (
  work: Work,
  personId: string,
  claim: OriginClaim,
  saidOn: Day,
): Promise<void> => {
  await work.tx.personOrigin.createMany({
    data: [
      { id: newId(work.now.getTime()), personId, ...claim, saidOn: toDate(saidOn), createdAt: work.now },
    ],
  })
}

export const insertLanguage = async (
  work: Work,
  personId: string,
  language: { readonly language: string; readonly level: string },
): Promise<void> => {
  await work.tx.personLanguage.createMany({
    data: [{ id: newId(work.now.getTime()), personId, ...language }],
  })
}

/** Everything said about a person who already stands in a file. */
export const insertClaims = async (
  work: Work,
  personId: string,
  person: NewPerson,
  options: { readonly isSealed: boolean },
): Promise<void> => {
  for (const name of person.names) await insertName(work, personId, name, options)
  for (const claim of person.ageClaims) await insertAgeClaim(work, personId, claim)
  for (const claim of person.nationalities) await insertNationality(work, personId, claim, person.saidOn)
  for (const language of person.languages) await insertLanguage(work, personId, language)
  for (const { kind, text } of person.identifiers) {
    const id = newId(work.now.getTime())
    const at = { holder: holder(personId), table: 'person_identifier', row: id, column: 'text', revision: 1 }
    await work.tx.personIdentifier.createMany({
      data: [{ id, personId, kind, cipher: await work.vault.seal(at, text) }],
    })
  }
}

/** @returns false when somebody changed the person meanwhile */
export const updatePerson = async (
  work: Work,
  which: { readonly id: string; readonly version: number },
  change: { readonly sex: string; readonly interpreterNeed: string },
): Promise<boolean> => {
  const { count } = await work.tx.person.updateMany({
    where: which,
    data: { ...change, version: { increment: 1 } },
  })
  return count === 1
}

/** The claims of an age, oldest first: of two that protect alike the first one counts. */
export const ageClaimRows = {
  select: {
    basis: true,
    ageYears: true,
    ageTo: true,
    testedTenths: true,
    marginTenths: true,
    bornWhen: true,
    bornText: true,
    asOf: true,
    bornEarliest: true,
    bornLatest: true,
    source: true,
    seen: true,
  },
  orderBy: { createdAt: 'asc' },
} as const

/** A person's claims as every room reads them. Names may still be sealed: see openNames. */
export const personClaims = {
  id: true,
  names: {
    select: { id: true, kind: true, text: true, cipher: true, saidOn: true },
    orderBy: { createdAt: 'asc' },
  },
  ageClaims: ageClaimRows,
  nationalities: {
    select: { country: true, certainty: true, sinceWhen: true, untilWhen: true, saidOn: true },
    orderBy: { createdAt: 'asc' },
  },
} as const

export type ReadName = { readonly kind: string; readonly text: string; readonly saidOn: Day | null }
type NameRow = {
  readonly id: string
  readonly kind: string
  readonly text: string | null
  readonly cipher: Uint8Array | null
  readonly saidOn: Date | null
}

/** The name as said first, the others as they were written down; sealed ones opened. */
export const openNames = async (
  work: Work,
  personId: string,
  rows: readonly NameRow[],
): Promise<ReadName[]> => {
  const names: ReadName[] = []
  for (const row of rows) {
    const at = { holder: holder(personId), table: 'person_name', row: row.id, column: 'text', revision: 1 }
    const text = row.cipher === null ? (row.text ?? '') : await work.vault.open(at, row.cipher)
    names.push({ kind: row.kind, text, saidOn: row.saidOn && toDay(row.saidOn) })
  }
  return names.sort((a, b) => Number(b.kind === 'as_said') - Number(a.kind === 'as_said'))
}

/** What a person can be recognised by, as visitors wrote it down: sealed like a number, opened for whoever reads the file. */
export const listMarks = async (
  work: Work,
  personIds: readonly string[],
): Promise<{ id: string; personId: string; text: string }[]> => {
  const rows = await work.tx.personIdentifier.findMany({
    where: { personId: { in: [...personIds] }, kind: 'recognise' },
    select: { id: true, personId: true, cipher: true },
    orderBy: { id: 'asc' },
  })
  const marks = []
  for (const { id, personId, cipher } of rows) {
    const at = { holder: holder(personId), table: 'person_identifier', row: id, column: 'text', revision: 1 }
    marks.push({ id, personId, text: await work.vault.open(at, cipher) })
  }
  return marks
}
