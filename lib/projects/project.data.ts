import 'server-only'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { toDate, toDay } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { choosable, type Project } from './project.rules'
import type { ProjectInput } from './project.schema'

/** The projects and funds of the organisation, by name. */
export const listProjects = async (work: Work): Promise<Project[]> => {
  const rows = await work.tx.project.findMany({
    where: { organisationId: work.actor.organisationId },
    select: {
      id: true,
      name: true,
      funder: true,
      fromDay: true,
      untilDay: true,
      closedAt: true,
      version: true,
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 500,
  })
  return rows.map(({ fromDay, untilDay, closedAt, ...row }) => ({
    ...row,
    from: toDay(fromDay),
    until: untilDay === null ? null : toDay(untilDay),
    isClosed: closedAt !== null,
  }))
}

/** Whether a project may be named where `current` is named now. */
export const mayName = async (
  work: Work,
  projectId: string | null,
  current: string | null,
): Promise<boolean> =>
  projectId === null ||
  projectId === current ||
  choosable(await listProjects(work), null).some(({ id }) => id === projectId)

const toColumns = ({ name, funder, from, until }: ProjectInput) => ({
  name,
  funder,
  fromDay: toDate(from),
  untilDay: until === '' ? null : toDate(until),
})

export const insertProject = async (work: Work, input: ProjectInput): Promise<string> => {
  const id = newId(work.now.getTime())
  await work.tx.project.createMany({
    data: {
      id,
      organisationId: work.actor.organisationId,
      ...toColumns(input),
      createdBy: work.actor.id,
      createdAt: work.now,
    },
  })
  return id
}

/** A project of the organisation. Throws NotFound. */
export const getProject = async (work: Work, projectId: string): Promise<Project> => {
  const found = (await listProjects(work)).find(({ id }) => id === projectId)
  if (found === undefined) throw new NotFound()
  return found
}

/** @returns false when someone changed it meanwhile */
const change = async (
  work: Work,
  { projectId, version }: { readonly projectId: string; readonly version: number },
  data: Partial<ReturnType<typeof toColumns>> & { readonly closedAt?: Date | null },
): Promise<boolean> => {
  const { count } = await work.tx.project.updateMany({
    where: { id: projectId, organisationId: work.actor.organisationId, version },
    data: { ...data, version: { increment: 1 } },
  })
  return count === 1
}

export const updateProject = (work: Work, input: ProjectInput): Promise<boolean> =>
  change(work, input, toColumns(input))

export const setClosed = (
  work: Work,
  {
    isClosed,
    ...which
  }: { readonly projectId: string; readonly version: number; readonly isClosed: boolean },
): Promise<boolean> => change(work, which, { closedAt: isClosed ? work.now : null })
