import 'server-only'
import { readIntakeGround } from '@/lib/cases/intake.data'
import { listWords } from '@/lib/cases/word.data'
import { DETENTION_KINDS } from '@/lib/countries/vocabulary.rules'
import type { Work } from '@/lib/db/work'
import { catalogue } from '@/lib/i18n/catalogue'
import { listPlacesShown, type PlaceShown } from '@/lib/lists/place-name.data'
import { COUNTRY_CODES, LANGUAGE_CODES } from '@/lib/people/country-list.rules'
import { NATIONALITY_ANSWERS } from '@/lib/people/person.rules'
import { eachPersonField, PERSON_FIELDS, type PersonField } from '@/lib/people/person-field.rules'
import type { Reading } from './cell.schema'
import { openHead, type Planned } from './encrypted.data'
import type { ListField } from './field.rules'
import { type Import, readPlan, readRecall } from './import.data'
import type { Plan } from './import.rules'
import { listOwnTargets } from './own-target.data'
import type { PlaceWords } from './place-words.rules'
import { AS_NOTE, makeWordBook, OPEN, type WordBook } from './word.rules'

/** Our own words for the answers about a person, in four languages. */
const answerWords = async (): Promise<Readonly<Record<PersonField, readonly [string, string][]>>> => {
  const messages = await Promise.all(Object.values(catalogue).map((load) => load()))
  return eachPersonField((field) =>
    messages.flatMap(({ people }) =>
      Object.entries(people[PERSON_FIELDS[field].words]).map(([code, word]): [string, string] => [
        word,
        code,
      ]),
    ),
  )
}

/** Where someone can be held, with every name by which a table calls it. */
const listPlaceWords = async (work: Work): Promise<PlaceWords[]> => {
  const shown = await listPlacesShown(work)
  return (
    await work.tx.place.findMany({
      where: { kind: { in: [...DETENTION_KINDS.codes] }, validTo: null },
      select: {
        id: true,
        slug: true,
        kind: true,
        name: true,
        labelEn: true,
        labelFr: true,
        labelNl: true,
        labelDe: true,
        abbreviation: true,
        city: true,
      },
      orderBy: [{ kind: 'asc' }, { position: 'asc' }],
    })
  ).map(({ name, labelEn, labelFr, labelNl, labelDe, ...place }) => ({
    ...place,
    names: [
      name,
      labelEn,
      labelFr,
      labelNl,
      labelDe,
      ...namesOf(shown.find(({ placeId }) => placeId === place.id)),
    ],
  }))
}
/** What the organisation calls it beside that. */
const namesOf = (own: PlaceShown | undefined): string[] =>
  own === undefined ? [] : [...own.aliases, ...Object.values(own.labels).filter((text) => text !== '')]

type Worker = { readonly id: string; readonly name: string }
const readBook = async (work: Work, workers: readonly Worker[]): Promise<WordBook> =>
  makeWordBook({
    kinds: await listWords(work, ['case_kind']),
    places: await listPlaceWords(work),
    workers,
    answers: await answerWords(),
  })

/** How the rows of a table are read, by what was said of it and what the application knows now. */
export const readReading = async (
  work: Work,
  teamId: string,
  { plan, headers }: { readonly plan: Plan; readonly headers: readonly string[] },
): Promise<Reading> => {
  const workers = await listWorkers(work, teamId)
  const ground = await readIntakeGround(work)
  const recall = await readRecall(work)
  // A centre that closed and a colleague who left are asked about again.
  const isCurrent = (field: ListField, code: string): boolean => {
    if (code === OPEN || code === AS_NOTE) return true
    if (field === 'place') return ground.centres.has(code)
    if (field === 'kind') return ground.kinds.has(code)
    if (field === 'worker') return workers.some(({ id }) => id === code)
    if (field === 'language') return LANGUAGE_CODES.includes(code)
    if (field === 'nationality')
      return COUNTRY_CODES.includes(code) || NATIONALITY_ANSWERS.some((answer) => answer === code)
    return PERSON_FIELDS[field].answers.has(code)
  }
  return {
    ...plan,
    teamId,
    headers,
    book: await readBook(work, workers),
    ground,
    own: await listOwnTargets(work),
    recall: (field, key) => {
      const code = recall(field, key)
      return code !== null && isCurrent(field, code) ? code : null
    },
  }
}

/** The same of an import, with what was said of it; null when no one has said what its columns mean, or it is forgotten. */
export const readOf = async (
  work: Work,
  one: Import,
): Promise<{ readonly reading: Reading; readonly planned: Planned } | null> => {
  const planned = await readPlan(work, one)
  if (planned === null || one.headCipher === null) return null
  const { headers } = await openHead(work, one.id, one.headCipher)
  return { reading: await readReading(work, one.teamId, { plan: planned.plan, headers }), planned }
}

/** Who can be given the files of an office: colleagues who work in it. */
export const listWorkers = (work: Work, teamId: string): Promise<{ id: string; name: string }[]> =>
  work.tx.staff.findMany({
    where: {
      active: true,
      role: { in: ['caseworker', 'coordinator'] },
      teams: { some: { teamId } },
    },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
