import type { RegisterEvent } from '@/lib/shared/register-events'
import type { AccountEvent } from './account-events'
import type { ActivityEvent } from './activity-events'
import type { CaseloadEvent } from './caseload-events'
import type { CircleEvent } from './circle-events'
import type { ConfigEvent } from './config-events'
import type { CountryEvent } from './country-events'
import type { DamagedPlace } from './damage'
import type { DeadlineEvent } from './deadline-events'
import type { DetentionEvent } from './detention-events'
import type { ImportEvent } from './import-events'
import type { IncomingEvent } from './incoming-events'
import type { PaperEvent } from './paper-events'
import type { PartnerEvent } from './partner-events'
import type { PeopleEvent } from './people-events'
import type { ReferralEvent } from './referral-events'
import type { ReportEvent } from './report-events'
import type { RightsEvent } from './rights-events'
import type { SheetEvent } from './sheet-events'
import type { StatisticsEvent } from './statistics-events'
import type { SubmissionEvent } from './submission-events'

/**
 * Everything the audit log can say: a closed union, one payload each. Ids, codes and numbers only; never a name, never text.
 * `caseId` and `visitId` become columns of their own, so that a file can show who opened it.
 */
type OnFile = { readonly caseId: string }
type OnVisit = { readonly visitId: string }
type OnStaff = { readonly staffId: string }
type OnHandover = { readonly handoverId: string }
type OnPlan = { readonly planId: string }

