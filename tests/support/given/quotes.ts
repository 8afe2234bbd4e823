import { quote } from '@/lib/quotes/quote.schema'
import { emptyForm } from '@/lib/records/record.schema'

/** What someone said for reports, as its form sends it. */
export const aQuote = (caseId: string, personId: string, change: Record<string, unknown> = {}) => ({
  ...emptyForm(quote, caseId, { personId, speaker: 'person', said: '2026-03-01', words: 'We wait.' }),
  ...change,
})
