import 'server-only'
import { isClosed } from '@/lib/cases/case.rules'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import type { Work } from '@/lib/db/work'
import { currentOf } from '@/lib/registers/register.rules'
import type { Day } from '@/lib/shared/dates'
import { screenings } from './register.data'
import { latestOf } from './screening.rules'

/** That someone who is in the file is to be screened again, and when; the name only where there are several people. */
export type ScreeningAgain = { readonly id: string; readonly on: Day; readonly name: string }

/** Whose last screening says when to look again: a later screening takes its place. Nothing is asked of a file that has none. */
export const readScreeningAgain = async (
  work: Work,
  { id: caseId, kept, status, people }: Pick<CaseHeader, 'id' | 'kept' | 'status' | 'people'>,
): Promise<ScreeningAgain[]> => {
  if (!kept.has('screening') || isClosed(status)) return []
  const rows = currentOf(await screenings.listClear(work, caseId)).map(({ row }) => row)
  return latestOf(rows).flatMap(({ subjectId, personId, again }) => {
    const person = people.find(({ id }) => id === personId)
    return again === null || person === undefined
      ? []
      : [{ id: subjectId, on: again, name: people.length < 2 ? '' : (person.names[0]?.text ?? '') }]
  })
}
