import 'server-only'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { listCharts } from './chart.data'
import { loadGiven } from './given.data'
import { listNamed } from './named.data'
import { listPlacesOf } from './place.data'
import { listStatements } from './statement.data'
import { DRAWN_CHAPTERS } from './vocabulary.rules'

/** One chapter with all that it draws and says. Throws NotFound for a chapter or a country that is not there. */
export const loadChapter = async (work: Work, country: string, wanted: string | undefined) => {
  const chapter = DRAWN_CHAPTERS.match(wanted)
  if (chapter === null) throw new NotFound()
  return {
    chapter,
    given: await loadGiven(work, country),
    charts: await listCharts(work, country),
    statements: await listStatements(work, country),
    named: await listNamed(work, country),
    places: await listPlacesOf(work, country),
  }
}
