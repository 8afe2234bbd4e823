import 'server-only'
import * as z from 'zod'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import type { CaseHeader } from './case-header.data'
import { FILE_ROLES, type FileRole, LEFT_BECAUSE, type LeftBecause } from './file-people.rules'

/** What changed about who is in a file and as what; a person who was merged into another since is told of by their name no more. */
export type PlaceChange = { readonly at: Date; readonly by: string | null; readonly personId: string } & (
  | { readonly kind: 'joined'; readonly role: FileRole }
  | { readonly kind: 'role'; readonly was: FileRole; readonly now: FileRole }
  | { readonly kind: 'left'; readonly because: LeftBecause }
  | { readonly kind: 'returned' }
)

const event = { at: z.date(), by: z.nullable(z.string()), personId: z.string() }
const role = storedCode(FILE_ROLES)
const events = z.array(
  z.discriminatedUnion('kind', [
    z.object({ ...event, kind: z.literal('joined'), role }),
    z
      .object({ ...event, kind: z.literal('role'), was: role, role })
      .transform(({ role: now, ...one }) => ({ ...one, now })),
    z.object({ ...event, kind: z.literal('left'), because: storedCode(LEFT_BECAUSE) }),
    z.object({ ...event, kind: z.literal('returned') }),
  ]),
)

/** The audit log of the file holds each with what it was: no table repeats it. */
export const listPlaceChanges = async (
  work: Work,
  { id, people, former }: CaseHeader,
): Promise<PlaceChange[]> =>
  events.parse(
    await work.tx.$queryRaw`
      SELECT substr(e.event, 8) AS kind, e.at, s.name AS by, e.detail->>'personId' AS "personId",
             e.detail->>'role' AS role, e.detail->>'was' AS was, e.detail->>'because' AS because
        FROM audit_event e LEFT JOIN staff s ON s.id = e.actor_id
       WHERE e.case_id = ${id}::uuid AND e.event IN ('person.joined', 'person.role', 'person.left', 'person.returned')
         AND e.detail->>'personId' = ANY (${[...people, ...former].map((one) => one.id)})`,
  )
