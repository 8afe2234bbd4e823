import type { FigureId } from '@/lib/reporting/figure.rules'
import { ofActivities } from './activities'
import { ofAid } from './aid'
import { ofAsylum } from './asylum'
import { ofDetention } from './detention'
import { ofFamilies } from './families'
import { ofFiles } from './files'
import { ofMeetings } from './meetings'
import { ofMinors } from './minors'
import type { Recount } from './tally'
import { ofVisits } from './visits'

/**
 * Every figure of lib/reporting counted again, by the words of docs/adr/0136 and nothing of the code: lists and loops over rows.ts. Who is
 * counted for whom is in seen.ts, how lines become cells in tally.ts, how a person is described in person.ts. A new figure is an entry of
 * the file of its subject; a new table an entry of rows.ts and, where it has a reach of its own, of seen.ts; a new dimension a code of the
 * line, or an answer of person.ts. Without an entry here this file does not compile.
 */
export const RECOUNTS = {
  ...ofVisits,
  ...ofMeetings,
  ...ofFiles,
  ...ofDetention,
  ...ofFamilies,
  ...ofAsylum,
  ...ofAid,
  ...ofMinors,
  ...ofActivities,
} as const satisfies Readonly<Record<FigureId, Recount>>
