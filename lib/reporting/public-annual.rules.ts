import type { MeasureId } from '@/lib/statistics/measure.rules'
import type { AnnualChapter } from './annual.rules'

/** The chapters of an annual report as releases can fill them; one without a measure is counted in no release. */
export const PUBLIC_CHAPTERS = [
  { chapter: 'access', measures: ['visitsByCentre'] },
  {
    chapter: 'met',
    measures: [
      'peopleByCentre',
      'encountersByCentre',
      'peopleByOffice',
      'peopleByNationality',
      'peopleByTopic',
    ],
  },
  { chapter: 'families', measures: ['peopleByAge', 'peopleBySex'] },
  { chapter: 'length', measures: ['peopleByLength'] },
  { chapter: 'endings', measures: ['peopleByEnd'] },
  { chapter: 'signals', measures: ['peopleBySignal'] },
  { chapter: 'reported', measures: ['peopleByGuardianship'] },
  { chapter: 'trafficking', measures: ['peopleByTrafficking'] },
  { chapter: 'arrival', measures: [] },
  { chapter: 'procedure', measures: [] },
  { chapter: 'conditions', measures: [] },
] as const satisfies readonly {
  readonly chapter: AnnualChapter | 'trafficking'
  readonly measures: readonly MeasureId[]
}[]

type Chapter = (typeof PUBLIC_CHAPTERS)[number]['chapter']
export type PublicChapter<T> = {
  readonly chapter: Chapter
  readonly tables: readonly T[]
  /** Measures of the chapter of which nothing left. */
  readonly missing: readonly MeasureId[]
  /** False where releases count nothing of it at all. */
  readonly isCounted: boolean
}

/** What left, in the order of the report, and what did not. */
export const toPublicChapters = <T extends { readonly asked: { readonly measure: MeasureId } }>(
  tables: readonly T[],
): readonly PublicChapter<T>[] =>
  PUBLIC_CHAPTERS.map(({ chapter, measures }) => {
    const own: readonly MeasureId[] = measures
    return {
      chapter,
      tables: own.flatMap((measure) => tables.filter(({ asked }) => asked.measure === measure)),
      missing: own.filter((measure) => tables.every(({ asked }) => asked.measure !== measure)),
      isCounted: own.length > 0,
    }
  })
