import { listFields } from '@/lib/fields/field.data'
import { prepareOne } from '@/lib/letters/prepare'
import { faultsOf } from '@/lib/letters/tag.rules'
import { TEMPLATE_LIMITS } from '@/lib/letters/template.rules'
import { lookedSchema, lookSchema } from '@/lib/letters/template.schema'
import { defineUpload } from '@/lib/server/define-upload'
import { ok } from '@/lib/shared/result'

/** What is wrong with a template, before it is published. A question: nothing of it is kept. */
export const POST = defineUpload({
  name: 'lookAtTemplate',
  permission: 'config:keep',
  schema: lookSchema,
  value: lookedSchema,
  isQuestion: true,
  limit: TEMPLATE_LIMITS.bytes,
  audit: (_input, { faults }) => ({ event: 'template.looked', faults: faults.length }),
  prepare: prepareOne,
  run: async (work, { reader }, ready) =>
    ok(
      'uses' in ready
        ? {
            faults: [...faultsOf(ready.uses, reader, await listFields(work))],
            tags: [...new Set(ready.uses.map(({ tag }) => tag))],
          }
        : { faults: [...ready.faults], tags: [] },
    ),
})
