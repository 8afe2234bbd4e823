import { createHash } from 'node:crypto'
import { defineDownload } from '@/lib/server/define-download'
import { fetchReleased } from '@/lib/statistics/desk.data'
import { exportSchema } from '@/lib/statistics/statistic.schema'

const types = {
  zip: 'application/zip',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const

/** Serves what the register holds and changes nothing but the audit log: the release was made by an action before. */
export const GET = defineDownload({
  permission: 'statistics:export',
  stepUp: true,
  query: exportSchema,
  run: async (work, query) => {
    const { body, fileName } = await fetchReleased(work, query)
    return { body, type: types[query.format], fileName }
  },
  audit: ({ release }, file) => ({
    event: 'statistics.exported',
    releaseId: release,
    sha256: createHash('sha256').update(file.body).digest('hex'),
  }),
})
