import 'server-only'
import { listWords } from '@/lib/cases/word.data'
import { listEditions } from '@/lib/configuration/edition.data'
import type { Work } from '@/lib/db/work'
import { labelIn } from '@/lib/shared/labelled'
import { readMade } from './bring.data'
import { compareText, toCompared } from './compared.data'
import { exampleText } from './example'
import type { ExampleKey } from './file.rules'

/** The files that were brought in, newest first, with how many things each changed and whether it was taken back. */
const listFiles = async (work: Work) => {
  const editions = await listEditions(work, ['file'])
  return editions.flatMap((edition) => {
    const made = readMade(edition)
    if (made === null) return []
    return [
      {
        id: edition.id,
        at: edition.at,
        by: edition.by.name,
        reason: edition.reason,
        changes: made.editions.length + made.fields.length + made.partners.length,
        isUndone: editions.some(({ item, after }) => item === edition.item && after === null),
      },
    ]
  })
}
/** The page of the configuration as a file. @param example the one that was chosen to begin with */
export const readFilePage = async (work: Work, example: ExampleKey | null) => {
  const text = example === null ? null : exampleText(example)
  return {
    files: await listFiles(work),
    begun: text === null ? null : { text, ...toCompared(await compareText(work, text)) },
    kinds: Object.fromEntries(
      (await listWords(work, ['case_kind'])).map((row) => [row.code, labelIn(row, work.locale)]),
    ),
  }
}
export type FilePage = Awaited<ReturnType<typeof readFilePage>>
