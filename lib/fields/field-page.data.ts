import 'server-only'
import { listWords } from '@/lib/cases/word.data'
import type { Work } from '@/lib/db/work'
import { listFieldChoices } from './choice.data'
import { getField, listLanguagesInUse, readUsage } from './field.data'
import { dependants } from './field.rules'

/** A field with everything its editor needs. Throws NotFound. */
export const readFieldPage = async (work: Work, fieldId: string) => {
  const { field, fields } = await getField(work, fieldId)
  return {
    field,
    fields,
    needed: dependants(fields, field.id),
    band: (await readUsage(work)).get(field.id) ?? null,
    languages: await listLanguagesInUse(work),
    offices: await work.tx.team.findMany({
      where: { organisationId: work.actor.organisationId },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    }),
    words: await listWords(work, ['case_kind']),
    choices: await listFieldChoices(work, [field]),
  }
}
export type FieldPageData = Awaited<ReturnType<typeof readFieldPage>>
