import type { Choices } from '@/lib/detention/choices.data'
import type { Named } from '@/lib/detention/fellows.data'
import type { Accreditation } from '@/lib/detention/visit.rules'
import type { Proposal } from '@/lib/planning/prepare-visit.data'
import type { RosterPerson } from '@/lib/planning/roster.view'

/** All that the form of a visit shows, in the reader's language. */
export type VisitWritingProps = {
  readonly today: string
  readonly locale: string
  readonly actorId: string
  readonly centre: {
    readonly id: string
    readonly slug: string
    readonly label: string
    readonly accreditations: readonly Accreditation[]
  }
  readonly teams: readonly Named[]
  readonly colleagues: readonly Named[]
  readonly proposal: Proposal | null
  readonly here: readonly RosterPerson[]
  readonly elsewhere: readonly RosterPerson[]
  readonly more: boolean
  readonly cutAt: number | null
  readonly choices: Choices
}
