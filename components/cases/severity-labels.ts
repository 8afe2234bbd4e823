import type { TagKind } from '@/components/ui/tag'
import type { Severity } from '@/lib/cases/severity.rules'

/** How a worry looks, by how bad it is. */
export const SIGNAL_KINDS: Readonly<Record<Severity, TagKind>> = {
  critical: 'danger',
  serious: 'danger',
  watch: 'late',
  info: 'info',
}
