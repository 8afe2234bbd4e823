import 'server-only'
import type { Work } from '@/lib/db/work'
import { type Day, toDay } from '@/lib/shared/dates'
import { newCode, newId } from '@/lib/shared/ids'
import { NUMBER_KINDS, type NumberKind } from './authority-number.rules'
import { holder } from './claim.data'
import { type PersonAnswers, pickAnswers } from './person-field.rules'

/**
 * Bare rows. Nothing about a person can be written before they stand in a file, and no one sees them until then: use
 * insertPersonWithFile unless the file exists already.
 */
export const insertPeople = async (work: Work, people: readonly PersonAnswers[]): Promise<string[]> => {
  const rows = people.map((person) => ({
    id: newId(work.now.getTime()),
    code: newCode(),
    ...pickAnswers(person),
    createdBy: work.actor.id,
    createdAt: work.now,
  }))
  await work.tx.person.createMany({ data: rows })
  return rows.map(({ id }) => id)
}

/** One of them. */
export const insertPerson = async (work: Work, person: PersonAnswers): Promise<string> => {
  const [id] = await insertPeople(work, [person])
  if (id === undefined) throw new Error('one person is one row')
  return id
}

/** @returns false when someone changed the person meanwhile */
export const updatePerson = async (
  work: Work,
  which: { readonly id: string; readonly version: number },
  change: PersonAnswers,
): Promise<boolean> => {
  const { count } = await work.tx.person.updateMany({
    where: which,
    data: { ...pickAnswers(change), version: { increment: 1 } },
  })
  return count === 1
}

/** Filter: what was not withdrawn. A mistake counts for nothing and is read on the page of details alone. */
export const CURRENT = { withdrawnAt: null } as const

/** The claims of an age, oldest first: of two that protect alike the first one counts. */
export const ageClaimRows = {
  where: CURRENT,
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

/** A person's claims as every room reads them. Names may still be encrypted: see openNames. */
export const personClaims = {
  id: true,
  names: {
    where: CURRENT,
    select: { id: true, kind: true, text: true, cipher: true, saidOn: true },
    orderBy: { createdAt: 'asc' },
  },
  ageClaims: ageClaimRows,
  nationalities: {
    where: CURRENT,
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
    const text = row.cipher === null ? (row.text ?? '') : await work.fieldCrypto.open(at, row.cipher)
    names.push({ kind: row.kind, text, saidOn: row.saidOn && toDay(row.saidOn) })
  }
  return names.sort((a, b) => Number(b.kind === 'as_said') - Number(a.kind === 'as_said'))
}

export type PersonNumber = {
  readonly id: string
  readonly personId: string
  readonly kind: NumberKind
  readonly text: string
  readonly toConfirm: boolean
}

/** The numbers under which people are known, the organisation's own first: encrypted, opened for anyone who reads the file. */
export const listNumbers = async (work: Work, personIds: readonly string[]): Promise<PersonNumber[]> => {
  const rows = await work.tx.personIdentifier.findMany({
    where: { ...CURRENT, personId: { in: [...personIds] }, kind: { in: [...NUMBER_KINDS.codes] } },
    select: { id: true, personId: true, kind: true, cipher: true, toConfirm: true },
    orderBy: { id: 'asc' },
  })
  const numbers: PersonNumber[] = []
  for (const { id, personId, kind, cipher, toConfirm } of rows) {
    const at = { holder: holder(personId), table: 'person_identifier', row: id, column: 'text', revision: 1 }
    numbers.push({
      id,
      personId,
      kind: NUMBER_KINDS.read(kind),
      text: await work.fieldCrypto.open(at, cipher),
      toConfirm,
    })
  }
  return NUMBER_KINDS.codes.flatMap((of) => numbers.filter(({ kind }) => kind === of))
}

/** What a person can be recognised by, as visitors wrote it down: encrypted like a number, opened for anyone who reads the file. */
export const listMarks = async (
  work: Work,
  personIds: readonly string[],
): Promise<{ id: string; personId: string; text: string }[]> => {
  const rows = await work.tx.personIdentifier.findMany({
    where: { ...CURRENT, personId: { in: [...personIds] }, kind: 'recognise' },
    select: { id: true, personId: true, cipher: true },
    orderBy: { id: 'asc' },
  })
  const marks = []
  for (const { id, personId, cipher } of rows) {
    const at = { holder: holder(personId), table: 'person_identifier', row: id, column: 'text', revision: 1 }
    marks.push({ id, personId, text: await work.fieldCrypto.open(at, cipher) })
  }
  return marks
}
