import type { Day } from '@/lib/shared/dates'
import { vocabulary } from '@/lib/shared/vocabulary'

/** The last day to answer someone: one month after they asked (GDPR art. 12(3)); of 31 January the last of February. */
export const answerBy = (askedOn: Day): Day => {
  const [year = 0, month = 1, day = 1] = askedOn.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(day, last))).toISOString().slice(0, 10)
}

export const CORRECTION_STATES = vocabulary('rights.correction-states', ['asked', 'done', 'refused'])
