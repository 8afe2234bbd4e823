import type { TagKind } from '@/components/ui/tag'
import type { INCOMING_URGENCIES } from '@/lib/incoming/incoming.rules'
import type { CodeOf } from '@/lib/shared/vocabulary'

/** How urgent a partner says it is, as it is shown. */
export const URGENCY_LOOK: Readonly<Record<CodeOf<typeof INCOMING_URGENCIES>, TagKind>> = {
  now: 'danger',
  days: 'info',
  weeks: 'plain',
}
