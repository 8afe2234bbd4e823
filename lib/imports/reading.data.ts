import 'server-only'
import { readIntakeGround } from '@/lib/cases/intake.data'
import { listCentres, listWords } from '@/lib/cases/word.data'
import type { Work } from '@/lib/db/work'
import { catalogue } from '@/lib/i18n/catalogue'
import type { Plan } from './import.rules'
import type { Reading } from './row.schema'
import { makeWordBook, type WordBook } from './word.rules'

/** The house's own words for its fixed codes, in its four languages. */
const fixedWords = async (room: 'sex' | 'interpreterWord'): Promise<[string, string][]> => {
  const words: [string, string][] = []
  for (const load of Object.values(catalogue))
    for (const [code, word] of Object.entries((await load()).people[room])) words.push([word, code])
  return words
}

const readBook = async (work: Work): Promise<WordBook> => {
  const places = await listCentres(work)
  return makeWordBook({
    kinds: await listWords(work, ['case_kind']),
    places: places.map(({ id, ...place }) => ({ ...place, code: id })),
    sexes: await fixedWords('sex'),
    needs: await fixedWords('interpreterWord'),
  })
}

/** How the rows of a table are read, by what was said of it and what the house knows now. */
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
