import 'server-only'
import type { Work } from '@/lib/db/work'
import { listFields } from '@/lib/fields/field.data'
import { keyFrom } from '@/lib/fields/field.rules'
import { no, ok, type Result } from '@/lib/shared/result'
import { faultsOf, sectionsOf } from './tag.rules'
import {
  getTemplate,
  insertDocument,
  insertEdition,
  insertTemplate,
  type LetterDocument,
  listTemplates,
  lockTemplates,
} from './template.data'
import { TEMPLATE_LIMITS, type Use } from './template.rules'
import type { TemplateInput } from './template.schema'

export type Published = { readonly templateId: string; readonly edition: number }

/** Publishes a document that was checked as a new template, or as the next edition of the one that was read. */
export const publishTemplate = async (
  work: Work,
  { templateId, version, name, reader, purpose, language, kinds, because }: TemplateInput,
  { uses, ...document }: LetterDocument & { readonly uses: readonly Use[] },
): Promise<Result<Published>> => {
  await lockTemplates(work)
  const fields = await listFields(work)
  if (faultsOf(uses, reader, fields).length > 0) return no('invalid', { files: 'templateRefused' })
  const all = await listTemplates(work)
  if (all.some((one) => one.id !== templateId && one.now.state === 'live' && one.now.name === name))
    return no('invalid', { name: 'nameTaken' })
  if (templateId === '' && all.length >= TEMPLATE_LIMITS.templates) return no('tooManyTemplates')
  if (templateId !== '' && (await getTemplate(work, templateId)).now.edition !== version)
    return no('correctedMeanwhile')
  await insertDocument(work, document)
  const id =
    templateId === ''
      ? await insertTemplate(
          work,
          keyFrom(
            name,
            all.map(({ key }) => key),
          ),
        )
      : templateId
  const edition = templateId === '' ? 1 : version + 1
  await insertEdition(work, id, edition, {
    state: 'live',
    name,
    reader,
    purpose,
    language,
    kinds,
    hash: document.hash,
    uses,
    sections: sectionsOf(uses, fields),
    because,
  })
  return ok({ templateId: id, edition })
}
