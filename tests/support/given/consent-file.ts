import { insertPersonWithFile } from '@/lib/cases/case.data'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { dayOf } from '@/lib/shared/dates'
import type { GivenOrganisation } from './organisation'

/** A file of casey with one invented person in it; with an age where it matters. */
export const givenConsentFile = (
  organisation: GivenOrganisation,
  {
    secrecy = 'open',
    age = '',
    kind = 'general',
  }: { secrecy?: 'open' | 'restricted'; age?: string; kind?: string } = {},
) => {
  const today = dayOf(new Date())
  return organisation.casey.work((work) =>
    insertPersonWithFile(work, {
      person: toNewPerson(
        {
          ...emptyPerson,
          name: 'Kalimo Fictar',
          ...(age === '' ? {} : { ageAnswer: 'years' as const, ageYears: age }),
        },
        today,
      ),
      file: {
        kind,
        teamId: organisation.north,
        workerId: organisation.casey.id,
        openedOn: today,
        status: 'active',
        risk: 'low',
        secrecy,
        secondMemberId: null,
        nextStep: null,
        stay: null,
      },
    }),
  )
}
