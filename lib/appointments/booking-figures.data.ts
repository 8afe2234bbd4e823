import 'server-only'
import type { Work } from '@/lib/db/work'
import { currentOf, MISTAKES } from '@/lib/registers/register.rules'
import { toDay } from '@/lib/shared/dates'
import { APPOINTMENT_STATES } from './appointment.rules'
import { type BookingFigures, bookingFiguresOf } from './booking.rules'

/**
 * What was asked of some partners, which are the same, for appointments in the files that the reader may open: row-level security decides, so that a file
 * out of reach moves no figure. Null for anyone who opens no files.
 */
export const readBookingFigures = async (
  work: Work,
  partnerIds: readonly string[],
): Promise<BookingFigures | null> => {
  if (work.actor.role === 'admin') return null
  const named = await work.tx.appointment.findMany({
    where: { bookedPartnerId: { in: [...partnerIds] } },
    select: { subjectId: true },
    distinct: ['subjectId'],
  })
  // Every revision: the last one may name another partner, or say that it was a mistake.
  const rows = await work.tx.appointment.findMany({
    where: { subjectId: { in: named.map(({ subjectId }) => subjectId) } },
    select: {
      id: true,
      subjectId: true,
      revision: true,
      mistake: true,
      bookedPartnerId: true,
      interpreterState: true,
      state: true,
      onDay: true,
    },
    orderBy: { id: 'asc' },
  })
  const current = currentOf(rows.map((row) => ({ ...row, mistake: MISTAKES.readOrNull(row.mistake) })))
  return bookingFiguresOf(
    current.flatMap(({ row: { bookedPartnerId, interpreterState, state, onDay } }) =>
      bookedPartnerId !== null && partnerIds.includes(bookedPartnerId)
        ? [{ interpreterState, state: APPOINTMENT_STATES.read(state), on: toDay(onDay) }]
        : [],
    ),
  )
}
