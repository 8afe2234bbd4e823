import 'server-only'
import { readIntakeGround } from '@/lib/cases/intake.data'
import { listCentres, listWords } from '@/lib/cases/word.data'
import type { Work } from '@/lib/db/work'
import { catalogue } from '@/lib/i18n/catalogue'
import { eachPersonField, PERSON_FIELDS, type PersonField } from '@/lib/people/person-field.rules'
import type { Plan } from './import.rules'
import type { Reading } from './row.schema'
import { makeWordBook, type WordBook } from './word.rules'

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

const readBook = async (work: Work): Promise<WordBook> => {
  const places = await listCentres(work)
  return makeWordBook({
    kinds: await listWords(work, ['case_kind']),
    places: places.map(({ id, ...place }) => ({ ...place, code: id })),
    answers: await answerWords(),
  })
}

/** How the rows of a table are read, by what was said of it and what the application knows now. */
export const readReading = async (work: Work, teamId: string, plan: Plan): Promise<Reading> => ({
  ...plan,
  teamId,
  book: await readBook(work),
  ground: await readIntakeGround(work),
})

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
