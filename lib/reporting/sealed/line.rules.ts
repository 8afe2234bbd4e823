import { SEXES } from '@/lib/people/person-field.rules'
import { M49_REGIONS } from '@/lib/people/world-region.rules'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import { REASONS_OF } from '@/lib/trafficking/stage.rules'
import { CHOICES, SECTORS } from '@/lib/trafficking/vocabulary.rules'

/**
 * Possible trafficking of one closed year, as the country profile counts it (facts trafficking-victims-identified-2017, -labour, -sexual and
 * -other: 61, 59 and 17 of 137). Each definition has its words in messages/<language>/reporting.json; docs/adr/0141 says why.
 */

/**
 * Three counts of people, each in the year in which it came about for the first time. Notified: a possible sign that stands was written down,
 * or the detection happened. Identified: the first document of the procedure, unless the person is found not to be a victim by the end of
 * the year. Accompanied: a specialised centre accepted the referral.
 */
export const COLUMNS = vocabulary('reporting.trafficking-columns', ['notified', 'identified', 'accompanied'])
export type Column = CodeOf<typeof COLUMNS>
export type Cells<N = number> = Readonly<Record<Column, N>>

export const PARTS = vocabulary('reporting.trafficking-parts', [
  'form',
  'sector',
  'sex',
  'age',
  'nationality',
  'recruitment',
  'stage',
  'outcome',
  'choice',
])
export type Part = CodeOf<typeof PARTS>

/**
 * What the Human Trafficking Case Data Standard 2.0 calls the field that a part is counted from, as the survey form of its toolkit has it
 * (UNMigration/HTCDS, Toolkit/Survey/htcds_xlsform.xml, read on 1 December 2026). It has none for how a procedure ended and what a person chose.
 */
export const HTCDS_FIELDS: Readonly<Record<Part, string | null>> = {
  form: 'TypeOfExploitation',
  sector: 'ForcedLabourIndustry',
  sex: 'Gender',
  age: 'Birthdate',
  nationality: 'Citizenship',
  recruitment: 'LocationOfRecruitment',
  stage: 'TraffickingStatus',
  outcome: null,
  choice: null,
}

/** Asked, and no answer came; never asked, or nothing written down: two lines in every part that knows both. */
export const NOT_KNOWN = 'not_known'
export const NOT_ASKED = 'not_asked'
export const NOT_RECORDED = 'not_recorded'
/** Lines that say nothing of a person. */
export const isMissing = (code: string): boolean =>
  code === NOT_KNOWN || code === NOT_ASKED || code.endsWith(NOT_RECORDED)

/** Several: none is the main one. Not recorded: several are named, of different groups, and no one said which is the main one. */
export const FORM_GROUPS = vocabulary('reporting.trafficking-forms', [
  'labour',
  'sexual',
  'other',
  'several',
  NOT_RECORDED,
  NOT_KNOWN,
  NOT_ASKED,
])
/** How far the procedure ever came by the end of the year, whatever became of it afterwards. */
export const REACHED = vocabulary('reporting.trafficking-reached', [
  'detection',
  'reflection',
  'provisional',
  'recognised',
  'unlimited',
  NOT_RECORDED,
])
export type Reached = CodeOf<typeof REACHED>

const ended = <const K extends string, const R extends string>(kind: K, reasons: readonly R[]) =>
  [...reasons, NOT_RECORDED].map((reason) => `${kind}_${reason}`)
/** What is so on the last day of the year; not recorded: nothing of a procedure is. */
const OUTCOMES: readonly string[] = [
  'open',
  'unlimited',
  ...ended('stopped', REASONS_OF.stopped),
  ...ended('alternative', REASONS_OF.alternative),
  'not_victim',
  NOT_RECORDED,
]
/** Recruited where the person was exploited, apart from the other countries of that region. */
export const HERE = 'BE'

/** The lines of a part, in order. Of nationalities those that are there come before the last three. */
const LINES: Readonly<Record<Part, readonly string[]>> = {
  form: FORM_GROUPS.codes,
  sector: [...SECTORS.codes.filter((sector) => sector !== NOT_KNOWN), NOT_KNOWN, NOT_ASKED],
  sex: SEXES.codes.filter((sex) => sex !== 'unknown' && sex !== 'declined' && sex !== 'not_asked'),
  age: ['minor', 'adult', NOT_KNOWN, NOT_ASKED],
  nationality: ['several', NOT_KNOWN, NOT_ASKED],
  recruitment: [HERE, ...M49_REGIONS, NOT_KNOWN, NOT_ASKED],
  stage: REACHED.codes,
  outcome: OUTCOMES,
  choice: [...CHOICES.codes.filter((choice) => choice !== NOT_ASKED), NOT_ASKED],
}
export const linesOf = (part: Part): readonly string[] =>
  part === 'sex' ? [...LINES.sex, NOT_KNOWN, NOT_ASKED] : LINES[part]

export type Line<N = number> = { readonly code: string; readonly cells: Cells<N> }
export type TraffickingTable<N = number> = {
  readonly year: number
  /** People, each once: what every part adds up to, the sector apart. */
  readonly totals: Cells<N>
  /** The sector is asked of those whose main form is labour, and adds up to them. */
  readonly parts: readonly { readonly part: Part; readonly lines: readonly Line<N>[] }[]
}
export type ExactTable = TraffickingTable & {
  /** People in the table whose account is damaged: their answers are counted as not known. */
  readonly unreadable: number
}
