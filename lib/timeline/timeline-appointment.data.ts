import 'server-only'
import { appointments } from '@/lib/appointments/appointment.data'
import type { Work } from '@/lib/db/work'
import { currentOf } from '@/lib/registers/register.rules'
import type { FileEvent } from './timeline.view'

/** Appointments on their day: planned, kept and missed ones. One that was moved or cancelled has no day any more. */
export const listAppointmentDays = async (work: Work, caseId: string): Promise<FileEvent[]> =>
  currentOf(await appointments.listClear(work, caseId)).flatMap(({ row }): FileEvent[] => {
    const { subjectId, on, kind, state, startsAt, endsAt, by, recordedAt } = row
    if (state === 'moved' || state === 'cancelled') return []
    return [
      {
        type: 'event',
        room: 'appointments',
        id: subjectId,
        anchor: `row-${subjectId}`,
        on,
        when: { form: 'exact', day: on },
        appointment: { kind, state, startsAt, endsAt },
        author: by,
        text: '',
        touchedAt: recordedAt,
      },
    ]
  })
