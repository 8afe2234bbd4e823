import { readTraffickingTable } from '@/lib/reporting/sealed/trafficking.data'
import { defineTableFile } from '../table-file'

/** The exact table of a year that is over, for who reads sealed figures. */
export const GET = defineTableFile('report:sealed', 'trafficking', readTraffickingTable)
