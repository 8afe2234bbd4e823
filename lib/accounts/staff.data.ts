import 'server-only'
import type { Work } from '@/lib/db/work'
import { withOwnNames } from '@/lib/lists/place-name.data'
import { type Day, toDate } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { LABELS, labelIn } from '@/lib/shared/labelled'
import type { Role } from '@/lib/shared/roles'

/** The directory as an admin sees it: no address, no secret. Row-level security keeps it inside the organisation. */
const staffDetails = {
  id: true,
  name: true,
  role: true,
  active: true,
  version: true,
  createdAt: true,
  vouchedAt: true,
  vouchedBy: { select: { name: true } },
  invitedBy: { select: { name: true } },
  leadsDataProtection: true,
  dataLeadAlone: true,
  teams: { select: { leads: true, team: { select: { id: true, name: true } } } },
  accreditations: {
    select: {
      id: true,
      validFrom: true,
      validUntil: true,
      note: true,
      version: true,
      place: { select: { id: true, ...LABELS } },
    },
    orderBy: { validUntil: 'desc' },
  },
} as const

export type StaffDetails = Awaited<ReturnType<typeof listStaff>>[number]

export const listStaff = (work: Work) =>
  work.tx.staff.findMany({
    where: { organisationId: work.actor.organisationId },
    select: staffDetails,
    orderBy: [{ active: 'desc' }, { name: 'asc' }, { id: 'asc' }],
    take: 500,
  })

export const findStaff = (work: Work, staffId: string) =>
  work.tx.staff.findFirst({
    where: { id: staffId, organisationId: work.actor.organisationId },
    select: staffDetails,
  })

export const listTeams = async (work: Work) =>
  (
    await work.tx.team.findMany({
      where: { organisationId: work.actor.organisationId },
      select: { id: true, name: true, closedAt: true },
      orderBy: { name: 'asc' },
    })
  ).map(({ closedAt, ...team }) => ({ ...team, isClosed: closedAt !== null }))

/** @returns false when someone changed the account meanwhile */
export const updateStaff = async (
  work: Work,
  which: { staffId: string; version: number },
  change: { active: boolean } | { role: Role } | { name: string; locale: string; languages: string[] },
): Promise<boolean> => {
  const { count } = await work.tx.staff.updateMany({
    where: { id: which.staffId, version: which.version, organisationId: work.actor.organisationId },
    data: { ...change, version: { increment: 1 } },
  })
  return count === 1
}

/** The offices a colleague belongs to become exactly these; a coordinator leads them. */
export const updateTeams = async (
  work: Work,
  change: { staffId: string; teamIds: readonly string[]; leads: boolean },
): Promise<void> => {
  const { staffId, leads } = change
  const teamIds = [...change.teamIds]
  await work.tx.teamMember.deleteMany({ where: { staffId, teamId: { notIn: teamIds } } })
  await work.tx.teamMember.createMany({
    data: teamIds.map((teamId) => ({ staffId, teamId, leads })),
    skipDuplicates: true,
  })
  await work.tx.teamMember.updateMany({ where: { staffId }, data: { leads } })
}

type NewAccreditation = {
  staffId: string
  placeId: string
  validFrom: Day
  validUntil: Day
  note: string | null
}

export const insertAccreditation = async (work: Work, accreditation: NewAccreditation): Promise<string> => {
  const id = newId()
  const { validFrom, validUntil } = accreditation
  await work.tx.accreditation.createMany({
    data: { ...accreditation, id, validFrom: toDate(validFrom), validUntil: toDate(validUntil) },
  })
  return id
}

/** The actor's own directory row, under the names of the profile form. */
export const getOwnProfile = async (work: Work) => {
  const row = await work.tx.staff.findUniqueOrThrow({
    where: { id: work.actor.id },
    select: { name: true, locale: true, languages: true, version: true },
  })
  return { ...row, locale: row.locale ?? work.locale }
}

/** The closed centres that an accreditation can be for, by their name in the language of the reader. */
export const listCentres = async (work: Work) => {
  const rows = await work.tx.place.findMany({
    where: { kind: 'closed_centre' },
    select: { id: true, ...LABELS },
    orderBy: { position: 'asc' },
  })
  return (await withOwnNames(work, rows, true)).map((row) => ({
    id: row.id,
    name: labelIn(row, work.locale),
  }))
}
