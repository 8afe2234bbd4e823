import type { AsylumEvent } from '@/lib/asylum/event.rules'
import type { Moment } from '@/lib/asylum/moment.rules'
import type { DetentionEvent } from '@/lib/detention/event.rules'
import type { GuardianshipEvent } from '@/lib/guardianship/event.rules'
import type { Day } from '@/lib/shared/dates'
import type { When } from '@/lib/shared/when/when.rules'

/** Something that happened, or that is planned, with the words of its room and the way to it there. */
export type StoryEvent = {
  readonly strand: 'asylum' | 'detention' | 'guardianship'
  readonly id: string
  /** Where it has its place in the story: the day, or the first one that it can have been. */
  readonly on: Day
  /** The day as closely as it is known. */
  readonly when: When | null
  /** Where it is on the page of its room. */
  readonly anchor: string
  readonly said:
    | { readonly room: 'asylum'; readonly of: Pick<AsylumEvent, 'kind' | 'outcome' | 'form'> | Moment }
    | { readonly room: 'detention'; readonly of: DetentionEvent }
    | {
        readonly room: 'guardianship'
        readonly of: Pick<GuardianshipEvent, 'kind' | 'outcome' | 'form'>
        readonly isChange: boolean
        readonly personId: string
      }
}
