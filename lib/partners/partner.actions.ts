'use server'
import * as z from 'zod'
import { listBodies } from '@/lib/countries/body.data'
import { defineAction } from '@/lib/server/define-action'
import { dayOf } from '@/lib/shared/dates'
import { HERE } from '@/lib/shared/here'
import { conflict, no, ok } from '@/lib/shared/result'
import {
  getPartner,
  insertPartner,
  listPartners,
  setChecked,
  setRetired,
  setSame,
  updatePartner,
} from './partner.data'
import { MOST_PARTNERS } from './partner.rules'
import {
  partnerCheckedSchema,
  partnerPersonGoneSchema,
  partnerPersonSchema,
  partnerSchema,
  partnerStateSchema,
  partnerWarningBackSchema,
  partnerWarningSchema,
  samePartnerSchema,
} from './partner.schema'
import { toPartnerForm } from './partner.view'
import {
  deletePartnerPerson,
  insertPartnerPerson,
  listPartnerPeople,
  updatePartnerPerson,
} from './partner-person.data'
import { insertWarning, withdrawWarning } from './partner-warning.data'

const written = z.object({ partnerId: z.uuid(), version: z.int() })
const named = z.object({ partnerId: z.uuid() })

/** Writes a partner down, or what is known better of one. */
export const savePartner = defineAction({
  name: 'savePartner',
  permission: 'partner:keep',
  schema: partnerSchema,
  value: written,
  audit: (_input, value) => ({ event: 'partner.saved', ...value }),
  run: async (work, input) => {
    const today = dayOf(work.now)
    if (input.freeOn > today) return no('inTheFuture', { freeOn: 'inTheFuture' })
    if (input.checkedOn > today) return no('inTheFuture', { checkedOn: 'inTheFuture' })
    if (
      input.actorSlug !== '' &&
      !(await listBodies(work, HERE)).some(({ slug }) => slug === input.actorSlug)
    )
      return no('notInList', { actorSlug: 'unknownChoice' })
    if (input.partnerId === '') {
      if ((await listPartners(work)).length >= MOST_PARTNERS) return no('tooManyPartners')
      return ok({ partnerId: await insertPartner(work, input), version: 1 })
    }
    const now = await getPartner(work, input.partnerId)
    if (!(await updatePartner(work, input))) return conflict(toPartnerForm(now))
    return ok({ partnerId: input.partnerId, version: input.version + 1 })
  },
})

/** Says that all of it was confirmed today. */
export const checkPartner = defineAction({
  name: 'checkPartner',
  permission: 'partner:keep',
  schema: partnerCheckedSchema,
  value: written,
  audit: (_input, value) => ({ event: 'partner.saved', ...value }),
  run: async (work, input) => {
    await getPartner(work, input.partnerId)
    if (!(await setChecked(work, input))) return no('correctedMeanwhile')
    return ok({ partnerId: input.partnerId, version: input.version + 1 })
  },
})

/** Retires a partner, so that it is chosen no more, or takes that back. */
export const retirePartner = defineAction({
  name: 'retirePartner',
  permission: 'partner:keep',
  schema: partnerStateSchema,
  value: written,
  audit: (_input, value) => ({ event: 'partner.saved', ...value }),
  run: async (work, input) => {
    await getPartner(work, input.partnerId)
    if (!(await setRetired(work, input))) return no('correctedMeanwhile')
    return ok({ partnerId: input.partnerId, version: input.version + 1 })
  },
})

/** Says that a partner was written down twice, or takes that back. What names it keeps it; readers are led on. */
export const joinPartner = defineAction({
  name: 'joinPartner',
  permission: 'partner:keep',
  schema: samePartnerSchema,
  value: written,
  audit: ({ into }, value) => ({ event: 'partner.joined', into: into === '' ? null : into, ...value }),
  run: async (work, input) => {
    const { partnerId, into } = input
    const partners = await listPartners(work)
    await getPartner(work, partnerId)
    if (into !== '') {
      const kept = partners.find(({ id }) => id === into)
      if (kept === undefined || kept.sameAs !== null || into === partnerId)
        return no('notInList', { into: 'unknownChoice' })
      if (partners.some(({ sameAs }) => sameAs === partnerId)) return no('othersJoined')
    }
    if (!(await setSame(work, input))) return no('correctedMeanwhile')
    return ok({ partnerId, version: input.version + 1 })
  },
})

/** Writes down someone at a partner, or what is known better of them. */
export const savePartnerPerson = defineAction({
  name: 'savePartnerPerson',
  permission: 'partner:keep',
  schema: partnerPersonSchema,
  value: z.object({ partnerId: z.uuid(), partnerPersonId: z.uuid(), version: z.int() }),
  audit: (_input, { partnerId }) => ({ event: 'partner.people', partnerId }),
  run: async (work, input) => {
    const { partnerId, partnerPersonId, version } = input
    await getPartner(work, partnerId)
    if (partnerPersonId === '')
      return ok({ partnerId, partnerPersonId: await insertPartnerPerson(work, input), version: 1 })
    const now = (await listPartnerPeople(work, [partnerId])).find(
      (one) => one.partnerPersonId === partnerPersonId,
    )
    if (now === undefined) return no('correctedMeanwhile')
    if (!(await updatePartnerPerson(work, input))) return conflict(now)
    return ok({ partnerId, partnerPersonId, version: version + 1 })
  },
})

/** Removes someone who is no longer at a partner, for good. */
export const removePartnerPerson = defineAction({
  name: 'removePartnerPerson',
  permission: 'partner:keep',
  schema: partnerPersonGoneSchema,
  value: named,
  audit: (_input, value) => ({ event: 'partner.people', ...value }),
  run: async (work, input) => {
    await getPartner(work, input.partnerId)
    if (!(await deletePartnerPerson(work, input))) return no('correctedMeanwhile')
    return ok({ partnerId: input.partnerId })
  },
})

/** Says that no one is referred to a partner, and why. */
export const warnOfPartner = defineAction({
  name: 'warnOfPartner',
  permission: 'partner:warn',
  schema: partnerWarningSchema,
  value: named,
  audit: (_input, value) => ({ event: 'partner.warned', ...value }),
  run: async (work, { partnerId, reason }) => {
    await getPartner(work, partnerId)
    await insertWarning(work, partnerId, reason)
    return ok({ partnerId })
  },
})

/** Withdraws a warning; it stays readable. */
export const withdrawPartnerWarning = defineAction({
  name: 'withdrawPartnerWarning',
  permission: 'partner:warn',
  schema: partnerWarningBackSchema,
  value: named,
  audit: (_input, value) => ({ event: 'partner.unwarned', ...value }),
  run: async (work, { partnerId, warningId }) => {
    await getPartner(work, partnerId)
    await withdrawWarning(work, partnerId, warningId)
    return ok({ partnerId })
  },
})
