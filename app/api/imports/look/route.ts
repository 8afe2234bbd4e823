import { lookAtFile } from '@/lib/imports/bring-table'
import { lookedAt, lookSchema } from '@/lib/imports/import.schema'
import { LIMITS } from '@/lib/imports/table.rules'
import { defineUpload } from '@/lib/server/define-upload'
import { no, ok } from '@/lib/shared/result'

/** What is in a file, before it is brought: its sheets with their first rows. A question: no answer is kept, and nothing of the file. */
export const POST = defineUpload({
  name: 'lookAtTable',
  permission: 'import:run',
  schema: lookSchema,
  value: lookedAt,
  isQuestion: true,
  limit: LIMITS.bytes,
  audit: ({ teamId }, { sheets }) => ({ event: 'import.looked', teamId, count: sheets.length }),
  prepare: async (files, { encoding }) => {
    const [file] = files
    if (file === undefined || file.length === 0) return no('invalid', { files: 'required' })
    return files.length > 1 ? no('invalid', { files: 'tableOne' }) : lookAtFile(file, encoding)
  },
  run: async (work, { teamId }, looked) =>
    work.actor.leads.includes(teamId) ? ok(looked) : no('notYourTeam', { teamId: 'unknownChoice' }),
})
