import 'server-only'
import type { Role } from '@/lib/access/roles'
import type { Work } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'

/** The directory as an admin sees it: no address, no secret. Row-level security keeps it inside the organisation. */
const staffSheet = {
  id: true,
  name: true,
  role: true,
  active: true,
  version: true,
  createdAt: true,
  teams: { select: { leads: true, team: { select: { id: true, name: true } } } },
  accreditations: {
    select: {
      id: true,
      validFrom: true,
      validUntil: true,
      note: true,
      version: true,
      place: { select: { id: true, name: true } },
    },
    orderBy: { validUntil: 'desc' },
  },
} as const

export type StaffSheet = Awaited<ReturnType<typeof listStaff>>[number]

export const listStaff = (work: Work) =>
  work.tx.staff.findMany({
    where: { organisationId: work.actor.organisationId },
    select: staffSheet,
    orderBy: [{ active: 'desc' }, { name: 'asc' }, { id: 'asc' }],
    take: 500,
  })

export const findStaff = (work: Work, staffId: string) =>
  work.tx.staff.findFirst({
    where: { id: staffId, organisationId: work.actor.organisationId },
    select: staffSheet,
  })

export const listTeams = (work: Work) =>
  work.tx.team.findMany({
    where: { organisationId: work.actor.organisationId },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })

/** @returns false when somebody changed the account meanwhile */
export const updateStaff = async (
  work: Work,
  which: { staffId: string; version: number },
  change: { active: boolean } | { role: Role } | { name: string; locale: string },
): Promise<boolean> => {
  const { count } = await work.tx.staff.updateMany({
    where: { id: which.staffId, version: which.version, organisationId: work.actor.organisationId },
    data: { ...change, version: { increment: 1 } },
  })
  return count === 1
}

/** How many active admins there are: the last one cannot be switched off or lose the role. */
export const countActiveAdmins = (work: Work): Promise<number> =>
  work.tx.staff.count({ where: { organisationId: work.actor.organisationId, role: 'admin', active: true } })

/** @returns the new office, or null when the name is taken in this organisation */
export const insertTeam = async (work: Work, name: string): Promise<string | null> => {
  const id = newId()
  const { count } = await work.tx.team.createMany({
    data: [{ id, organisationId: work.actor.organisationId, name }],
    skipDuplicates: true,
  })
  return count === 1 ? id : null
}

/** Whole days, as `YYYY-MM-DD`. */
type NewAccreditation = {
  staffId: string
  placeId: string
  validFrom: string
  validUntil: string
  note: string | null
}

export const insertAccreditation = async (work: Work, accreditation: NewAccreditation): Promise<string> => {
  const id = newId()
  const { validFrom, validUntil } = accreditation
  await work.tx.accreditation.createMany({
    data: [{ ...accreditation, id, validFrom: toDay(validFrom), validUntil: toDay(validUntil) }],
  })
  return id
}

/** Ends or prolongs an accreditation. @returns false when somebody changed it meanwhile */
export const updateAccreditation = async (
  work: Work,
  which: { id: string; version: number },
  validUntil: string,
): Promise<boolean> => {
  const { count } = await work.tx.accreditation.updateMany({
    where: which,
    data: { validUntil: toDay(validUntil), version: { increment: 1 } },
  })
  return count === 1
}

const toDay = (iso: string): Date => new Date(`${iso}T00:00:00Z`)
