import * as z from 'zod'
import { toExtract } from '@/components/rights/extract-labels'
import type { Work } from '@/lib/db/work'
import { catalogue } from '@/lib/i18n/catalogue'
import { readExtract } from '@/lib/rights/extract.data'
import { defineDownload } from '@/lib/server/define-download'

/** `give`: ids of messages, with a dot between. */
const query = z.strictObject({ id: z.uuid(), give: z.optional(z.string().max(20_000)) })

const makeFile = async (work: Work, { id, give }: z.output<typeof query>) => {
  const data = await readExtract(work, id, new Set(give?.split('.')))
  const { caseId, personId, language } = data
  const body = JSON.stringify(toExtract(data, await catalogue[language]()), null, 2)
  return { id, caseId, personId, body, type: 'application/json', fileName: 'extract.json' }
}

/** What is kept of someone as data that they can take elsewhere: the same headings and lines as on paper. */
export const GET = defineDownload({
  permission: 'case:edit',
  stepUp: true,
  query,
  audit: (_query, { id, caseId, personId }) => ({ event: 'extract.saved', caseId, personId, extractId: id }),
  run: makeFile,
})
