import type * as z from 'zod'
import type { deadlineRuleExceptionFile, deadlineRuleFile } from '@/lib/deadlines/rule.schema'
import { waysOf } from '@/lib/deadlines/shipped'
import { idOf } from './reference-rows'

type Row = Record<string, unknown>

/** Each edition bears its sources and its ways of notification itself: later files change neither. */
export const toDeadlineRuleRows = ({ sources, firstDays, rows }: z.infer<typeof deadlineRuleFile>): Row[] =>
  rows.map((row) => ({
    id: idOf('deadline_rule', row.code, String(row.edition)),
    code: row.code,
    edition: row.edition,
    title: row.title,
    meaning: row.meaning,
    event: row.event,
    predicate: row.when,
    regime: row.regime,
    start: row.start,
    direction: row.direction,
    periods: row.periods,
    opens: row.opens,
    roll: row.roll,
    severity: row.severity,
    remind: row.remind,
    suspensive: row.suspensive,
    article: row.article,
    sources: sources.filter(({ key }) => row.sources.includes(key)),
    first_days: waysOf(firstDays, row).map(({ since: _, source, ...way }) => {
      const read = sources.find(({ key }) => key === source)
      return read === undefined ? way : { ...way, source: read }
    }),
    status: row.status,
    valid_from: row.validFrom,
    valid_to: row.validTo,
    closed_by: row.closedBy,
    family: row.family,
    note: row.note,
    recorded_on: row.recordedOn,
  }))

export const toDeadlineRuleExceptionRows = ({ rows }: z.infer<typeof deadlineRuleExceptionFile>): Row[] =>
  rows.flatMap(({ codes, text }) => codes.map((code) => ({ code, text })))
