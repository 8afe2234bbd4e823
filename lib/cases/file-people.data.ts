import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import type { Work } from '@/lib/db/work'
import { insertClaims, type NewPerson, within } from '@/lib/people/claim.data'
import { insertPerson } from '@/lib/people/person.data'
import { type Day, toDate } from '@/lib/shared/dates'
import { type FileRole, isKin, type KinBasis, type LeftBecause } from './file-people.rules'

/** Two colleagues may change who is in a file at once: the second waits and sees what the first did. */
export const lockPeople = async (work: Work, caseId: string): Promise<void> => {
  await work.tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`people:${caseId}`}, 0))::text`
}

/** Everyone of a file that the caller has found within reach, those who left too. */
export const placeColumns = {
  personId: true,
  role: true,
  basis: true,
  since: true,
  until: true,
  leftBecause: true,
  version: true,
} as const
export const listFilePeople = (work: Work, caseId: string) =>
  work.tx.casePerson.findMany({
    where: { caseId },
    select: placeColumns,
    orderBy: { personId: 'asc' },
  })

type RoleInFile = { readonly role: FileRole; readonly basis: KinBasis | null; readonly since: Day | null }
const toColumns = ({ role, basis, since }: RoleInFile) => ({
  role,
  basis: isKin(role) ? basis : null,
  since: since === null ? null : toDate(since),
})

/** Puts a person who is known already into the file. Row-level security refuses anyone who is known from circles alone. */
export const insertFilePerson = async (
  work: Work,
  { caseId, personId, ...place }: RoleInFile & { readonly caseId: string; readonly personId: string },
): Promise<void> => {
  await work.tx.casePerson.createMany({ data: { caseId, personId, ...toColumns(place) } })
}

/** A new person in a file that exists; what is said of them stays within it where the file is restricted or sealed. */
export const insertNewFilePerson = async (
  work: Work,
  file: { readonly id: string; readonly secrecy: string },
  person: NewPerson,
  place: RoleInFile,
): Promise<string> => {
  const personId = await insertPerson(work, person)
  await insertFilePerson(work, { caseId: file.id, personId, ...place })
  await insertClaims(work, personId, person, within(file))
  return personId
}

/**
 * How the actor knows a person whom they may write about: from an open file (`open`), from restricted or sealed ones alone
 * (`circles`), or not at all (null), which is one answer for out of reach and not there.
 */
export const findAcquaintance = async (work: Work, personId: string): Promise<'open' | 'circles' | null> => {
  const files = await work.tx.casePerson.findMany({
    where: { personId, file: scopeCases(work.actor, 'case:edit', work.now) },
    select: { secrecy: true },
  })
  if (files.length === 0) return null
  return files.some(({ secrecy }) => secrecy === 'open') ? 'open' : 'circles'
}

type Which = { readonly caseId: string; readonly personId: string; readonly version: number }

/** @returns false when someone changed their place in the file meanwhile */
export const updateFilePerson = async (work: Work, which: Which, place: RoleInFile): Promise<boolean> => {
  const { count } = await work.tx.casePerson.updateMany({
    where: { ...which, until: null },
    data: { ...toColumns(place), version: { increment: 1 } },
  })
  return count === 1
}

/** They are in the file no longer, and their stays in it are over that day: no one is to look for them there. */
export const endFilePerson = async (
  work: Work,
  which: Which,
  { on, because }: { readonly on: Day; readonly because: LeftBecause },
): Promise<boolean> => {
  const { count } = await work.tx.casePerson.updateMany({
    where: { ...which, until: null },
    data: { until: toDate(on), leftBecause: because, version: { increment: 1 } },
  })
  if (count === 0) return false
  const { caseId, personId } = which
  const stays = { caseId, personId, until: null }
  const ended = { version: { increment: 1 } }
  await work.tx.placeStay.updateMany({
    where: { ...stays, OR: [{ since: null }, { since: { lte: toDate(on) } }] },
    data: { until: toDate(on), ...ended },
  })
  // A stay that began later lasted no day here.
  const later = await work.tx.placeStay.findMany({ where: stays, select: { id: true, since: true } })
  for (const { id, since } of later)
    await work.tx.placeStay.updateMany({ where: { id }, data: { until: since, ...ended } })
  return true
}

/** A person who left is in the file again, as they were. */
export const returnFilePerson = async (work: Work, which: Which): Promise<boolean> => {
  const { count } = await work.tx.casePerson.updateMany({
    where: { ...which, until: { not: null } },
    data: { until: null, leftBecause: null, version: { increment: 1 } },
  })
  return count === 1
}
