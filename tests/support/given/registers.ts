import { mandate } from '@/lib/asylum/mandate.schema'
import { matter } from '@/lib/asylum/matter.schema'
import { need } from '@/lib/asylum/need.schema'
import { emptyForm } from '@/lib/records/record.schema'

/** What the forms of the registers send, empty but for what they need. */
export const aMandate = (caseId: string, change: Record<string, unknown> = {}) => ({
  ...emptyForm(mandate, caseId, { who: 'Meester Verzonnen' }),
  ...change,
})
export const aNeed = (caseId: string, personId: string, change: Record<string, unknown> = {}) => ({
  ...emptyForm(need, caseId, { personId, need: 'pregnant' }),
  ...change,
})
export const aMatter = (caseId: string, change: Record<string, unknown> = {}) => ({
  ...emptyForm(matter, caseId, { kind: 'informed' }),
  ...change,
})
