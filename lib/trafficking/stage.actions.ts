'use server'
import { type Moved, moved, settleClocks } from '@/lib/clocks/settle.data'
import { type Saving, saveRow, takeRowBack, written } from '@/lib/records/save.data'
import { mistakeSchema } from '@/lib/registers/register.schema'
import { defineAction } from '@/lib/server/define-action'
import { getTraffickingFile } from './file.data'
import { stages } from './stage.data'
import { stage } from './stage.schema'

const settled = written.extend(moved)
const ofStage: Saving<typeof stage.fields, unknown, Moved> = {
  file: getTraffickingFile,
  after: settleClocks,
}

/** Records what happened in the procedure, or puts it right; its clocks follow. */
export const saveTraffickingStage = defineAction({
  name: 'saveTraffickingStage',
  permission: 'case:edit',
  schema: stage.schema,
  value: settled,
  audit: ({ caseId }, value) => ({ event: 'trafficking.stage', caseId, ...value }),
  run: (work, input) => saveRow(work, stages, input, ofStage),
})

/** Says that it was a mistake: it stays readable, and its clocks are taken back. */
export const takeTraffickingStageBack = defineAction({
  name: 'takeTraffickingStageBack',
  permission: 'case:edit',
  schema: mistakeSchema,
  value: settled,
  audit: ({ caseId }, value) => ({ event: 'trafficking.stage', caseId, ...value }),
  run: (work, input) => takeRowBack(work, stages, input, ofStage),
})
