'use server'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { aheadOf } from '@/lib/people/age.schema'
import { insertOthers } from '@/lib/people/not-same.data'
import { toNewPerson } from '@/lib/people/person.schema'
import { defineAction } from '@/lib/server/define-action'
import { toDay } from '@/lib/shared/dates'
import { conflict, no, ok, type Result } from '@/lib/shared/result'
import { getFile, insertStays, today } from './case.data'
import {
  endFilePerson,
  findAcquaintance,
  insertFilePerson,
  insertNewFilePerson,
  listFilePeople,
  lockPeople,
  returnFilePerson,
  updateFilePerson,
} from './file-people.data'
import { keepsMain } from './file-people.rules'
import { joinSchema, leaveSchema, returnSchema, roleSchema } from './file-people.schema'
import { listCentres } from './word.data'

type Join = z.output<typeof joinSchema>
const toPlace = ({ role, basis, since }: Pick<Join, 'role' | 'basis' | 'since'>) => ({
  role,
  basis: basis === '' ? null : basis,
  since: since === '' ? null : since,
})

const joinKnown = async (work: Work, secrecy: string, input: Join): Promise<Result<string>> => {
  const { caseId, personId } = input
  const here = (await listFilePeople(work, caseId)).find((one) => one.personId === personId)
  if (here !== undefined) return no(here.until === null ? 'inFileAlready' : 'inFileBefore')
  const known = await findAcquaintance(work, personId)
  if (known === null) throw new NotFound()
  if (secrecy === 'sealed') return no('sealedApart')
  // Anyone who reads this file would learn that the person is in another circle.
  if (known === 'circles') return no('circleApart')
  await insertFilePerson(work, { caseId, personId, ...toPlace(input) })
  return ok(personId)
}

/** Someone joins the file: new, or known from another file within reach, whichever its worker. */
export const joinFile = defineAction({
  name: 'joinFile',
  permission: 'case:edit',
  schema: joinSchema,
  value: z.object({ personId: z.uuid() }),
  audit: ({ caseId, role }, { personId }) => ({ event: 'person.joined', caseId, personId, role }),
  run: async (work, input) => {
    const file = await getFile(work, 'case:edit', input.caseId)
    const on = today(work)
    for (const name of ['since', 'placeSince'] as const)
      if (input[name] > on) return no('inTheFuture', { [name]: 'inTheFuture' })
    if (input.placeId !== '' && !(await listCentres(work)).some(({ id }) => id === input.placeId))
      return no('notInList', { placeId: 'unknownChoice' })
    const ahead = input.personId === '' ? aheadOf(input, on) : null
    if (ahead !== null) return no('inTheFuture', { [ahead]: 'inTheFuture' })
    await lockPeople(work, file.id)
    const joined =
      input.personId === ''
        ? ok(await insertNewFilePerson(work, file, toNewPerson(input, on), toPlace(input)))
        : await joinKnown(work, file.secrecy, input)
    if (!joined.ok) return joined
    if (input.personId === '') await insertOthers(work, joined.value, input.notSame)
    if (input.placeId !== '')
      await insertStays(work, [
        {
          caseId: file.id,
          personId: joined.value,
          placeId: input.placeId,
          since: input.placeSince === '' ? null : input.placeSince,
        },
      ])
    return ok({ personId: joined.value })
  },
})

/** The place of a person in the file, for the one who is about to change it. Throws NotFound when they are not in it. */
const getPlace = async (work: Work, caseId: string, personId: string) => {
  await getFile(work, 'case:edit', caseId)
  await lockPeople(work, caseId)
  const people = await listFilePeople(work, caseId)
  const place = people.find((one) => one.personId === personId)
  if (place === undefined) throw new NotFound()
  return { place, present: people.filter(({ until }) => until === null) }
}

/** Corrects what a person is to the main person, or makes them the main one. */
export const editFileRole = defineAction({
  name: 'editFileRole',
  permission: 'case:edit',
  schema: roleSchema,
  value: z.object({ version: z.number().int(), was: z.string() }),
  audit: ({ caseId, personId, role }, { version, was }) => ({
    event: 'person.role',
    caseId,
    personId,
    role,
    was,
    version,
  }),
  run: async (work, input) => {
    const { caseId, personId, version, role } = input
    const { place, present } = await getPlace(work, caseId, personId)
    if (input.since > today(work)) return no('inTheFuture', { since: 'inTheFuture' })
    if (place.version === version && !keepsMain(present, personId, role))
      return no('lastMain', { role: 'lastMain' })
    if (await updateFilePerson(work, { caseId, personId, version }, toPlace(input)))
      return ok({ version: version + 1, was: place.role })
    return conflict({
      version: place.version,
      role: place.role,
      basis: place.basis ?? '',
      since: place.since === null ? '' : toDay(place.since),
    })
  },
})

/** A person is in the file no longer: they have their own, went another way, died, or was never meant. Nothing is deleted. */
export const leaveFile = defineAction({
  name: 'leaveFile',
  permission: 'case:edit',
  schema: leaveSchema,
  value: z.object({ version: z.number().int() }),
  audit: ({ caseId, personId, on, because }) => ({ event: 'person.left', caseId, personId, on, because }),
  run: async (work, { caseId, personId, version, on, because }) => {
    const { place, present } = await getPlace(work, caseId, personId)
    if (on > today(work)) return no('inTheFuture', { on: 'inTheFuture' })
    if (place.since !== null && on < toDay(place.since))
      return no('leftBeforeJoined', { on: 'leftBeforeJoined' })
    if (place.version === version && !keepsMain(present, personId, null)) return no('lastMain')
    if (await endFilePerson(work, { caseId, personId, version }, { on, because }))
      return ok({ version: version + 1 })
    return conflict({ version: place.version })
  },
})

export const returnToFile = defineAction({
  name: 'returnToFile',
  permission: 'case:edit',
  schema: returnSchema,
  value: z.object({ version: z.number().int() }),
  audit: ({ caseId, personId }, { version }) => ({ event: 'person.returned', caseId, personId, version }),
  run: async (work, { caseId, personId, version }) => {
    const { place } = await getPlace(work, caseId, personId)
    if (await returnFilePerson(work, { caseId, personId, version })) return ok({ version: version + 1 })
    return conflict({ version: place.version })
  },
})
