import 'server-only'
import type { Work } from '@/lib/db/work'
import { listApplications } from './application.data'
import { clocksOfWays, type ProcedureClocks } from './clocks.rules'
import { listEvents } from './event.data'

/** What the procedures of a file within reach say to the clocks (lib/deadlines/settle.data). */
export const tellOfProcedures = async (work: Work, caseId: string): Promise<ProcedureClocks> =>
  clocksOfWays(await listApplications(work, caseId), await listEvents(work, caseId))
