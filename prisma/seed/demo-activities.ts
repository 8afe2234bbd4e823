import type { Prisma } from '../../lib/db/generated/client'
import { addDays, type Day, daysBetween, toDate } from '../../lib/shared/dates'
import { newId, SEED } from './demo-ids'
import type { Organisation } from './demo-organisation'
import type { Known } from './demo-people'
import { draws } from './invented'

const WAYS = ['office', 'phone', 'phone', 'phone', 'written', 'court', 'reception', 'outreach'] as const
const TOPICS = ['asylum_procedure', 'legal_aid', 'removal', 'family', 'health', 'dublin'] as const

/** Two funds, one of which pays for the visits of one office and the other for those of another; the third office has none. */
const insertProjects = async (tx: Prisma.TransactionClient, { teams }: Organisation, today: Day) => {
  const { id: organisationId } = await tx.organisation.findFirstOrThrow({ select: { id: true } })
  const { id: createdBy } = await tx.staff.findFirstOrThrow({
    where: { role: 'admin' },
    select: { id: true },
    orderBy: { name: 'asc' },
  })
  const year = Number(today.slice(0, 4))
  const rows = [
    { name: `Legal help in detention ${year}`, funder: 'Invented European fund', team: teams.brussels },
    { name: 'Listening and presence', funder: 'Invented foundation', team: teams.liege },
  ].map((row) => ({ id: newId(), ...row }))
  await tx.project.createMany({
    data: rows.map(({ id, name, funder }) => ({
      id,
      organisationId,
      name,
      funder,
      fromDay: toDate(`${year - 1}-01-01`),
      untilDay: toDate(`${year + 1}-12-31`),
      createdBy,
    })),
  })
  for (const { id, team } of rows)
    await tx.visit.updateMany({ where: { teamId: team }, data: { projectId: id } })
  return new Map(rows.map(({ id, team }) => [team, id]))
}

/** What was done outside the centres with every fourth person, and questions at the counter, one of which became a file. */
export const insertDemoActivities = async (
  tx: Prisma.TransactionClient,
  {
    organisation,
    known,
    opened,
    today,
  }: {
    readonly organisation: Organisation
    readonly known: readonly Known[]
    /** The file that was opened from an enquiry. */
    readonly opened: Known | undefined
    readonly today: Day
  },
): Promise<void> => {
  // Draws of its own: what else the demo invents stays as it was.
  const draw = draws(SEED + 137)
  const projects = await insertProjects(tx, organisation, today)
  const activities: Prisma.ActivityCreateManyInput[] = []
  for (const { caseId, personId, worker, since, until } of known.filter((_one, index) => index % 4 === 3)) {
    const last = Math.max(0, daysBetween(since, until ?? addDays(today, -1)))
    for (let n = draw.between(1, 3); n > 0; n--) {
      const id = newId()
      const on = addDays(since, draw.between(0, last))
      activities.push({
        id,
        caseId,
        subjectId: id,
        revision: 1,
        personId,
        way: draw.pick(WAYS),
        onDay: toDate(on),
        minutes: draw.pick([null, 15, 30, 45, 60, 120]),
        projectId: draw.chance(0.6) ? (projects.get(worker.team) ?? null) : null,
        createdBy: worker.id,
        createdAt: new Date(toDate(on).getTime() + 18 * 3_600_000),
      })
    }
  }
  const [first, second] = activities
  // One was corrected, and one was a mistake.
  if (first !== undefined) activities.push({ ...first, id: newId(), revision: 2, way: 'court', minutes: 90 })
  if (second !== undefined)
    activities.push({ ...second, id: newId(), revision: 2, mistake: 'recorded_twice' })
  await tx.activity.createMany({ data: activities })

  const asked = organisation.workers.flatMap(({ id: createdBy, team }) =>
    Array.from({ length: 14 }, () => ({
      teamId: team,
      way: draw.pick(['counter', 'counter', 'phone', 'written']),
      onDay: toDate(addDays(today, -draw.between(1, 300))),
      topic: draw.pick(TOPICS),
      nationality: draw.pick([null, 'MA', 'AF', 'ER', 'GN', 'SY']),
      language: draw.pick([null, 'fr', 'ar', 'ti']),
      people: draw.pick([1, 1, 1, 2, 4]),
      createdBy,
    })),
  )
  // Recorded on the evening of their day, in their order: a list that begins with the last recorded begins with the last day.
  const enquiries = asked
    .sort((a, b) => a.onDay.getTime() - b.onDay.getTime())
    .map((one) => ({ ...one, id: newId(), createdAt: new Date(one.onDay.getTime() + 18 * 3_600_000) }))
  await tx.enquiry.createMany({ data: enquiries })
  const from = enquiries.find(({ teamId }) => teamId === opened?.worker.team)
  if (opened !== undefined && from !== undefined)
    await tx.caseFile.update({ where: { id: opened.caseId }, data: { enquiryId: from.id } })
}

/** A session about reception with nine people, three of whom have a file. */
export const insertDemoGroup = async (
  tx: Prisma.TransactionClient,
  { known, today }: { readonly known: readonly Known[]; readonly today: Day },
): Promise<void> => {
  const [first] = known
  if (first === undefined) return
  const createdBy = first.worker.id
  const groupId = newId()
  await tx.groupSession.create({
    data: {
      id: groupId,
      teamId: first.worker.team,
      topic: 'asylum_procedure',
      onDay: toDate(addDays(today, -2)),
      startsAt: '14:00',
      endsAt: '16:00',
      interpreterLanguage: 'ti',
      leaders: [createdBy],
      women: 5,
      men: 3,
      girls: 1,
      createdBy,
    },
  })
  await tx.groupPerson.createMany({
    data: known.map(({ caseId, personId }) => {
      const id = newId()
      return { id, subjectId: id, revision: 1, caseId, personId, groupId, createdBy }
    }),
  })
}
