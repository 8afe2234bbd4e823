import 'server-only'
import { listOpenOffices } from '@/lib/cases/open-office.data'
import { listReachableFiles } from '@/lib/cases/roster.data'
import { listShownPeople } from '@/lib/cases/shown-people.data'
import { listWords } from '@/lib/cases/word.data'
import { listPlacesOutside } from '@/lib/countries/place-outside.data'
import { NotFound } from '@/lib/db/errors'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { listProjects } from '@/lib/projects/project.data'
import { recordStore } from '@/lib/records/record.data'
import { currentOf } from '@/lib/registers/register.rules'
import { dayOf, toDate, toDay } from '@/lib/shared/dates'
import { isUuid, newId } from '@/lib/shared/ids'
import { TOPICS, totalOf } from './group.rules'
import { attendance, type GroupInput } from './group.schema'

/** In which sessions the people of files took part. */
export const attendances = recordStore(attendance, {
  list: (tx, asked) => tx.groupPerson.findMany(asked),
  add: (tx, row) => tx.groupPerson.createMany({ data: row }),
})

/** As many as a page shows; the figures are in the reports. */
const PAGE = 20

const select = {
  id: true,
  version: true,
  teamId: true,
  topic: true,
  onDay: true,
  startsAt: true,
  endsAt: true,
  placeId: true,
  interpreterLanguage: true,
  leaders: true,
  women: true,
  men: true,
  adultsOther: true,
  girls: true,
  boys: true,
  minorsOther: true,
  projectId: true,
  team: { select: { name: true } },
} as const satisfies Prisma.GroupSessionSelect

const toGroup = ({ onDay, team, ...row }: Prisma.GroupSessionGetPayload<{ select: typeof select }>) => ({
  ...row,
  on: toDay(onDay),
  office: team.name,
  total: totalOf(row),
})
export type Group = ReturnType<typeof toGroup>

/** Those of one's offices; row-level security says the same, and lets the readers of a file see where its people took part. */
const current = ({ actor }: Work): Prisma.GroupSessionWhereInput => ({
  takenBackAt: null,
  OR: [{ createdBy: actor.id }, { teamId: { in: [...actor.teams, ...actor.leads] } }],
})

export const isTopic = async (work: Work, topic: string): Promise<boolean> =>
  (await listWords(work, [TOPICS])).some(({ code, validTo }) => code === topic && validTo === null)

/** The colleagues of some offices who may lead a session. */
export const listLeaders = (work: Work, teams: readonly string[]): Promise<{ id: string; name: string }[]> =>
  work.tx.staff.findMany({
    where: {
      active: true,
      role: { in: ['caseworker', 'coordinator'] },
      teams: { some: { teamId: { in: [...teams] } } },
    },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })

/** What the form of a session may name. */
const readChoices = async (work: Work) => ({
  words: await listWords(work, [TOPICS]),
  teams: await listOpenOffices(work, work.actor.teams),
  leaders: await listLeaders(work, work.actor.teams),
  places: await listPlacesOutside(work),
  projects: await listProjects(work),
  today: dayOf(work.now),
})

/** Sessions of one's offices, the last recorded first, from one of them on, and what a new one may say. */
export const readGroups = async (work: Work, before: string | null = null) => {
  const rows = await work.tx.groupSession.findMany({
    where: { ...current(work), ...(before === null ? {} : { id: { lt: before } }) },
    select,
    orderBy: { id: 'desc' },
    take: PAGE + 1,
  })
  const shown = rows.slice(0, PAGE)
  return {
    groups: shown.map(toGroup),
    /** Before which there are more. */
    more: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
    ...(await readChoices(work)),
  }
}
export type Groups = Awaited<ReturnType<typeof readGroups>>

/** A session of one's offices. Throws NotFound. */
export const getGroup = async (work: Work, groupId: string): Promise<Group> => {
  const row = isUuid(groupId)
    ? await work.tx.groupSession.findFirst({ where: { ...current(work), id: groupId }, select })
    : null
  if (row === null) throw new NotFound()
  return toGroup(row)
}

