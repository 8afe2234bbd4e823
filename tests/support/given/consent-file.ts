import { insertPersonWithFile } from '@/lib/cases/case.data'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { dayOf } from '@/lib/shared/dates'
import type { GivenHouse } from './case-house'

/** A file of casey with one invented person in it; with an age where it matters. */
export const givenConsentFile = (
  house: GivenHouse,
  {
    secrecy = 'open',
    age = '',
    kind = 'general',
  }: { secrecy?: 'open' | 'restricted'; age?: string; kind?: string } = {},
) => {
  const today = dayOf(new Date())
  return house.casey.work((work) =>
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
        teamId: house.north,
        workerId: house.casey.id,
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
