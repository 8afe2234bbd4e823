import 'server-only'
import { listWords } from '@/lib/cases/word.data'
import type { Work } from '@/lib/db/work'
import { listFields } from '@/lib/fields/field.data'
import { catalogue } from '@/lib/i18n/catalogue'
import { SHEET_LISTS } from '@/lib/summaries/summary-page.data'
import { getTemplate, listTemplates } from './template.data'

const readTools = async (work: Work) => ({
  fields: await listFields(work),
  lists: await listWords(work, SHEET_LISTS),
  messages: await catalogue[work.locale](),
})

/** The templates of the organisation, and what says which fields there are. */
export const readTemplatesPage = async (work: Work) => ({
  templates: await listTemplates(work),
  ...(await readTools(work)),
})

/** One template. Throws NotFound. */
export const readTemplatePage = async (work: Work, id: string) => ({
  template: await getTemplate(work, id),
  ...(await readTools(work)),
})
