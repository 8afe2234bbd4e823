'use server'
import { saveRow, takeRowBack, written } from '@/lib/records/save.data'
import { mistakeSchema } from '@/lib/registers/register.schema'
import { defineAction } from '@/lib/server/define-action'
import { appointments } from './appointment.data'
import { appointment } from './appointment.schema'
import { ofAppointment, withName } from './save-appointment.data'

/** Writes down an appointment, or what is known better of it: also what became of it. */
export const saveAppointment = defineAction({
  name: 'saveAppointment',
  permission: 'case:edit',
  schema: appointment.schema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'appointment.saved', caseId, ...value }),
  run: async (work, input) => saveRow(work, appointments, await withName(work, input), ofAppointment),
})

/** Says that an appointment was a mistake; it stays readable and is asked for no more. */
export const takeAppointmentBack = defineAction({
  name: 'takeAppointmentBack',
  permission: 'case:edit',
  schema: mistakeSchema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'appointment.saved', caseId, ...value }),
  run: (work, input) => takeRowBack(work, appointments, input, ofAppointment),
})
