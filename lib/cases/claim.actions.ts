'use server'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import { aheadOf, toAgeClaim } from '@/lib/people/age.schema'
import {
  insertAgeClaim,
  insertIdentifier,
  insertName,
  insertNationality,
  insertOrigin,
  within,
} from '@/lib/people/claim.data'
import { updatePerson } from '@/lib/people/person.data'
import { toHeldNationality, toOrigins } from '@/lib/people/person.schema'
import { listClaims, withdraw } from '@/lib/people/withdrawal.data'
import { isLastName, isWithdrawnIn } from '@/lib/people/withdrawal.rules'
import { defineAction } from '@/lib/server/define-action'
import { conflict, no, ok } from '@/lib/shared/result'
import { getFile, today } from './case.data'
import { claimSchema, numberSchema, personSchema, withdrawSchema } from './file.schema'
import { lockPeople } from './file-people.data'

/** Adds what was said since: a name, an age, a nationality. Nothing that stood there before is replaced. */
export const addClaim = defineAction({
  name: 'addClaim',
  permission: 'case:edit',
  schema: claimSchema,
  value: z.object({ version: z.number().int(), saidAt: z.number().int() }),
  audit: ({ caseId }, { version, saidAt }) => ({ event: 'case.edited', caseId, version, saidAt }),
  run: async (work, input) => {
    const file = await getFile(work, 'case:edit', input.caseId)
    const { personId } = input
    if (!file.people.some((one) => one.personId === personId)) throw new NotFound()
    const on = today(work)
    const ahead = aheadOf(input, on)
    if (ahead !== null) return no('inTheFuture', { [ahead]: 'inTheFuture' })
    const where = within(file)
    const claimed = { ...where, saidOn: on }
    if (input.name !== '')
      await insertName(work, personId, { kind: input.nameKind, text: input.name, saidOn: on }, where)
    const age = toAgeClaim(input, on)
    if (age !== null) await insertAgeClaim(work, personId, age, where)
    const nationality = toHeldNationality(input)
    if (nationality !== null) await insertNationality(work, personId, nationality, claimed)
    for (const origin of toOrigins(input)) await insertOrigin(work, personId, origin, claimed)
    return ok({ version: file.version, saidAt: work.now.getTime() })
  },
})

/** Adds a number of an authority. The one that it corrects is withdrawn as misread, and stays readable. */
export const addNumber = defineAction({
  name: 'addNumber',
  permission: 'case:edit',
  schema: numberSchema,
  value: z.object({ version: z.number().int(), saidAt: z.number().int() }),
  audit: ({ caseId }, { version, saidAt }) => ({ event: 'case.edited', caseId, version, saidAt }),
  run: async (work, { caseId, personId, kind, text, replacesId, written }) => {
    const file = await getFile(work, 'case:edit', caseId)
    if (!file.people.some((one) => one.personId === personId)) throw new NotFound()
    if (replacesId !== '') {
      const claim = (await listClaims(work, [personId])).find(({ id }) => id === replacesId)
      if (claim?.said.kind !== 'number' || !isWithdrawnIn(claim, file)) throw new NotFound()
      const because = 'misread'
      if (claim.withdrawn !== null || !(await withdraw(work, claim, because)))
        return no('withdrawnAlready', { replacesId: 'withdrawnAlready' })
      await work.audit({
        event: 'claim.withdrawn',
        caseId,
        personId,
        claimId: replacesId,
        kind: claim.said.kind,
        because,
      })
    }
    await insertIdentifier(work, personId, { kind, text, toConfirm: written.length > 0 }, within(file))
    return ok({ version: file.version, saidAt: work.now.getTime() })
  },
})

/** Says that something that was said was a mistake: it stays readable and counts for nothing any more. */
export const withdrawClaim = defineAction({
  name: 'withdrawClaim',
  permission: 'case:edit',
  schema: withdrawSchema,
  value: z.object({ kind: z.string() }),
  audit: ({ caseId, personId, claimId, because }, { kind }) => ({
    event: 'claim.withdrawn',
    caseId,
    personId,
    claimId,
    kind,
    because,
  }),
  run: async (work, { caseId, personId, claimId, because }) => {
    const file = await getFile(work, 'case:edit', caseId)
    if (!file.people.some((one) => one.personId === personId)) throw new NotFound()
    // Two names are not both withdrawn at once by two colleagues.
    await lockPeople(work, caseId)
    const claims = await listClaims(work, [personId])
    const claim = claims.find(({ id }) => id === claimId)
    if (claim === undefined || !isWithdrawnIn(claim, file)) throw new NotFound()
    if (claim.withdrawn !== null) return no('withdrawnAlready', { claimId: 'withdrawnAlready' })
    if (isLastName(claims, claim)) return no('lastName', { claimId: 'lastName' })
    if (!(await withdraw(work, claim, because)))
      return no('withdrawnAlready', { claimId: 'withdrawnAlready' })
    return ok({ kind: claim.said.kind })
  },
})

/** What is one value of the person and not a claim. The version is the person's, who may stand in another file too. */
export const editPerson = defineAction({
  name: 'editPerson',
  permission: 'case:edit',
  schema: personSchema,
  value: z.object({ version: z.number().int(), fileVersion: z.number().int() }),
  audit: ({ caseId }, { fileVersion }) => ({ event: 'case.edited', caseId, version: fileVersion }),
  run: async (work, { caseId, personId, version, ...answers }) => {
    const file = await getFile(work, 'case:edit', caseId)
    const current = file.people.find((one) => one.personId === personId)?.person
    if (current === undefined) throw new NotFound()
    if (await updatePerson(work, { id: personId, version }, answers))
      return ok({ version: version + 1, fileVersion: file.version })
    return conflict(current)
  },
})
