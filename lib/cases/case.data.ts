import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import { NotFound } from '@/lib/db/errors'
import { placeInFile } from '@/lib/db/field-crypto'
import { insertRows } from '@/lib/db/insert-rows'
import type { Work } from '@/lib/db/work'
import { insertClaimsOf, type NewPerson, within } from '@/lib/people/claim.data'
import { insertPeople } from '@/lib/people/person.data'
import { PERSON_SELECT } from '@/lib/people/person-field.rules'
import { type Day, dayOf, toDate, toDay } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { insertFiles, type NewFile, type NextStep } from './file-rows.data'
import { type Moved, movedAt } from './step-moved.data'

type NewPersonWithFile = { readonly person: NewPerson; readonly file: NewFile }
type PersonWithFile = { readonly personId: string; readonly caseId: string; readonly code: string }

const nextStepAt = (caseId: string, revision: number) =>
  placeInFile(caseId, { table: 'case_file', row: caseId, column: 'next_step', revision })

/**
 * A person and their first file, in the order row-level security asks for: no one sees a person outside a file, and no one
 * adds people to a file they do not see. In a sealed file the names are encrypted too.
 */
export const insertPersonWithFile = async (work: Work, one: NewPersonWithFile): Promise<PersonWithFile> => {
  const [made] = await insertPeopleWithFiles(work, [one])
  if (made === undefined) throw new Error('one person makes one file')
  return made
}

/** The same for many, each table by one statement; in the order in which they were given. */
export const insertPeopleWithFiles = async (
  work: Work,
  all: readonly NewPersonWithFile[],
): Promise<PersonWithFile[]> => {
  if (all.length === 0) return []
  const personIds = await insertPeople(
    work,
    all.map(({ person }) => person),
  )
  const files = await insertFiles(
    work,
    all.map(({ file }) => file),
  )
  const made = all.map((one, index) => {
    const [personId, opened] = [personIds[index], files[index]]
    if (personId === undefined || opened === undefined) throw new Error('each person has a file')
    return { ...one, ...opened, personId }
  })
  await work.tx.casePerson.createMany({
    data: made.map(({ caseId, personId }) => ({ caseId, personId, role: 'principal' })),
  })
  await insertClaimsOf(
    work,
    made.map(({ personId, person, caseId, file: { secrecy } }) => ({
      personId,
      person,
      where: within({ id: caseId, secrecy }),
    })),
  )
  for (const { caseId, file } of made)
    if (file.nextStep !== null) await encryptNextStep(work, caseId, 1, file.nextStep)
  await insertStays(
    work,
    made.flatMap(({ caseId, personId, file: { stay } }) =>
      stay === null ? [] : [{ caseId, personId, ...stay }],
    ),
  )
  return made.map(({ personId, caseId, code }) => ({ personId, caseId, code }))
}

/** A further file of a person who is known already. Row-level security refuses anyone who is known from circles alone. */
export const insertFileWithKnown = async (
  work: Work,
  personId: string,
  file: NewFile,
): Promise<{ caseId: string; code: string }> => {
  const [made] = await insertFiles(work, [file])
  if (made === undefined) throw new Error('one file is one row')
  const { caseId, code } = made
  await work.tx.casePerson.createMany({ data: { caseId, personId, role: 'principal' } })
  return { caseId, code }
}

const encryptNextStep = async (
  work: Work,
  caseId: string,
  revision: number,
  step: NextStep,
  moved: Moved | null = null,
): Promise<void> => {
  const cipher = await work.fieldCrypto.encrypt(nextStepAt(caseId, revision), step.text)
  await work.tx.caseFile.updateMany({
    where: { id: caseId },
    data: {
      nextStepCipher: cipher,
      nextStepRevision: revision,
      nextStepOn: step.on === null ? null : toDate(step.on),
      nextStepMovedFrom: moved === null || moved.from === null ? null : toDate(moved.from),
      nextStepMovedCipher:
        moved === null ? null : await work.fieldCrypto.encrypt(movedAt(caseId, revision), moved.because),
    },
  })
}

type NewStay = {
  readonly caseId: string
  readonly personId: string
  readonly placeId: string
  readonly since: Day | null
  readonly episodeId?: string | null
}

