import type { TagKind } from '@/components/ui/tag'
import { SEVERITIES, type Severity } from '@/lib/cases/case.rules'

/** How a worry looks, by how bad it is. */
export const SIGNAL_KINDS: Readonly<Record<Severity, TagKind>> = {
  critical: 'danger',
  serious: 'danger',
  watch: 'late',
  info: 'info',
}

/** A severity as it was noted; what is none is the mildest. */
export const toSeverity = (severity: string): Severity => SEVERITIES.find((one) => one === severity) ?? 'info'
