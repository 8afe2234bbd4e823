import type { CaseHeader } from '@/lib/cases/case-header.data'
import { minority } from '@/lib/people/minority.rules'
import { PERSON_FIELD_NAMES, PERSON_FIELDS, type PersonField } from '@/lib/people/person-field.rules'
import type { Day } from '@/lib/shared/dates'
import { each, facts, type Items, some, toPlace } from './fact.rules'
import { ANSWER_PIECES } from './level.rules'
import type { Fact } from './redact.rules'

type Person = CaseHeader['people'][number]
export type Mark = { readonly personId: string; readonly text: string }

const isMain = ({ inFile }: Person): boolean => inFile.role === 'principal'

const toAnswer = (person: Person, field: PersonField): Fact => ({
  piece: ANSWER_PIECES[field],
  value: { kind: 'answer', field, code: PERSON_FIELDS[field].answers.read(person[field]) },
})

const toPerson = (person: Person, code: string, marks: readonly Mark[], today: Day): Fact[] => {
  const [name, ...others] = person.names
  const { status, treatedAsMinor } = minority(person.ageClaims, today)
  return [
    ...some(name, ({ text }) => ({ piece: 'name', value: { kind: 'name', text } })),
    ...each(others, ({ text }) => ({ piece: 'otherName', value: { kind: 'name', text } })),
    { piece: 'fileCode', value: { kind: 'code', text: code } },
    ...each(person.ageClaims, (claim) => ({ piece: 'age', value: { kind: 'age', claim, today } })),
    ...some(treatedAsMinor && status !== 'no' ? status : null, (is) => ({
      piece: 'minority',
      value: { kind: 'minority', status: is },
    })),
    toAnswer(person, 'sex'),
    ...each(person.nationalities, ({ country, certainty, since, until }) => ({
      piece: 'nationality',
      value: { kind: 'nationality', country, certainty, since, until },
    })),
    ...each(person.origins, ({ country, certainty }) => ({
      piece: 'origin',
      value: { kind: 'country', country, certainty },
    })),
    ...each(person.languages, ({ language, level }) => ({
      piece: 'language',
      value: { kind: 'language', language, level },
    })),
    ...each(
      PERSON_FIELD_NAMES.codes.filter((field) => field !== 'sex'),
      (field) => toAnswer(person, field),
    ),
    ...each(
      marks.filter(({ personId }) => personId === person.id),
      ({ text }) => ({ piece: 'mark', value: { kind: 'text', text } }),
    ),
  ]
}

/** Who the file is about, one card each. */
export const toIdentity = ({ people, code }: CaseHeader, marks: readonly Mark[], today: Day): Items =>
  people.filter(isMain).flatMap((person) => facts(...toPerson(person, code, marks, today)))

/** Who else stands in it: third parties, of whom less is said. */
export const toRelatives = ({ people }: CaseHeader, today: Day): Items =>
  people
    .filter((person) => !isMain(person))
    .flatMap(({ inFile, names, ageClaims }) =>
      facts(
        { piece: 'role', value: { kind: 'role', role: inFile.role } },
        ...some(names[0], ({ text }) => ({ piece: 'relativeName', value: { kind: 'name', text } })),
        ...each(ageClaims, (claim) => ({ piece: 'relativeAge', value: { kind: 'age', claim, today } })),
      ),
    )

/** How a person is reached, each number with what is safe beside it. */
const toReach = ({ contacts, people }: CaseHeader): Items =>
  contacts.flatMap(({ personId, channel, owner, message, value, sayWeAre, hours }) =>
    facts(
      ...some(people.length < 2 ? null : people.find(({ id }) => id === personId)?.names[0], ({ text }) => ({
        piece: 'reachOf',
        value: { kind: 'name', text },
      })),
      { piece: 'reachRule', value: { kind: 'reach', channel, owner, message } },
      { piece: 'reachAt', value: { kind: 'code', text: value } },
      ...some(sayWeAre === '' ? null : sayWeAre, (text) => ({
        piece: 'reachSay',
        value: { kind: 'text', text },
      })),
      ...some(hours === '' ? null : hours, (text) => ({
        piece: 'reachHours',
        value: { kind: 'text', text },
      })),
    ),
  )

/** How the file stands, where the person is, how they are reached without harm, and whom to ask. */
export const toPresent = (caseHeader: CaseHeader): Items => [...toCurrent(caseHeader), ...toReach(caseHeader)]

const toCurrent = (caseHeader: CaseHeader): Items =>
  facts(
    { piece: 'fileKind', value: { kind: 'listed', list: 'case_kind', code: caseHeader.kind } },
    { piece: 'status', value: { kind: 'listed', list: 'case_status', code: caseHeader.status } },
    { piece: 'openedOn', value: { kind: 'day', on: caseHeader.openedOn } },
    ...caseHeader.people
      .filter(isMain)
      .flatMap(({ stay }) => [
        ...some(stay, ({ place }) => ({ piece: 'place', value: toPlace(place) })),
        ...some(stay?.since, (on) => ({ piece: 'placeSince', value: { kind: 'day', on } })),
      ]),
    { piece: 'worker', value: { kind: 'staff', text: caseHeader.worker.name } },
    { piece: 'office', value: { kind: 'office', text: caseHeader.team.name } },
  )
