import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** From the mildest to the worst. */
export const SEVERITIES = vocabulary('cases.severities', ['info', 'watch', 'serious', 'critical'])
export type Severity = CodeOf<typeof SEVERITIES>

/** The worst first. */
export const bySeverity = (a: { severity: string }, b: { severity: string }): number =>
  SEVERITIES.rank(SEVERITIES.read(b.severity)) - SEVERITIES.rank(SEVERITIES.read(a.severity))
