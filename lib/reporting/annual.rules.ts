import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import type { DimensionId } from './dimension.rules'
import type { FigureId } from './figure.rules'
import { type Column, readColumn } from './question.rules'

/** What a year is reported on. */
export const ANNUAL_KINDS = vocabulary('reporting.annual-kinds', ['detention', 'minors', 'projects'])
export type AnnualKind = CodeOf<typeof ANNUAL_KINDS>

/** Chapters in the order of the paper. Their titles are in messages/<language>/reporting.json. */
export const ANNUAL_CHAPTERS = vocabulary('reporting.annual-chapters', [
  'figures',
  'access',
  'met',
  'families',
  'arrival',
  'length',
  'procedure',
  'endings',
  'conditions',
  'signals',
  'centres',
  'reported',
  'guardians',
  'age',
  'whereabouts',
  'participants',
  'activities',
  'quotes',
  'counting',
])
export type AnnualChapter = CodeOf<typeof ANNUAL_CHAPTERS>

/** Tables of one chapter: rows by a dimension, columns as in a question. */
export type AnnualTable = {
  readonly by: DimensionId
  readonly split?: DimensionId
  readonly columns: readonly Column[]
}

/**
 * `list`: figures beside those of the year before. `tables`: breakdowns, the first with its chart by month. `centres`: the list again, a page
 * for each place. `quotes`: what people allowed to print. `counting`: what is not recorded, and the definitions.
 */
type ChapterPlan =
  | { readonly kind: 'list'; readonly figures: readonly FigureId[] }
  | { readonly kind: 'tables'; readonly tables: readonly AnnualTable[] }
  | { readonly kind: 'centres'; readonly figures: readonly FigureId[] }
  | { readonly kind: 'quotes' }
  | { readonly kind: 'counting' }

const by = (dimension: DimensionId, ...texts: readonly string[]): AnnualTable => ({
  by: dimension,
  columns: texts.map((text) => {
    const column = readColumn(text, [])
    if (column === null) throw new Error(`${text} is no column of a report`)
    return column
  }),
})

const MAIN: readonly FigureId[] = [
  'visits',
  'visit_hours',
  'hindered_visits',
  'people_met',
  'people_met_first',
  'conversations',
  'people_held',
  'detentions',
  'detentions_ended',
  'released',
  'removed',
  'share_released',
  'length',
  'petitions',
  'removal_attempts',
  'isolations',
  'complaints',
]

type Plan = Readonly<Partial<Record<AnnualChapter, ChapterPlan>>>

const DETENTION: Plan = {
  figures: { kind: 'list', figures: MAIN },
  access: {
    kind: 'tables',
    tables: [
      by('place', 'visits', 'visitor_days', 'visit_hours', 'hindered_visits', 'waiting', 'closed_days'),
    ],
  },
  met: {
    kind: 'tables',
    tables: [
      by('place', 'people_met', 'people_met_first', 'conversations', 'not_met'),
      by('nationality', 'people_met', 'people_met.sex~f', 'people_met.sex~m'),
      by('topic', 'topics'),
    ],
  },
  families: {
    kind: 'tables',
    tables: [by('age', 'people_met', 'people_held', 'people_met.sex~f', 'people_met.sex~m')],
  },
  arrival: { kind: 'tables', tables: [by('arrest', 'detentions'), by('ground', 'detentions')] },
  length: { kind: 'tables', tables: [by('place', 'people_held', 'held_on_day', 'length')] },
  procedure: {
    kind: 'tables',
    tables: [by('place', 'orders', 'petitions', 'petitions_decided'), by('petition', 'petitions_decided')],
  },
  endings: {
    kind: 'tables',
    tables: [
      by('end', 'detentions_ended'),
      by(
        'place',
        'detentions_ended',
        'released',
        'removed',
        'share_released',
        'removals_planned',
        'removal_attempts',
      ),
    ],
  },
  conditions: {
    kind: 'tables',
    tables: [
      by(
        'place',
        'isolations',
        'people_isolated',
        'hunger_strikes',
        'incidents',
        'complaints',
        'complaints_answered',
      ),
      by('theme', 'observations'),
    ],
  },
  signals: { kind: 'tables', tables: [by('signal', 'people_signalled', 'signals')] },
  centres: { kind: 'centres', figures: MAIN },
  quotes: { kind: 'quotes' },
  counting: { kind: 'counting' },
}

const MINORS: Plan = {
  figures: {
    kind: 'list',
    figures: [
      'minors_reported',
      'minors_in_charge',
      'without_guardian',
      'guardian_wait',
      'age_doubts',
      'age_tests',
      'minors_missing',
      'missing_on_day',
      'minors_found',
      'minors_placed',
      'solutions',
      'children_held',
      'minors_in_centres',
    ],
  },
  reported: {
    kind: 'tables',
    tables: [by('reporter', 'minors_reported'), by('nationality', 'minors_reported', 'minors_in_charge')],
  },
  guardians: {
    kind: 'tables',
    tables: [by('office', 'minors_in_charge', 'without_guardian', 'guardian_wait')],
  },
  age: {
    kind: 'tables',
    tables: [
      by('doubt_source', 'age_doubts'),
      by('age_result', 'age_tests'),
      by('identification', 'identifications'),
    ],
  },
  whereabouts: {
    kind: 'tables',
    tables: [
      by('office', 'minors_missing', 'missing_on_day', 'minors_found', 'missing_wait'),
      by('arrangement', 'minors_placed'),
      by('solution', 'solutions'),
    ],
  },
  quotes: { kind: 'quotes' },
  counting: { kind: 'counting' },
}

/**
 * What a funder asks of a project: sex, and the age groups that are still to be confirmed (isToConfirm).
 */
const PROJECTS: Plan = {
  figures: {
    kind: 'list',
    figures: [
      'participants',
      'people_met',
      'conversations',
      'visits',
      'visit_hours',
      'activities',
      'activity_hours',
      'enquiry_people',
    ],
  },
  participants: {
    kind: 'tables',
    tables: [
      by(
        'project',
        'participants',
        'participants.sex~f',
        'participants.sex~m',
        'participants.age_group~minor',
        'participants.age_group~18-60',
        'participants.age_group~over_60',
      ),
      by('nationality', 'participants'),
    ],
  },
  activities: {
    kind: 'tables',
    tables: [
      by('project', 'visits', 'visit_hours', 'conversations', 'activities', 'activity_hours'),
      by('activity_way', 'activities', 'people_in_activities', 'activity_hours'),
      by('enquiry_way', 'enquiries', 'enquiry_people'),
    ],
  },
  quotes: { kind: 'quotes' },
  counting: { kind: 'counting' },
}

const PLANS: Readonly<Record<AnnualKind, Plan>> = { detention: DETENTION, minors: MINORS, projects: PROJECTS }

/** The chapters of a kind of report, in the order of the paper. */
export const chaptersOf = (kind: AnnualKind): readonly AnnualChapter[] =>
  ANNUAL_CHAPTERS.codes.filter((chapter) => PLANS[kind][chapter] !== undefined)

/** Throws for a chapter that this kind of report has not. */
export const planOf = (kind: AnnualKind, chapter: AnnualChapter): ChapterPlan => {
  const plan = PLANS[kind][chapter]
  if (plan === undefined) throw new Error(`a report on ${kind} has no chapter ${chapter}`)
  return plan
}
