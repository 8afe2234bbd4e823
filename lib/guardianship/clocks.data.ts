import 'server-only'
import type { Work } from '@/lib/db/work'
import type { Applied } from '@/lib/deadlines/regime.rules'
import type { Clocks } from '@/lib/deadlines/settle.rules'
import { clocksOf } from './clocks.rules'
import { listBareEvents } from './event.data'
import { byPerson } from './state.rules'

/** What the guardianships of a file within reach say to the clocks (lib/clocks/settle.data). */
export const tellOfGuardianship = async (
  work: Work,
  caseId: string,
  applied: Applied,
): Promise<Clocks & { readonly current: readonly string[] }> =>
  clocksOf([...byPerson(await listBareEvents(work, { caseId })).values()], applied)