export type AuditEvent =
  | ({ readonly event: 'case.opened' } & OnFile)
  | { readonly event: 'case.listed'; readonly caseIds: readonly string[]; readonly more: boolean }
  | ({ readonly event: 'case.created'; readonly personId: string } & OnFile)
  | ({
      readonly event: 'case.edited'
      readonly version: number
      /** Of what was said of someone: the moment that its rows bear, in milliseconds. */
      readonly saidAt?: number
    } & OnFile)
  | ({ readonly event: 'person.joined'; readonly personId: string; readonly role: string } & OnFile)
  | ({
      readonly event: 'person.role'
      readonly personId: string
      readonly role: string
      readonly was: string
      readonly version: number
    } & OnFile)
  | ({
      readonly event: 'person.left'
      readonly personId: string
      readonly on: string
      readonly because: string
    } & OnFile)
  | ({ readonly event: 'person.returned'; readonly personId: string; readonly version: number } & OnFile)
  | ({
      readonly event: 'claim.withdrawn'
      readonly personId: string
      readonly claimId: string
      readonly kind: string
      readonly because: string
    } & OnFile)
  | ({ readonly event: 'case.closed'; readonly reason: string; readonly leftOpen: number } & OnFile)
  | ({ readonly event: 'case.reopened' } & OnFile)
  | ({ readonly event: 'case.assigned'; readonly fromStaffId: string; readonly toStaffId: string } & OnFile)
  | AccountEvent
  | CaseloadEvent
  | {
      readonly event: 'cases.changed'
      readonly change: string
      readonly done: number
      readonly failed: number
    }
  | { readonly event: 'files.related' | 'files.unrelated'; readonly relationId: string }
  | ({ readonly event: 'case.shared'; readonly staffId: string; readonly until: string | null } & OnFile)
  | CircleEvent
  | CountryEvent
  | StatisticsEvent
  | ImportEvent
  | { readonly event: 'handover.listed'; readonly handoverIds: readonly string[] }
  | ({ readonly event: 'handover.opened'; readonly caseIds: readonly string[] } & OnHandover)
  | ({
      readonly event: 'handover.printed'
      readonly names: boolean
      readonly caseIds: readonly string[]
    } & OnHandover)
  | ({ readonly event: 'handover.prepared'; readonly caseIds: readonly string[] } & OnHandover)
  | ({ readonly event: 'handover.chosen'; readonly version: number } & OnHandover)
  | ({ readonly event: 'handover.noted'; readonly revision: number } & OnHandover & OnFile)
  /** The note of a file was shown to the colleague who is asked to take it. */
  | ({ readonly event: 'handover.noteRead'; readonly revision: number } & OnHandover & OnFile)
  | ({ readonly event: 'handover.sent'; readonly files: number; readonly skipped: number } & OnHandover)
  | ({ readonly event: 'handover.offered'; readonly staffId: string; readonly files: number } & OnHandover)
  | ({
      readonly event: 'handover.answered'
      readonly accepts: boolean
      readonly done: number
      readonly failed: number
    } & OnHandover)
  | ({ readonly event: 'handover.undone'; readonly done: number; readonly failed: number } & OnHandover)
  | { readonly event: 'team.opened'; readonly colleagues: number }
  | { readonly event: 'review.listed'; readonly reviewIds: readonly string[] }
  | { readonly event: 'review.started'; readonly reviewId: string; readonly files: number }
  | { readonly event: 'review.prepared'; readonly reviewId: string; readonly caseIds: readonly string[] }
  | { readonly event: 'review.summed'; readonly reviewId: string; readonly caseIds: readonly string[] }
  | ({ readonly event: 'review.decided'; readonly reviewId: string; readonly decision: string } & OnFile)
  | ({ readonly event: 'review.undone'; readonly reviewId: string } & OnFile)
  | { readonly event: 'review.sent'; readonly reviewId: string; readonly questions: number }
  | ({
      readonly event: 'consent.recorded'
      readonly personId: string
      readonly consentId: string
      readonly purpose: string
      readonly answer: string
    } & OnFile)
  | ({ readonly event: 'consent.ended'; readonly consentId: string; readonly kind: string } & OnFile)
  | DeadlineEvent
  | DetentionEvent
  | PaperEvent
  | PartnerEvent
  | IncomingEvent
  | PeopleEvent
  | ReportEvent
  | RightsEvent
  | SheetEvent
  | SubmissionEvent
  | ActivityEvent
  | ConfigEvent
  | ReferralEvent
  | ({ readonly event: 'note.written'; readonly noteId: string } & OnFile)
  | ({ readonly event: 'note.withdrawn'; readonly noteId: string } & OnFile)
  | ({ readonly event: 'note.edited'; readonly noteId: string; readonly version: number } & OnFile)
  | ({
      readonly event: 'entry.pinned'
      readonly type: 'note' | 'encounter'
      readonly entryId: string
      readonly isPinned: boolean
    } & OnFile)
  | ({ readonly event: 'goal.written'; readonly goalId: string } & OnFile)
  | ({ readonly event: 'goal.edited'; readonly goalId: string; readonly version: number } & OnFile)
  | ({ readonly event: 'goal.set'; readonly goalId: string; readonly state: string } & OnFile)
  | ({ readonly event: 'task.written'; readonly taskId: string } & OnFile)
  | ({ readonly event: 'task.edited'; readonly taskId: string; readonly version: number } & OnFile)
  | ({ readonly event: 'task.ticked'; readonly taskId: string; readonly isDone: boolean } & OnFile)
  | ({
      readonly event: 'stay.document'
      readonly documentId: string
      readonly version: number
      readonly deadlineIds: readonly string[]
      readonly closedIds: readonly string[]
    } & OnFile)
  | ({ readonly event: 'stay.reception'; readonly stayId: string; readonly version: number } & OnFile)
  | ({
      readonly event: RegisterEvent
      readonly subjectId: string
      readonly version: number
    } & OnFile)
  | ({ readonly event: 'asylum.way'; readonly applicationId: string; readonly version: number } & OnFile)
  | ({
      readonly event: `${'asylum' | 'guardianship'}.${'recorded' | 'takenBack'}`
      readonly eventId: string
      readonly deadlineIds: readonly string[]
      readonly closedIds: readonly string[]
    } & OnFile)
  | ({ readonly event: 'comment.written'; readonly commentId: string; readonly kind: string } & OnFile)
  | ({ readonly event: 'signal.answered'; readonly signalId: string } & OnFile)
  | { readonly event: 'visit.listed'; readonly visitIds: readonly string[]; readonly more: boolean }
  | { readonly event: 'visit.prepared'; readonly caseIds: readonly string[]; readonly more: boolean }
  | ({ readonly event: 'visit.opened' } & OnVisit)
  | ({ readonly event: 'visit.recorded'; readonly caseIds: readonly string[] } & OnVisit)
  | ({ readonly event: 'visit.joined' } & OnVisit)
  | ({ readonly event: 'encounter.opened'; readonly encounterId: string } & OnFile)
  | ({ readonly event: 'encounter.edited'; readonly encounterId: string; readonly version: number } & OnFile)
  | ({ readonly event: 'visit.edited'; readonly version: number } & OnVisit)
  | { readonly event: 'view.saved'; readonly viewId: string; readonly teamId: string | null }
  | { readonly event: 'view.edited'; readonly viewId: string; readonly version: number }
  | { readonly event: 'view.removed'; readonly viewId: string }
  | {
      readonly event: 'plan.listed'
      readonly planIds: readonly string[]
      readonly caseIds: readonly string[]
    }
  | { readonly event: 'plan.prepared'; readonly caseIds: readonly string[] }
  | ({ readonly event: 'plan.opened'; readonly caseIds: readonly string[] } & OnPlan)
  | ({ readonly event: 'plan.created'; readonly caseIds: readonly string[] } & OnPlan)
  | ({
      readonly event: 'plan.edited'
      readonly version: number
      readonly caseIds: readonly string[]
    } & OnPlan)
  | { readonly event: 'plan.repeated'; readonly planIds: readonly string[] }
  | { readonly event: 'plan.published'; readonly planIds: readonly string[] }
  | ({ readonly event: 'plan.cancelled'; readonly version: number } & OnPlan)
  | ({
      readonly event: 'sheet.opened'
      readonly names: boolean
      readonly caseIds: readonly string[]
    } & OnPlan)
  | ({ readonly event: 'wish.set'; readonly personId: string; readonly wanted: boolean } & OnFile)
  | { readonly event: 'closure.set'; readonly closureId: string; readonly placeId: string }
  | { readonly event: 'closure.lifted'; readonly closureId: string }
  | { readonly event: 'calendar.renewed'; readonly feedId: string }
  | { readonly event: 'calendar.revoked'; readonly count: number }
  | ({ readonly event: 'content.damaged' } & DamagedPlace)
  | { readonly event: 'access.denied'; readonly permission: string; readonly door: string }
  | ({ readonly event: 'draftKey.given' } & OnStaff)
  | { readonly event: 'notice.listed'; readonly count: number }
  | { readonly event: 'notice.read'; readonly count: number }
  | { readonly event: 'notice.set'; readonly version: number }
  | ({ readonly event: 'notice.mailed'; readonly kinds: readonly string[] } & OnStaff)

export type AuditRow = {
  readonly event: string
  readonly caseId: string | null
  readonly visitId: string | null
  readonly detail: string
}

/** The columns of an event: its name, the file and visit it is about, the rest as JSON. */
export const toAuditRow = (event: AuditEvent): AuditRow => {
  const { event: name, ...payload } = event
  const { caseId = null, visitId = null, ...detail } = { caseId: null, visitId: null, ...payload }
  return { event: name, caseId, visitId, detail: JSON.stringify(detail) }
}

/** What the sign-in path may write: a policy of the database holds it to these names (a test compares the two). */
export const SIGN_IN_EVENTS = [
  'session.started',
  'session.refused',
  'session.ended',
  'sessions.ended',
  'secondStep.enrolled',
  'secondStep.used',
  'session.steppedUp',
  'password.reset',
  'account.accepted',
  'notice.mailed',
  'content.damaged',
] as const satisfies readonly AuditEvent['event'][]
export type SignInEvent = Extract<AuditEvent, { readonly event: (typeof SIGN_IN_EVENTS)[number] }>
