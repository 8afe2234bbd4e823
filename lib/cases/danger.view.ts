import { toDay } from '@/lib/shared/dates'
import type { Ranked } from './danger.rules'
import type { DangerDays } from './danger-days.rules'

type Dates = { readonly [K in Exclude<keyof DangerDays, 'isHeld'>]: Date | null }
type Row = Dates & {
  readonly isHeld: boolean
  readonly risk: string
  readonly unseenOn: Date | null
  readonly silenceOn: Date | null
  readonly nextStepOn: Date | null
}

/** The columns that a file is ranked by, as the database names them: for the select of a list. */
export const rankedColumns = {
  criticalOn: true,
  missingOn: true,
  actFrom: true,
  actOn: true,
  removalOn: true,
  seriousOn: true,
  isHeld: true,
  adultOn: true,
  taskOn: true,
  overdueOn: true,
  risk: true,
  unseenOn: true,
  silenceOn: true,
  nextStepOn: true,
} as const

const day = (date: Date | null): string | null => date && toDay(date)

/** A file as the rules of danger read it. */
export const toRanked = (row: Row): Ranked => ({
  criticalOn: day(row.criticalOn),
  missingOn: day(row.missingOn),
  actFrom: day(row.actFrom),
  actOn: day(row.actOn),
  removalOn: day(row.removalOn),
  seriousOn: day(row.seriousOn),
  isHeld: row.isHeld,
  adultOn: day(row.adultOn),
  taskOn: day(row.taskOn),
  overdueOn: day(row.overdueOn),
  risk: row.risk,
  unseenOn: day(row.unseenOn),
  silenceOn: day(row.silenceOn),
  nextStepOn: day(row.nextStepOn),
})
