import 'server-only'
import type { Work } from '@/lib/db/work'
import type { Day } from '@/lib/shared/dates'
import { insertConsent } from './consent.data'
import { toCountingInput } from './consent.view'

/** Writes down whether an adult may be counted, in the file that was just opened for them. */
export const insertCounting = async (
  work: Work,
  { caseId, personId }: { readonly caseId: string; readonly personId: string },
  {
    language,
    counted,
    on,
  }: { readonly language: string; readonly counted: 'given' | 'refused'; readonly on: Day },
): Promise<void> => {
  const input = toCountingInput(caseId, { id: personId, language }, counted, on)
  const consentId = await insertConsent(work, input, { isMinor: false, adultOn: null })
  await work.audit({
    event: 'consent.recorded',
    caseId,
    personId,
    consentId,
    purpose: 'statistics',
    answer: counted,
  })
}
