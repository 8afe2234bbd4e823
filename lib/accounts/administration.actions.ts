'use server'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import { defineAction } from '@/lib/server/define-action'
import { conflict, no, ok } from '@/lib/shared/result'
import {
  accreditationSchema,
  colleagueSchema,
  dataLeadSchema,
  roleSchema,
  staffIdSchema,
} from './account.schema'
import {
  endSessionsOf,
  getColleague,
  holds,
  mayLeave,
  nameDataLead,
  suspendAccount,
} from './administration.data'
import { toSecondCode } from './second-person.rules'
import { findStaff, insertAccreditation, listTeams, updateStaff, updateTeams } from './staff.data'

const empty = z.object({})

/** Switches an account off. Its sessions open nothing from the next statement on. */
export const deactivate = defineAction({
  name: 'deactivate',
  permission: 'account:manage',
  schema: colleagueSchema,
  value: empty,
  audit: ({ staffId }) => ({ event: 'account.deactivated', staffId }),
  run: async (work, { staffId, version }) => {
    const { version: current, role } = await getColleague(work, staffId)
    if (holds(role) && !(await mayLeave(work, staffId))) return no('holdsSomething')
    if (!(await updateStaff(work, { staffId, version }, { active: false })))
      return conflict({ version: current })
    await endSessionsOf(work, staffId)
    return ok({})
  },
})

export const reactivate = defineAction({
  name: 'reactivate',
  permission: 'account:manage',
  stepUp: true,
  schema: colleagueSchema,
  value: empty,
  audit: ({ staffId }) => ({ event: 'account.reactivated', staffId }),
  run: async (work, { staffId, version }) => {
    const { version: current } = await getColleague(work, staffId)
    if (!(await updateStaff(work, { staffId, version }, { active: true })))
      return conflict({ version: current })
    return ok({})
  },
})

/** Gives a colleague another role and other offices, never oneself. Their sessions end, so that they start anew with it. */
export const changeRole = defineAction({
  name: 'changeRole',
  permission: 'account:manage',
  stepUp: true,
  schema: roleSchema,
  value: empty,
  audit: ({ staffId, role }) => ({ event: 'role.changed', staffId, role }),
  run: async (work, { staffId, version, role, teamIds }) => {
    const colleague = await getColleague(work, staffId)
    const known = new Set((await listTeams(work)).map((team) => team.id))
    if (!teamIds.every((teamId) => known.has(teamId))) return no('invalid', { teamIds: 'unknownChoice' })
    const isWorker = role === 'caseworker' || role === 'coordinator'
    if (!isWorker && holds(colleague.role) && !(await mayLeave(work, staffId))) return no('holdsSomething')
    if (!(await updateStaff(work, { staffId, version }, { role })))
      return conflict({
        version: colleague.version,
        role: colleague.role,
        teamIds: colleague.teams.map(({ team }) => team.id),
      })
    // Admins and guests stand in no office: an office opens its files.
    await updateTeams(work, { staffId, teamIds: isWorker ? teamIds : [], leads: role === 'coordinator' })
    await endSessionsOf(work, staffId)
    return ok({})
  },
})

/**
 * What cannot wait for a hand-over: the account opens nothing from the next statement on and keeps what it holds, until a
 * coordinator vouches for it again (docs/adr/0052).
 */
export const closeDoor = defineAction({
  name: 'closeDoor',
  permission: 'account:manage',
  schema: staffIdSchema,
  value: empty,
  audit: ({ staffId }) => ({ event: 'account.doorClosed', staffId }),
  run: async (work, { staffId }) => {
    await getColleague(work, staffId)
    if (!(await suspendAccount(work, staffId))) throw new NotFound()
    await endSessionsOf(work, staffId)
    return ok({})
  },
})

/** Says of another admin whether they read and signs what leaves the organisation (docs/adr/0081). */
export const setDataLead = defineAction({
  name: 'setDataLead',
  permission: 'account:manage',
  stepUp: ({ leads }) => leads,
  schema: dataLeadSchema,
  value: empty,
  audit: ({ staffId, leads }) => ({ event: 'dataLead.set', staffId, leads }),
  run: async (work, { staffId, leads }) => {
    await getColleague(work, staffId)
    const said = await nameDataLead(work, staffId, leads)
    const fault = toSecondCode(said)
    if (fault !== null) return no(fault)
    if (said !== 'ok') throw new NotFound()
    return ok({})
  },
})

export const endSessionsOfColleague = defineAction({
  name: 'endSessionsOfColleague',
  permission: 'account:manage',
  schema: staffIdSchema,
  value: z.object({ count: z.number() }),
  audit: ({ staffId }, { count }) => ({ event: 'sessions.ended', staffId, count }),
  run: async (work, { staffId }) => ok({ count: await endSessionsOf(work, staffId) }),
})

/** Accredits a colleague for one centre, from a day to a day; never oneself: a badge is what someone else has checked. */
export const setAccreditation = defineAction({
  name: 'setAccreditation',
  permission: 'accreditation:set',
  schema: accreditationSchema,
  value: z.object({ accreditationId: z.string() }),
  audit: ({ staffId }, { accreditationId }) => ({ event: 'accreditation.set', staffId, accreditationId }),
  run: async (work, { note, ...input }) => {
    if (input.staffId === work.actor.id) return no('notOneself')
    const colleague = await findStaff(work, input.staffId)
    const isTheirs = colleague?.teams.some(({ team }) => work.actor.leads.includes(team.id)) ?? false
    if (colleague === null || (work.actor.role !== 'admin' && !isTheirs)) throw new NotFound()
    const accreditationId = await insertAccreditation(work, { ...input, note: note === '' ? null : note })
    return ok({ accreditationId })
  },
})
