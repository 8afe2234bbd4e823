import type { Way } from '@/lib/activities/activity.rules'
import type { AppointmentRow } from '@/lib/appointments/appointment.schema'
import type { Moment } from '@/lib/asylum/moment.rules'
import type { EventKind, Outcome } from '@/lib/asylum/vocabulary.rules'
import type { NoteKind } from '@/lib/cases/case.rules'
import type { Severity } from '@/lib/cases/severity.rules'
import type { Labelled } from '@/lib/cases/word.view'
import type { DetentionEvent } from '@/lib/detention/event.rules'
import type { Outcome as EncounterOutcome } from '@/lib/detention/outcome.rules'
import type { GuardianshipEvent } from '@/lib/guardianship/event.rules'
import type { StepKind } from '@/lib/referrals/referral.rules'
import type { Day } from '@/lib/shared/dates'
import type { When } from '@/lib/shared/when/when.rules'

export type TimelineSignal = {
  readonly id: string
  readonly code: string
  readonly severity: Severity
  readonly note: string
  readonly version: number
  readonly answer: { readonly by: string; readonly at: Date; readonly text: string } | null
}

/** Something someone wrote: a note, or a conversation on a visit. */
export type TimelineItem = {
  readonly id: string
  readonly on: Day
  readonly author: string
  readonly text: string
  /** When other words were put in the place of the first ones, and by whom. */
  readonly corrected: { readonly at: Date; readonly by: string } | null
  readonly pinnedAt: Date | null
  readonly pinVersion: number
  /** The last time anything of it was written: anyone who has seen the file since has seen it. */
  readonly touchedAt: Date
} & (
  | {
      readonly type: 'note'
      readonly kind: NoteKind
      readonly authorId: string
      readonly isPrivileged: boolean
    }
  | {
      readonly type: 'encounter'
      readonly outcome: EncounterOutcome
      readonly place: Labelled
      readonly actions: readonly string[]
      readonly topics: readonly string[]
      readonly signals: readonly TimelineSignal[]
      /** What colleagues told of the same conversation, beside the first text. */
      readonly accounts: readonly { readonly id: string; readonly author: string; readonly text: string }[]
    }
)

/** What pinning an entry needs of it: its texts stand on the page already, and need not travel once more. */
export const pinOf = ({ id, type, on, pinnedAt, pinVersion }: TimelineItem) => ({
  id,
  type,
  on,
  pinVersion,
  isPinned: pinnedAt !== null,
})
export type Pin = ReturnType<typeof pinOf>

/** What the application wrote down by itself on one day: who handed the file over, shared it, began it. */
export type DayChanges = {
  readonly type: 'changes'
  readonly id: string
  readonly on: Day
  readonly lines: readonly { readonly event: string; readonly name: string; readonly at: Date }[]
}

/** What happened in a procedure, beside it, in detention, in a guardianship or outside the centres, as its room recorded it; the room has the words for it. */
export type FileEvent = {
  readonly type: 'event'
  readonly id: string
  /** Where it stands on the page of the room. */
  readonly anchor: string
  readonly on: Day
  /** The day as closely as it is known. */
  readonly when: When | null
  readonly author: string
  readonly text: string
  readonly touchedAt: Date
} & (
  | {
      readonly room: 'asylum'
      readonly said: { readonly kind: EventKind; readonly outcome: Outcome | null } | Moment
    }
  | { readonly room: 'detention'; readonly event: DetentionEvent }
  | {
      readonly room: 'guardianship'
      readonly event: Pick<GuardianshipEvent, 'kind' | 'outcome' | 'form'>
    }
  | { readonly room: 'referrals'; readonly step: StepKind; readonly to: string }
  | {
      readonly room: 'appointments'
      readonly appointment: Pick<AppointmentRow, 'kind' | 'state' | 'startsAt' | 'endsAt'>
    }
  | {
      readonly room: 'activities'
      readonly activity: {
        readonly way: Way
        readonly place: Labelled | null
        readonly minutes: number | null
      }
    }
)

export type Timeline = {
  readonly items: readonly (TimelineItem | FileEvent | DayChanges)[]
  /** The day before which there is more. */
  readonly more: Day | null
}

type Item = Timeline['items'][number]
/** Newest first; what the application wrote stands below what people wrote on the same day. */
export const byDay = (a: Item, b: Item): number => {
  if (a.on !== b.on) return b.on.localeCompare(a.on)
  if (a.type === 'changes' || b.type === 'changes') return a.type === 'changes' ? 1 : -1
  return b.id.localeCompare(a.id)
}
