import type { Prisma } from '../../lib/db/generated/client'
import { toMonday } from '../../lib/detention/visit.rules'
import { addDays, type Day, daysBetween, toDate } from '../../lib/shared/dates'
import { newId } from './demo-ids'
import { centreId, type Organisation } from './demo-organisation'
import type { Known } from './demo-people'

type Demo = {
  readonly organisation: Organisation
  readonly centres: ReadonlyMap<string, string>
  /** Those who are still in a centre. */
  readonly followed: readonly Known[]
  readonly today: Day
}

/**
 * Visits planned for the days that are left of this week, at most one a day, and three for next week; a closure, and two people whom
 * someone wants seen: the planner is not empty.
 */
export const insertPlans = async (
  tx: Prisma.TransactionClient,
  { organisation, centres, followed, today }: Demo,
): Promise<void> => {
  const monday = addDays(toMonday(today), 7)
  const soon = [
    {
      slug: 'cih',
      team: organisation.teams.brussels,
      by: organisation.corina,
      startsAt: '13:30',
      endsAt: '16:00',
    },
    { slug: 'cim', team: organisation.teams.antwerp, by: null, startsAt: '09:30', endsAt: '12:00' },
    { slug: 'civ', team: organisation.teams.liege, by: null, startsAt: '14:00', endsAt: '16:00' },
  ] as const
  const meant = [
    // Weekdays after today; next week has its own.
    ...soon.flatMap((visit, index) => {
      const weekday = daysBetween(monday, addDays(today, index + 1))
      return weekday < -2 ? [{ ...visit, weekday }] : []
    }),
    {
      slug: 'caricole',
      team: organisation.teams.brussels,
      weekday: 1,
      by: organisation.corina,
      startsAt: '13:30',
      endsAt: '16:30',
    },
    {
      slug: '127bis',
      team: organisation.teams.brussels,
      weekday: 3,
      by: organisation.corina,
      startsAt: '09:30',
      endsAt: '12:00',
    },
    { slug: 'civ', team: organisation.teams.liege, weekday: 3, by: null, startsAt: '14:00', endsAt: '16:00' },
  ]
  for (const { slug, team, weekday, by, startsAt, endsAt } of meant) {
    const placeId = centreId(centres, slug)
    const people = followed
      .filter(({ centre, worker }) => centre === placeId && worker.team === team)
      .slice(0, 6)
    const visitors = [...new Set(people.map(({ worker }) => worker.id))]
    const [first] = visitors
    const createdBy = by ?? first
    if (createdBy === undefined) continue
    const id = newId()
    await tx.visitPlan.createMany({
      data: [
        {
          id,
          teamId: team,
          placeId,
          onDate: toDate(addDays(monday, weekday)),
          startsAt,
          endsAt,
          state: 'published',
          createdBy,
        },
      ],
    })
    await tx.visitPlanVisitor.createMany({ data: visitors.map((staffId) => ({ planId: id, staffId })) })
    await tx.visitPlanPerson.createMany({
      data: people.map(({ caseId, personId }, index) => ({
        planId: id,
        caseId,
        personId,
        position: index + 1,
      })),
    })
  }
  const { organisationId } = await tx.team.findUniqueOrThrow({
    where: { id: organisation.teams.brussels },
    select: { organisationId: true },
  })
  await tx.centreClosure.createMany({
    data: [
      {
        id: newId(),
        organisationId,
        placeId: centreId(centres, 'cih'),
        fromDay: toDate(addDays(monday, 3)),
        untilDay: toDate(addDays(monday, 4)),
        reason: 'works',
        createdBy: organisation.corina,
      },
    ],
  })
  await tx.visitWish.createMany({
    data: followed
      .filter(({ worker }) => worker.id === organisation.casimir)
      .slice(2, 4)
      .map(({ caseId, personId }) => ({ id: newId(), caseId, personId, authorId: organisation.casimir })),
  })
}
