import 'server-only'
import * as z from 'zod'
import type { Work } from '@/lib/db/work'
import { dayOf } from '@/lib/shared/dates'
import { fellowsOf } from './fellows.data'
import { type Known, LISTS, toCodes } from './visit.rules'

const found = z
  .array(
    z.object({
      colleagues: z.array(z.string()),
      codes: z.array(z.object({ list: z.string(), code: z.string() })),
      is_centre: z.boolean(),
    }),
  )
  .length(1)

/** What a visit is checked against, by one question: colleagues, the codes of today, and whether visits to this place can be written. */
export const findKnown = async (
  work: Work,
  placeId: string,
): Promise<{ readonly known: Known; readonly isCentre: boolean }> => {
  const today = dayOf(work.now)
  const [row] = found.parse(
    await work.tx.$queryRaw`
      SELECT ARRAY(SELECT s.id::text FROM staff s WHERE ${fellowsOf(work.actor)}) AS colleagues,
             COALESCE((SELECT jsonb_agg(jsonb_build_object('list', c.list, 'code', c.code)) FROM code_value c
                        WHERE c.list = ANY (${Object.values(LISTS)}::text[]) AND c.valid_from <= ${today}::date
                          AND (c.valid_to IS NULL OR c.valid_to > ${today}::date)), '[]')
             -- Retired ones too: what was typed before is not lost on its way.
             || COALESCE((SELECT jsonb_agg(jsonb_build_object('list', v.list, 'code', v.standard_code || '.' || v.key)) FROM list_value v
                           WHERE v.organisation_id = ${work.actor.organisationId}::uuid), '[]') AS codes,
             EXISTS (SELECT FROM place p
                      WHERE p.id = ${placeId}::uuid AND p.kind = 'closed_centre' AND p.valid_to IS NULL) AS is_centre`,
  )
  if (row === undefined) throw new Error('one question has one answer')
  const of = (list: string) => row.codes.filter((one) => one.list === list)
  return {
    isCentre: row.is_centre,
    known: {
      today,
      actorId: work.actor.id,
      teams: work.actor.teams,
      colleagues: new Set(row.colleagues),
      codes: toCodes({
        topics: of(LISTS.topics),
        actions: of(LISTS.actions),
        requests: of(LISTS.requests),
        signals: of(LISTS.signals),
        themes: of(LISTS.themes),
      }),
    },
  }
}
