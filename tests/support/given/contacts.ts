import { contact } from '@/lib/contacts/contact.schema'
import { emptyForm } from '@/lib/records/record.schema'

/** A way to reach someone as its form sends it. */
export const aContact = (caseId: string, personId: string, change: Record<string, unknown> = {}) => ({
  ...emptyForm(contact, caseId, {
    personId,
    value: '+32 000 00 00 01',
    owner: 'shared',
    confirmedOn: '2026-03-01',
  }),
  ...change,
})
