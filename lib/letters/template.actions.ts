'use server'
import * as z from 'zod'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { getSections, getTemplate, insertEdition, lockTemplates } from './template.data'
import { templateStateSchema } from './template.schema'

/** Retires a template, so that no letter is made of it any more, or brings it back. Letters that were made stay. */
export const setTemplateState = defineAction({
  name: 'setTemplateState',
  permission: 'config:keep',
  schema: templateStateSchema,
  value: z.object({ templateId: z.uuid(), edition: z.int() }),
  audit: (_input, value) => ({ event: 'template.published', ...value }),
  run: async (work, { templateId, version, state, because }) => {
    await lockTemplates(work)
    const { now } = await getTemplate(work, templateId)
    if (now.edition !== version) return no('correctedMeanwhile')
    const { edition, publishedAt: _at, by: _by, ...said } = now
    const sections = await getSections(work, templateId, edition)
    await insertEdition(work, templateId, edition + 1, { ...said, state, because, sections })
    return ok({ templateId, edition: edition + 1 })
  },
})