/** The files of a session within reach: what is taken back counts no more, and of others nothing is known here. */
const listAttended = async (work: Work, groupId: string) => {
  const files = await work.tx.groupPerson.findMany({
    where: { groupId },
    select: { caseId: true, file: { select: { code: true } } },
    distinct: ['caseId'],
  })
  const codeOf = new Map(files.map(({ caseId, file }) => [caseId, file.code]))
  const rows = await attendances.list(work, ...codeOf.keys())
  return currentOf(rows).flatMap(({ row }) =>
    row.groupId === groupId ? [{ ...row, code: codeOf.get(row.caseId) ?? '' }] : [],
  )
}

/** One session with the people of files who took part, as far as the reader may open their files, and who else may be named. */
export const readGroup = async (work: Work, groupId: string, isDiscreet: boolean) => {
  const group = await getGroup(work, groupId)
  const attended = await listAttended(work, groupId)
  const isThere = new Set(attended.map(({ personId }) => personId))
  const reachable = await listReachableFiles(work, { isDiscreet })
  return {
    group,
    attended,
    people: await listShownPeople(
      work,
      attended.map(({ caseId }) => caseId),
      isDiscreet,
    ),
    choices: reachable
      .filter(({ personId }) => !isThere.has(personId))
      .map(({ caseId, personId, code, full, initials }) => ({ caseId, personId, code, full, initials })),
    ...(await readChoices(work)),
  }
}
export type GroupPage = Awaited<ReturnType<typeof readGroup>>

/** The sessions in which people of a file took part, the latest first: topic and day, read through their own row. */
export const listGroupsOf = async (work: Work, caseId: string) => {
  const rows = currentOf(await attendances.list(work, caseId)).map(({ row }) => row)
  if (rows.length === 0) return []
  const groups = await work.tx.groupSession.findMany({
    where: { id: { in: rows.map(({ groupId }) => groupId) } },
    select: { id: true, topic: true, onDay: true },
  })
  return rows
    .flatMap((row) => {
      const group = groups.find(({ id }) => id === row.groupId)
      return group === undefined ? [] : [{ ...row, topic: group.topic, on: toDay(group.onDay) }]
    })
    .sort((a, b) => b.on.localeCompare(a.on))
}

const orNull = (typed: string): string | null => (typed === '' ? null : typed)
const toColumns = (input: GroupInput) => ({
  topic: input.topic,
  onDay: toDate(input.on),
  startsAt: orNull(input.startsAt),
  endsAt: orNull(input.endsAt),
  placeId: orNull(input.placeId),
  interpreterLanguage: orNull(input.interpreterLanguage),
  leaders: [...input.leaders],
  women: Number(input.women),
  men: Number(input.men),
  adultsOther: Number(input.adultsOther),
  girls: Number(input.girls),
  boys: Number(input.boys),
  minorsOther: Number(input.minorsOther),
  projectId: orNull(input.projectId),
})

export const insertGroup = async (work: Work, input: GroupInput): Promise<string> => {
  const id = newId(work.now.getTime())
  await work.tx.groupSession.createMany({
    data: { id, teamId: input.teamId, ...toColumns(input), createdBy: work.actor.id, createdAt: work.now },
  })
  return id
}

/** @returns whether it was still as the form had it */
export const updateGroup = async (work: Work, input: GroupInput): Promise<boolean> => {
  const { count } = await work.tx.groupSession.updateMany({
    where: { ...current(work), id: input.groupId, version: input.version },
    data: { ...toColumns(input), version: input.version + 1 },
  })
  return count > 0
}

/** It was a mistake. @returns whether it was still as the page had it */
export const takeBack = async (
  work: Work,
  { groupId, version }: { readonly groupId: string; readonly version: number },
): Promise<boolean> => {
  const { count } = await work.tx.groupSession.updateMany({
    where: { ...current(work), id: groupId, version },
    data: { takenBackAt: work.now, version: version + 1 },
  })
  return count > 0
}
