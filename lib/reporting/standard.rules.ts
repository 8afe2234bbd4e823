import type { CountReach } from '@/lib/shared/count-reach'
import type { Day } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import { type Column, type Question, readColumn } from './question.rules'

/** Reports that are asked for every year: where a new coordinator begins. */
export const STANDARD_REPORTS = vocabulary('reporting.standard', [
  'detention',
  'met',
  'visits',
  'decisions',
  'files',
])
export type StandardReport = CodeOf<typeof STANDARD_REPORTS>

const columns = (...texts: readonly string[]): readonly Column[] =>
  texts.map((text) => {
    const column = readColumn(text, [])
    if (column === null) throw new Error(`${text} is no column of a report`)
    return column
  })

const QUESTIONS: Readonly<Record<StandardReport, Pick<Question, 'by' | 'columns'>>> = {
  detention: {
    by: 'place',
    columns: columns(
      'people_met',
      'people_met.sex~f',
      'people_met.sex~m',
      'people_met.age_group~minor',
      'visits',
      'people_held',
      'released',
      'removed',
      'length',
    ),
  },
  met: {
    by: 'month',
    columns: columns('people_met', 'people_met_first', 'conversations', 'not_met', 'topics', 'signals'),
  },
  visits: {
    by: 'place',
    columns: columns('visits', 'visitor_days', 'visit_hours', 'hindered_visits', 'waiting', 'closed_days'),
  },
  decisions: {
    by: 'place',
    columns: columns(
      'orders',
      'petitions',
      'petitions_decided',
      'removals_planned',
      'removal_attempts',
      'isolations',
      'complaints',
    ),
  },
  files: {
    by: 'office',
    columns: columns('files_open', 'files_opened', 'files_closed', 'files_reopened'),
  },
}

/** A report of this year up to today. */
export const toStandard = (
  report: StandardReport,
  { today, reach }: { readonly today: Day; readonly reach: CountReach },
): Question => ({
  ...QUESTIONS[report],
  reach,
  from: `${today.slice(0, 4)}-01-01`,
  until: today,
  offices: [],
  split: null,
  only: [],
})

/** The standard report that asks the same, whatever the period and the offices. */
export const findStandard = ({ by, columns: asked, split, only }: Question): StandardReport | null =>
  split !== null || only.length > 0
    ? null
    : (STANDARD_REPORTS.codes.find(
        (report) =>
          QUESTIONS[report].by === by && JSON.stringify(QUESTIONS[report].columns) === JSON.stringify(asked),
      ) ?? null)
