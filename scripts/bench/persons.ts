// Who a file is about: names in several spellings, an age, a nationality.
import { encryptField } from '@/lib/crypto/envelope'
import { bornWhenAged } from '@/lib/people/age.rules'
import type { Day } from '@/lib/shared/dates'
import { type Draw, NATIONALITIES } from '../../prisma/seed/invented'
import { idOf, KIND } from './organisation'
import type { Spelling } from './people'
import { at, codeOf, openKey, type Sinks } from './tables'

type OfPerson = {
  readonly person: string
  readonly worker: string
  readonly openedOn: Day
  readonly isSealed: boolean
  readonly spellings: readonly Spelling[]
}
export const writePerson = (
  index: number,
  { person, worker, openedOn, isSealed, spellings }: OfPerson,
  draw: Draw,
  sinks: Sinks,
): void => {
  const since = at(openedOn)
  sinks.person.row([
    person,
    codeOf(index + 50_000_000),
    draw.chance(0.14) ? 'f' : 'm',
    draw.pick(['yes', 'no']),
    worker,
    since,
  ])
  const key = isSealed ? openKey('person', person, index, 1, sinks) : null
  for (const [k, { kind, text }] of spellings.entries()) {
    const row = idOf(KIND.name, index, k)
    const sealed = key && encryptField(key, { table: 'person_name', row, column: 'text', revision: 1 }, text)
    sinks.person_name.row([row, person, kind, sealed === null ? text : null, sealed, openedOn, since])
  }
  if (draw.chance(0.94)) {
    const age = draw.between(15, 60)
    const { bornEarliest, bornLatest } = bornWhenAged(age, openedOn)
    const born = ['said', age, openedOn, bornEarliest, bornLatest, since]
    sinks.age_claim.row([idOf(KIND.claim, index), person, ...born])
  }
  if (draw.chance(0.97))
    sinks.nationality.row([
      idOf(KIND.nationality, index),
      person,
      draw.pick(NATIONALITIES),
      draw.pick(['said', 'said', 'document', 'presumed']),
      since,
    ])
}
