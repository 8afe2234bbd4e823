import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import type { Work } from '@/lib/db/work'
import { isAlikeName } from '@/lib/people/name.rules'
import { today } from './case.data'
import { listCentres, listWords } from './word.data'

/** What the intake form offers: one's teams, the kinds of file, the places. */
export const readIntake = async (work: Work) => ({
  teams: await work.tx.team.findMany({
    where: { id: { in: [...work.actor.teams] } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  }),
  words: await listWords(work, ['case_kind']),
  centres: await listCentres(work),
  today: today(work),
})
export type IntakeData = Awaited<ReturnType<typeof readIntake>>

/**
 * Files within reach whose person bears the same name, whatever the spelling of accents, case and order. Only a hint, and
 * never beyond one's own reach; names of sealed files are not read for it.
 */
export const listAlike = async (work: Work, name: string): Promise<{ caseId: string; code: string }[]> => {
  const files = await work.tx.caseFile.findMany({
    where: { AND: [scopeCases(work.actor, 'case:read', work.now), { secrecy: { not: 'sealed' } }] },
    select: {
      id: true,
      code: true,
      people: { select: { person: { select: { names: { select: { text: true } } } } } },
    },
    orderBy: { id: 'desc' },
    take: 2000,
  })
  return files
    .filter(({ people }) =>
      people.some(({ person }) => person.names.some(({ text }) => text !== null && isAlikeName(text, name))),
    )
    .slice(0, 5)
    .map(({ id, code }) => ({ caseId: id, code }))
}
