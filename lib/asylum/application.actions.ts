'use server'
import * as z from 'zod'
import { getFile } from '@/lib/cases/case.data'
import { settleClocks } from '@/lib/clocks/settle.data'
import { defineAction } from '@/lib/server/define-action'
import { conflict, ok } from '@/lib/shared/result'
import { getApplication, insertApplication, updateApplication } from './application.data'
import { applicationSchema } from './application.schema'

/** Writes a way in or through down, or changes what is known of it. */
export const saveApplication = defineAction({
  name: 'saveApplication',
  permission: 'case:edit',
  schema: applicationSchema,
  value: z.object({ applicationId: z.uuid(), version: z.int() }),
  audit: ({ caseId }, { applicationId, version }) => ({
    event: 'asylum.way',
    caseId,
    applicationId,
    version,
  }),
  run: async (work, input) => {
    await getFile(work, 'case:edit', input.caseId)
    if (input.applicationId === '')
      return ok({ applicationId: await insertApplication(work, input), version: 1 })
    const { id, version, way, sequence, language, place, reasons } = await getApplication(
      work,
      input.caseId,
      input.applicationId,
    )
    if (version === input.version && (await updateApplication(work, id, input))) {
      // A first application has other periods than a second one, and the border others than the territory.
      await settleClocks(work, input.caseId, id)
      return ok({ applicationId: id, version: version + 1 })
    }
    return conflict({
      version,
      way,
      sequence: sequence === null ? '' : String(sequence),
      language: language ?? '',
      place: place ?? '',
      reasons,
    })
  },
})
