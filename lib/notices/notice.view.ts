import { HERE } from '@/lib/shared/here'
import { rest } from '@/lib/shared/vocabulary'
import type { NoticeKind } from './notice.rules'

const DEADLINES: readonly NoticeKind[] = [
  'deadline_critical',
  'deadline_near_critical',
  'deadline_near',
  'deadline_passed',
]

const OWN_COUNTRY = `/countries/${HERE.toLowerCase()}`

/** Where a notice leads. Ids and codes only: an address is read by anyone who sits beside. */
export const toHref = (
  kind: NoticeKind,
  file: { readonly id: string; readonly code: string } | null,
): string => {
  if (kind === 'plan_published') return '/planning'
  if (kind === 'handover_asked' || kind === 'handover_decided') return '/handovers'
  if (kind === 'incoming_came' || kind === 'incoming_urgent') return '/enquiries/incoming'
  if (kind === 'possible_twin') return '/people/duplicates'
  if (kind === 'figure_waits' || kind === 'mistake_reported') return `${OWN_COUNTRY}/upkeep`
  if (kind === 'capability_waits' || kind === 'capability_changed') return '/reports/readers'
  if (kind === 'release_waits') return '/statistics/requests'
  if (kind === 'mistake_answered') return `${OWN_COUNTRY}/mistakes`
  if (kind === 'sign_in_tried' || kind === 'passkey_changed') return '/accounts/me'
  if (kind === 'colleague_tried') return '/accounts'
  if (kind === 'content_damaged') return '/notices'
  // What failed stands in the log of the server, which only its operator reads.
  if (kind === 'audit_copy_failed') return '/notices'
  rest(
    kind,
    'signal_critical signal_answered file_assigned question_asked question_answered task_given',
    'deadline_critical deadline_near_critical deadline_near deadline_passed glass_broken',
    'word_asked erasure_asked share_opened hold_review',
  )
  if (file === null) return '/cases'
  const page = DEADLINES.includes(kind) ? '/deadlines' : kind === 'hold_review' ? '/rights' : ''
  return `/cases/${file.code}${page}?file=${file.id}`
}
