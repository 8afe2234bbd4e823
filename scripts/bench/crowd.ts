// Many people, each in a file of their own, with what a search reads of them and nothing else: 20,000 or a million.
import { type Draw, draws } from '../../prisma/seed/invented'
import {
  type Codes,
  fileCode,
  fileId,
  holderOf,
  membersOf,
  officeOf,
  personId,
  secrecyOf,
  visitDay,
  visitId,
  visitPlace,
  visitsOf,
} from './files'
import { idOf, KIND, teamId } from './organisation'
import { inventSpellings, type Spelling } from './people'
import { writePerson } from './persons'
import { at, type Sinks } from './tables'

/**
 * So many people are called differently, and anyone who comes after them as one of them: each spelling is heard once, in a
 * millisecond.
 */
const CALLED = 60_000
const spellingsOf = (index: number): readonly Spelling[] => inventSpellings(draws(index % CALLED))

/** The file of person number `index`: one stay, one conversation. */
export const writeInvented = (
  index: number,
  people: number,
  codes: Codes,
  draw: Draw,
  sinks: Sinks,
): void => {
  const team = officeOf(index)
  const [id, person, worker] = [fileId(index), personId(index), holderOf(index)]
  const secrecy = secrecyOf(index)
  const copied = [teamId(team), secrecy] as const
  const visit = draw.between(0, visitsOf(team, people) - 1)
  const day = visitDay(visit)
  const place = visitPlace(visit, codes)
  const noStep = [null, 0, null]
  const seen = [day, day, day, null]
  sinks.case_file.row([
    ...[id, fileCode(index), 'detention', 'active', 'low', secrecy, teamId(team), worker, day, null, null],
    ...[...noStep, ...seen, worker, at(day)],
  ])
  sinks.case_person.row([id, person, 'principal', ...copied])
  sinks.place_stay.row([idOf(KIND.stay, index), id, person, place, day, null, at(day), ...copied])
  const met = [idOf(KIND.encounter, index), visitId(team, visit), id, person, place, day, 1, 'seen', null]
  sinks.encounter.row([...met, worker, at(day), ...copied])
  for (const row of membersOf(index, at(day))) sinks.case_member.row(row)
  const spellings = spellingsOf(index)
  writePerson(
    index,
    { person, worker, openedOn: day, isSealed: secrecy === 'sealed', spellings },
    draw,
    sinks,
  )
}
