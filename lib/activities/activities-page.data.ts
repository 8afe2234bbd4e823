import 'server-only'
import { listReachableFiles } from '@/lib/cases/roster.data'
import { listWords } from '@/lib/cases/word.data'
import { listPlacesOutside } from '@/lib/countries/place-outside.data'
import type { Work } from '@/lib/db/work'
import { listProjects } from '@/lib/projects/project.data'
import { currentOf, mistakesOf } from '@/lib/registers/register.rules'
import { activities, findLast } from './activity.data'
import { listGroupsOf } from './group.data'
import { TOPICS } from './group.rules'

type File = {
  readonly id: string
  readonly people: readonly { readonly id: string; readonly names: readonly { readonly text: string }[] }[]
}

/** What was done with the people of a file outside the closed centres, the latest day first, and what a new one may name. */
export const readActivitiesPart = async (work: Work, { id, people }: File) => {
  const rows = await activities.list(work, id)
  return {
    people: people.map((person) => ({ id: person.id, name: person.names[0]?.text ?? '' })),
    current: [...currentOf(rows)].sort((a, b) => b.row.on.localeCompare(a.row.on)),
    mistakes: mistakesOf(rows),
    groups: await listGroupsOf(work, id),
    words: await listWords(work, [TOPICS]),
    places: await listPlacesOutside(work),
    projects: await listProjects(work),
    last: await findLast(work),
  }
}
export type ActivitiesPart = Awaited<ReturnType<typeof readActivitiesPart>>

/** With whom an activity may be recorded, file by file: those met last first, then by name. */
export const readPeopleToChoose = async (work: Work, isDiscreet: boolean, locale: string) =>
  (await listReachableFiles(work, { isDiscreet }))
    .sort(
      (a, b) =>
        (b.lastMetOn ?? '').localeCompare(a.lastMetOn ?? '') ||
        (a.full ?? a.initials).localeCompare(b.full ?? b.initials, locale),
    )
    .map(({ caseId, code, personId, full, initials }) => ({ caseId, code, personId, full, initials }))
export type PersonToChoose = Awaited<ReturnType<typeof readPeopleToChoose>>[number]
