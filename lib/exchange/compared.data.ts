import 'server-only'
import { createHash } from 'node:crypto'
import type { Work } from '@/lib/db/work'
import { canonical } from '@/lib/shared/canonical'
import { compareWith } from './compare'
import type { Compared } from './file.schema'
import type { Comparison } from './found'
import { readKnown } from './known.data'
import { readFile } from './read-file'

/** The text of a file beside what is set now. Nothing is written. */
export const compareText = async (work: Work, text: string): Promise<Comparison> => {
  const { file, faults } = readFile(text)
  return file === null
    ? { lines: [], faults, steps: [] }
    : compareWith(await readKnown(work), file, { locale: work.locale, now: work.now })
}

/** More faults than this are not told; the first ones say enough. */
const MOST_FAULTS = 20

/** The same as a page shows it. A file is brought in only as it was seen. */
export const toCompared = ({ lines, faults }: Comparison): Compared => ({
  seen: createHash('sha256').update(canonical(lines)).digest('hex'),
  lines: faults.length === 0 ? lines : [],
  faults: faults.slice(0, MOST_FAULTS),
})
