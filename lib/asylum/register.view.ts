import type { MandateRow } from './mandate.data'
import type { MandateInput } from './mandate.schema'
import type { MatterRow } from './matter.data'
import type { MatterInput } from './matter.schema'
import type { NeedRow } from './need.data'
import type { NeedInput } from './need.schema'

/** Rows of the registers as their forms have them, and the forms of a new row. */

const fresh = (caseId: string) => ({ caseId, subjectId: '', version: 0 }) as const
const whichRow = (row: {
  readonly caseId: string
  readonly subjectId: string
  readonly revision: number
}) => ({
  caseId: row.caseId,
  subjectId: row.subjectId,
  version: row.revision,
})

export const emptyMandate = (caseId: string): MandateInput => ({
  ...fresh(caseId),
  who: '',
  aid: 'second_line',
  applicationId: '',
  askedOn: '',
  grantedOn: '',
  endedOn: '',
  endReason: '',
  words: '',
})
export const mandateFields = (row: MandateRow): MandateInput => ({
  ...whichRow(row),
  who: row.who,
  aid: row.aid,
  applicationId: row.applicationId ?? '',
  askedOn: row.askedOn ?? '',
  grantedOn: row.grantedOn ?? '',
  endedOn: row.endedOn ?? '',
  endReason: row.endReason ?? '',
  words: row.words,
})

export const emptyNeed = (caseId: string, personId: string): NeedInput => ({
  ...fresh(caseId),
  personId,
  need: '',
  source: 'said',
  on: '',
  endedOn: '',
  toldTo: '',
  toldOn: '',
  answer: '',
  answeredOn: '',
  words: '',
})
export const needFields = (row: NeedRow): NeedInput => ({
  ...whichRow(row),
  personId: row.personId,
  need: row.need,
  source: row.source,
  on: row.typed,
  endedOn: row.endedOn ?? '',
  toldTo: row.toldTo ?? '',
  toldOn: row.toldOn ?? '',
  answer: row.answer ?? '',
  answeredOn: row.answeredOn ?? '',
  words: row.words,
})

export const emptyMatter = (caseId: string): MatterInput => ({
  ...fresh(caseId),
  personId: '',
  matter: 'voluntary_return',
  kind: '',
  on: '',
  programme: '',
  doubts: [],
  words: '',
})
export const matterFields = (row: MatterRow): MatterInput => ({
  ...whichRow(row),
  personId: row.personId ?? '',
  matter: row.matter,
  kind: row.kind,
  on: row.typed,
  programme: row.programme ?? '',
  doubts: [...row.doubts],
  words: row.words,
})
