import 'server-only'
import { NotFound } from '@/lib/db/errors'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'

const savedView = {
  id: true,
  teamId: true,
  name: true,
  query: true,
  isPinned: true,
  version: true,
  team: { select: { name: true } },
} as const satisfies Prisma.SavedViewSelect
export type SavedView = Prisma.SavedViewGetPayload<{ select: typeof savedView }>

const own = (work: Work): Prisma.SavedViewWhereInput => ({ teamId: null, staffId: work.actor.id })
const within = (work: Work): Prisma.SavedViewWhereInput => ({
  OR: [own(work), { teamId: { in: [...work.actor.teams] } }],
  removedAt: null,
})
const changeable = (work: Work): Prisma.SavedViewWhereInput => ({
  OR: [own(work), { teamId: { in: [...work.actor.leads] } }],
  removedAt: null,
})

/** One's own views and those of one's offices, the oldest first, so that a tab keeps its place. */
export const listViews = (work: Work): Promise<SavedView[]> =>
  work.tx.savedView.findMany({
    where: within(work),
    select: savedView,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 200,
  })

/** How many there are of the kind. Two who save at once wait for each other, so that neither passes the limit. */
export const countViews = async (work: Work, teamId: string | null): Promise<number> => {
  await work.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${teamId ?? work.actor.id}, 18))`
  return work.tx.savedView.count({
    where: { ...(teamId === null ? own(work) : { teamId }), removedAt: null },
  })
}

export const insertView = async (
  work: Work,
  view: Pick<SavedView, 'teamId' | 'name' | 'query' | 'isPinned'>,
): Promise<string> => {
  const id = newId(work.now.getTime())
  await work.tx.savedView.createMany({
    data: [{ ...view, id, staffId: work.actor.id, createdAt: work.now }],
  })
  return id
}

/** A view the actor may change. Throws NotFound when it is out of reach, removed or not there. */
export const getView = async (work: Work, viewId: string): Promise<SavedView> => {
  const view = await work.tx.savedView.findFirst({
    where: { AND: [changeable(work), { id: viewId }] },
    select: savedView,
  })
  if (view === null) throw new NotFound()
  return view
}

/** @returns false when someone changed the view meanwhile */
export const updateView = async (
  work: Work,
  { viewId, version }: { readonly viewId: string; readonly version: number },
  change: Partial<Pick<SavedView, 'name' | 'query' | 'isPinned'>> & { readonly removedAt?: Date },
): Promise<boolean> => {
  const { count } = await work.tx.savedView.updateMany({
    where: { AND: [changeable(work), { id: viewId, version }] },
    data: { ...change, version: { increment: 1 } },
  })
  return count === 1
}

/** The names of one's offices, for the choice whose view it is. */
export const listOwnTeams = (work: Work): Promise<{ id: string; name: string }[]> =>
  work.tx.team.findMany({
    where: { id: { in: [...work.actor.teams] } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
