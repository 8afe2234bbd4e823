import type { Day } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/**
 * What a file lacks for a step that comes, and not in general: a file without a lawyer is one of many, a file without a lawyer two
 * weeks before the interview is work for today. The steps come from what is recorded anyway (gap.data.ts says where); here stand which
 * of them needs what, from how many days before, and why.
 */

/** Steps that come on a day. */
export const COMING = vocabulary('cases.coming', [
  /** At the CGRS; at the Immigration Office no lawyer is present. */
  'interview',
  /** At the CALL, or before the court that decides on release. */
  'hearing',
  /** The last day of an appeal to the CALL. */
  'appeal',
  /** The last day of what another court is asked, or of a request to stay meanwhile. */
  'court',
  /** A removal or transfer that is planned. */
  'removal',
  /** The last day on which a Dublin transfer may take place. */
  'transfer',
  /** A report of the guardian. */
  'report',
  /** The day to look again at a file of a missing child. */
  'review',
  /** A visit that is planned, of the people on its list. */
  'visit',
])
export type Coming = CodeOf<typeof COMING>

/** What can be lacking. */
export const ABSENT = vocabulary('cases.absent', [
  /** No mandate by which someone acts: who was only asked does not count, nor first-line advice. */
  'lawyer',
  /** No language of the main person. */
  'language',
  /** No paper of the kind "decision" since the decision. */
  'decision',
  /** No summary for a lawyer and no referral to one. */
  'counsel',
  /** No note and no contact since the last report, or since the child is missing. */
  'note',
  /** The person on the list of the visit was asked for no consent. */
  'consent',
])
export type Absent = CodeOf<typeof ABSENT>

/** A rule of law names its article and how sure it is, in the words of the rules of deadlines; all others are good practice. */
export type GapReason =
  | { readonly article: string; readonly status: 'verified' | 'general_knowledge' | 'to_confirm' }
  | 'practice'

export type GapRule = {
  readonly step: Coming
  readonly absent: Absent
  /** So many days before the step. */
  readonly days: number
  readonly reason: GapReason
}

/** THE list. A coming step of a new kind also needs its source in gap.data.ts, and its words. */
export const GAPS: readonly GapRule[] = [
  {
    step: 'interview',
    absent: 'lawyer',
    days: 14,
    reason: { article: 'Royal Decree of 11 July 2003, art. 19', status: 'to_confirm' },
  },
  {
    step: 'interview',
    absent: 'language',
    days: 14,
    reason: { article: 'Royal Decree of 11 July 2003, art. 20', status: 'to_confirm' },
  },
  { step: 'hearing', absent: 'lawyer', days: 7, reason: 'practice' },
  { step: 'appeal', absent: 'lawyer', days: 21, reason: 'practice' },
  {
    step: 'appeal',
    absent: 'decision',
    days: 14,
    reason: { article: 'Aliens Act, art. 39/69', status: 'general_knowledge' },
  },
  { step: 'court', absent: 'lawyer', days: 21, reason: 'practice' },
  { step: 'removal', absent: 'lawyer', days: 14, reason: 'practice' },
  { step: 'removal', absent: 'counsel', days: 14, reason: 'practice' },
  { step: 'transfer', absent: 'counsel', days: 30, reason: 'practice' },
  {
    step: 'report',
    absent: 'note',
    days: 30,
    reason: { article: 'Guardianship Act, art. 19', status: 'general_knowledge' },
  },
  { step: 'review', absent: 'note', days: 3, reason: 'practice' },
  { step: 'visit', absent: 'consent', days: 7, reason: 'practice' },
]

/** No step is looked for beyond. */
export const GAP_DAYS = Math.max(...GAPS.map(({ days }) => days))

export type Gap = { readonly step: Coming; readonly absent: Absent; readonly on: Day }

/** By the day of the step; of one day in the order of the list. */
export const byStep = (a: Gap, b: Gap): number =>
  a.on === b.on
    ? COMING.rank(a.step) - COMING.rank(b.step) || ABSENT.rank(a.absent) - ABSENT.rank(b.absent)
    : a.on < b.on
      ? -1
      : 1

/** Of several steps at which the same is lacking the first: it is filled in once. */
export const firstOfEach = (gaps: readonly Gap[]): readonly Gap[] => {
  const sorted = [...gaps].sort(byStep)
  return sorted.filter(({ absent }, index) => sorted.findIndex((one) => one.absent === absent) === index)
}

export const reasonOf = ({ step, absent }: Pick<Gap, 'step' | 'absent'>): GapReason => {
  const rule = GAPS.find((one) => one.step === step && one.absent === absent)
  if (rule === undefined) throw new Error(`no rule says that ${absent} is needed for ${step}`)
  return rule.reason
}
