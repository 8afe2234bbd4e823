import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import type { Work } from '@/lib/db/work'
import { initialsOf } from '@/lib/people/name.rules'
import { openNames, personClaims } from '@/lib/people/person.data'
import { PRESENT } from './file-people.rules'

/** A person in a list: by name and, where that would be too much, by initials. `full` is null in discreet mode. */
export type ShownName = { readonly full: string | null; readonly initials: string }
export type ShownPerson = ShownName & { readonly personId: string }

/**
 * The people of some files as lists show them, file by file, and only of files that the actor may open. In discreet mode names are
 * opened for the initials and go no further.
 */
export const listShownPeople = async (
  work: Work,
  caseIds: readonly string[],
  isDiscreet: boolean,
): Promise<ReadonlyMap<string, readonly ShownPerson[]>> => {
  const files = await work.tx.caseFile.findMany({
    where: { AND: [scopeCases(work.actor, 'case:read', work.now), { id: { in: [...caseIds] } }] },
    select: {
      id: true,
      people: {
        where: PRESENT,
        select: { personId: true, person: { select: { names: personClaims.names } } },
      },
    },
  })
  const encrypted = files.flatMap(({ people }) =>
    people.flatMap(({ personId, person }) =>
      person.names.some(({ cipher }) => cipher !== null) ? [personId] : [],
    ),
  )
  await work.fieldCrypto.gather('person', encrypted)
  const shown = new Map<string, readonly ShownPerson[]>()
  for (const { id, people } of files) {
    const names: ShownPerson[] = []
    for (const { personId, person } of people) {
      const [name] = await openNames(work, personId, person.names)
      const full = name?.text ?? ''
      names.push({ personId, full: isDiscreet ? null : full, initials: initialsOf(full) })
    }
    shown.set(id, names)
  }
  return shown
}
