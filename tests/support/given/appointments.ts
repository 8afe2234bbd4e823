import { appointment } from '@/lib/appointments/appointment.schema'
import { emptyForm } from '@/lib/records/record.schema'

/** An appointment as its form sends it. */
export const anAppointment = (caseId: string, personId: string, change: Record<string, unknown> = {}) => ({
  ...emptyForm(appointment, caseId, { personId, kind: 'lawyer', on: '2026-03-01', startsAt: '10:00' }),
  ...change,
})
