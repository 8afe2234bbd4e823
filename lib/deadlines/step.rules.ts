import type { Holiday } from '@/lib/holidays/holiday.rules'
import type { Rest } from '@/lib/holidays/working-day.rules'
import type { Day } from '@/lib/shared/dates'
import type { DetainedAnswer } from './detained.rules'
import type { Notification } from './notification.rules'
import type { EventCode, FirstDay, Regime, Status, Unit } from './vocabulary.rules'

/** A computation as it is told to a person: codes and parameters here, words in `messages/<language>/deadlines.json`. */
export type Step =
  | { readonly code: 'happened'; readonly event: EventCode; readonly on: Day; readonly at: string | null }
  | { readonly code: 'regime'; readonly regime: Regime; readonly lodgedOn: Day | null }
  /** Transfers between states: the day of registration decides. */
  | { readonly code: 'registered'; readonly regime: Regime; readonly registeredOn: Day | null }
  | {
      readonly code: 'notified'
      readonly notification: Notification
      readonly firstDay: FirstDay
      readonly on: Day
      readonly article: string | null
      readonly status: Status
    }
  /** On being held at notification hangs the period; not known counts as held. */
  | { readonly code: 'held'; readonly held: DetainedAnswer }
  | { readonly code: 'dayNotCounted' | 'dayCounted'; readonly on: Day }
  | {
      readonly code: 'counted' | 'countedBack'
      readonly amount: number
      readonly unit: Unit
      readonly on: Day
    }
  | { readonly code: 'holidaySkipped'; readonly on: Day; readonly holiday: Holiday }
  | {
      readonly code: 'rolledForward' | 'rolledBack'
      readonly from: Day
      readonly on: Day
      readonly because: Rest
    }
  | { readonly code: 'notRolled'; readonly on: Day; readonly because: Rest }
  | { readonly code: 'opens'; readonly on: Day }
  | { readonly code: 'endsAt'; readonly on: Day; readonly at: string }
  /** An hour that no one wrote down: act today. */
  | { readonly code: 'hourNotKnown'; readonly on: Day }
  | { readonly code: 'printed'; readonly on: Day }
  | { readonly code: 'printedPeriod'; readonly amount: number; readonly unit: Unit }
  /** How the first day is found for this way of notification is not known: we count from the earliest day. */
  | { readonly code: 'earliestFirstDay'; readonly on: Day }
  /** The way of counting was read in no source: by this day one is in time whatever the law says. */
  | { readonly code: 'safest'; readonly on: Day }
  /** No rule of the file's own law is known: the least time that any other law gives. */
  | { readonly code: 'shortest'; readonly rule: string; readonly on: Day }
