import { getHandedTable } from '@/lib/reporting/sealed/trafficking-page.data'
import { defineTableFile } from './table-file'

/** The coarse table of a year, as it was handed in. */
export const GET = defineTableFile('report:read', 'trafficking_coarse', getHandedTable)
