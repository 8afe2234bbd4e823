import 'server-only'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { dayOf } from '@/lib/shared/dates'
import { newCode } from '@/lib/shared/ids'
import { meant, type Search } from '@/lib/shared/search'
import { findHanded, listHanded } from './handed.data'
import { readTraffickingTable } from './trafficking.data'

/** So many years that are over can be chosen; what is older is erased or nearly so. */
const YEARS_BACK = 5

const closedYears = (work: Work): readonly number[] => {
  const thisYear = Number(dayOf(work.now).slice(0, 4))
  return Array.from({ length: YEARS_BACK }, (_, back) => thisYear - 1 - back)
}
const chosen = (search: Search, years: readonly number[]): number | null =>
  meant(search, 'year', (text) => years.find((year) => String(year) === text) ?? null)

/** The exact table of a year, for who reads sealed figures. Nothing is counted before a year is chosen: each reading is a line of the audit log. */
export const readExactPage = async (work: Work, search: Search) => {
  const years = closedYears(work)
  const year = chosen(search, years)
  return {
    years,
    read:
      year === null
        ? null
        : {
            table: await readTraffickingTable(work, year),
            copy: newCode(),
            by: work.actor.name,
            at: work.now,
          },
    handed: await listHanded(work),
  }
}
export type ExactPageData = Awaited<ReturnType<typeof readExactPage>>

/** What was handed in, for every reader of reports: the year that was asked for, else the newest. */
export const readHandedPage = async (work: Work, search: Search) => {
  const handed = await listHanded(work)
  const year = chosen(
    search,
    handed.map((one) => one.year),
  )
  const shown = year === null ? handed[0] : handed.find((one) => one.year === year)
  const table = shown === undefined ? null : await findHanded(work, shown.year)
  return {
    handed,
    shown: shown === undefined || table === null ? null : { ...shown, table },
    readsExact: work.actor.capabilities.includes('reads_sealed_figures'),
  }
}
export type HandedPageData = Awaited<ReturnType<typeof readHandedPage>>

/** For the file of a year that was handed in. Throws NotFound for another one. */
export const getHandedTable = async (work: Work, year: number) => {
  const table = await findHanded(work, year)
  if (table === null) throw new NotFound()
  return table
}

/** The question of these tables in the audit log. */
export const tableQuestion = (figure: 'trafficking' | 'trafficking_coarse', year: number | null): string =>
  new URLSearchParams({ figure, ...(year === null ? {} : { year: String(year) }) }).toString()
