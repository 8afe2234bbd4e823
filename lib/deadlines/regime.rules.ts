import type { Day } from '@/lib/shared/dates'
import type { Regime } from './vocabulary.rules'

/** Regulations (EU) 2024/1347 and 2024/1348 apply to applications lodged from this day on. */
export const PACT_FROM: Day = '2026-06-12'

export type Standing = 'applies' | 'otherRegime' | 'regimeUnclear'

/**
 * Whether a rule of a regime counts for a file. The lodging of the application decides, not the day of the decision. Without
 * an application nothing says which appeals the Belgian reform of 2026 left as they were: from that day on the answer is
 * unclear, and an unclear answer sets no date.
 */
export const judgeRegime = (
  regime: Regime,
  { lodgedOn, triggeredOn }: { readonly lodgedOn: Day | null; readonly triggeredOn: Day },
): Standing => {
  if (regime === 'ANY') return 'applies'
  if (lodgedOn !== null) {
    const own = lodgedOn >= PACT_FROM ? 'PACT' : 'PRE_PACT'
    return own === regime ? 'applies' : 'otherRegime'
  }
  if (triggeredOn < PACT_FROM) return regime === 'PRE_PACT' ? 'applies' : 'otherRegime'
  return 'regimeUnclear'
}