/** All of them by one statement. */
export const insertStays = async (work: Work, stays: readonly NewStay[]): Promise<void> =>
  insertRows(
    work,
    'place_stay',
    stays.map(({ caseId, personId, placeId, since, episodeId = null }) => ({
      id: newId(work.now.getTime()),
      case_id: caseId,
      person_id: personId,
      place_id: placeId,
      since,
      episode_id: episodeId,
      created_at: work.now,
    })),
  )

type EncryptedStep = {
  readonly id: string
  readonly nextStepCipher: Uint8Array | null
  readonly nextStepRevision: number
  readonly nextStepOn: Date | null
}

export const openNextStep = async (work: Work, file: EncryptedStep): Promise<NextStep | null> => {
  if (file.nextStepCipher === null) return null
  return {
    text: await work.fieldCrypto.open(nextStepAt(file.id, file.nextStepRevision), file.nextStepCipher),
    on: file.nextStepOn && toDay(file.nextStepOn),
  }
}

/**
 * Writes, replaces or (null) clears the next step. With `version`, only when no one changed the file since that version;
 * without, whatever stands there is replaced (a visit knows better than yesterday's plan). The same words on the same day stay
 * as they are, so that the history tells of changes only. @returns the revision that stands now, null on a conflict
 */
export const updateNextStep = async (
  work: Work,
  which: { readonly caseId: string; readonly version?: number },
  step: NextStep | null,
  moved: Moved | null = null,
): Promise<number | null> => {
  const { count } = await work.tx.caseFile.updateMany({
    where: {
      AND: [scopeCases(work.actor, 'case:edit', work.now), { id: which.caseId }],
      ...(which.version === undefined ? {} : { version: which.version }),
    },
    data: { version: { increment: 1 } },
  })
  if (count === 0) return null
  const file = await work.tx.caseFile.findUniqueOrThrow({
    where: { id: which.caseId },
    select: { id: true, nextStepCipher: true, nextStepRevision: true, nextStepOn: true },
  })
  const stands = await openNextStep(work, file)
  if (stands?.text === step?.text && stands?.on === step?.on) return file.nextStepRevision
  const revision = file.nextStepRevision + 1
  // The old words, their revision and their day go by one statement: so the database keeps them together.
  if (step !== null) await encryptNextStep(work, which.caseId, revision, step, moved)
  else
    await work.tx.caseFile.updateMany({
      where: { id: which.caseId },
      data: {
        nextStepCipher: null,
        nextStepRevision: revision,
        nextStepOn: null,
        nextStepMovedFrom: null,
        nextStepMovedCipher: null,
      },
    })
  return revision
}

/** What every edit needs of a file within reach. Throws NotFound when out of reach or not there. */
export const getFile = async (
  work: Work,
  permission: 'case:read' | 'case:edit' | 'case:assign' | 'note:write' | 'signal:answer' | 'rights:erase',
  caseId: string,
) => {
  const file = await work.tx.caseFile.findFirst({
    where: { AND: [scopeCases(work.actor, permission, work.now), { id: caseId }] },
    select: {
      id: true,
      code: true,
      kind: true,
      status: true,
      risk: true,
      secrecy: true,
      teamId: true,
      workerId: true,
      openedOn: true,
      closedOn: true,
      closureReason: true,
      version: true,
      nextStepCipher: true,
      nextStepRevision: true,
      nextStepOn: true,
      people: {
        select: {
          personId: true,
          until: true,
          person: { select: { ...PERSON_SELECT, version: true } },
        },
      },
    },
  })
  if (file === null) throw new NotFound()
  return file
}

/** @returns false when someone changed the file meanwhile */
export const updateFile = async (
  work: Work,
  which: { readonly id: string; readonly version: number },
  change: {
    readonly status: string
    readonly risk: string
    readonly closedOn: Day | null
    readonly closureReason: string | null
  },
): Promise<boolean> => {
  const closedOn = change.closedOn === null ? null : toDate(change.closedOn)
  const { count } = await work.tx.caseFile.updateMany({
    where: which,
    data: { ...change, closedOn, version: { increment: 1 } },
  })
  return count === 1
}

/** The day in Brussels at the clock of this transaction. */
export const today = (work: Work): Day => dayOf(work.now)
