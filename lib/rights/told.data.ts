import 'server-only'
import * as z from 'zod'
import { GUEST_KINDS, type GuestKind } from '@/lib/circles/guest.rules'
import type { Work } from '@/lib/db/work'
import { listReferrals, referrals } from '@/lib/referrals/referral.data'
import { currentSteps } from '@/lib/referrals/referral.rules'
import { listShares } from '@/lib/referrals/share.data'
import { listSteps } from '@/lib/referrals/step.data'
import { type Day, dayOf } from '@/lib/shared/dates'
import { isTold } from './told.rules'

const guests = z.array(
  z.object({ kind: z.string().nullable(), from: z.date(), until: z.date().nullable(), times: z.int() }),
)
export type GuestTold = {
  readonly kind: GuestKind
  readonly from: Day
  readonly until: Day | null
  /** How often parts of the file were opened in that time. */
  readonly times: number
}

/** Guests of a file, ended stays too, and how often each read. */
const listGuestsTold = async (work: Work, caseId: string): Promise<GuestTold[]> =>
  guests
    .parse(
      await work.tx.$queryRaw`
        SELECT m.guest_kind AS kind, m.valid_from AS "from", m.valid_until AS until,
               (SELECT count(*)::int FROM audit_event e
                 WHERE e.case_id = m.case_id AND e.actor_id = m.staff_id AND e.event LIKE '%.opened'
                   AND e.at >= m.valid_from AND (m.valid_until IS NULL OR e.at <= m.valid_until)) AS times
          FROM case_member m
         WHERE m.case_id = ${caseId}::uuid AND m.kind = 'guest' ORDER BY m.valid_from, m.id LIMIT 500`,
    )
    .map(({ kind, from, until, times }) => ({
      kind: GUEST_KINDS.read(kind),
      from: dayOf(from),
      until: until && dayOf(until),
      times,
    }))

/**
 * Who outside was told of a person, and what was prepared and told no one. A referral that was taken back as a mistake
 * counts only when its link had been opened: that happened.
 */
export const readTold = async (work: Work, caseId: string, personId: string, isMain: boolean) => {
  const { current } = await listReferrals(work, caseId)
  const shares = await listShares(work, caseId)
  const openingsOf = (subjectId: string) =>
    shares.filter(({ referralId }) => referralId === subjectId).flatMap(({ openings }) => openings)
  const steps = await listSteps(work, caseId)
  const mistaken = (await referrals.list(work, caseId)).filter(
    (row, index, all) =>
      row.mistake !== null &&
      all.findLastIndex(({ subjectId }) => subjectId === row.subjectId) === index &&
      openingsOf(row.subjectId).length > 0,
  )
  const all = [...current.map(({ row }) => row), ...mistaken]
    .filter((row) => row.personId === personId)
    .map((row) => {
      const own = steps.filter(({ referralId }) => referralId === row.subjectId)
      const openings = openingsOf(row.subjectId)
      return { row, steps: currentSteps(own), openings, isTold: isTold(own, openings) }
    })
  const stays = isMain ? await listGuestsTold(work, caseId) : []
  return {
    told: all.filter((one) => one.isTold),
    prepared: all.filter((one) => !one.isTold),
    guests: stays.filter(({ times }) => times > 0),
    guestsWithoutReading: stays.filter(({ times }) => times === 0),
  }
}
