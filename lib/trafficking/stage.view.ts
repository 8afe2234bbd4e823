import type { StageRow } from './stage.data'
import type { StageInput } from './stage.schema'

export const stageFields = (row: StageRow): StageInput => ({
  caseId: row.caseId,
  subjectId: row.subjectId,
  version: row.revision,
  kind: row.kind,
  on: row.on,
  condition: row.condition ?? '',
  holds: row.holds ?? '',
  reason: row.reason ?? '',
  words: row.words,
})
