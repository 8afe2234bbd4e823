import type { ReactNode } from 'react'
import type { DetentionPart } from '@/lib/detention/detention-page.data'
import type { Drawing } from '@/lib/detention/drawing.rules'
import type { EpisodeStay } from '@/lib/detention/episode.data'
import type { EpisodeView } from '@/lib/detention/episode.view'
import type { Day } from '@/lib/shared/dates'

/** What the page of detention hands down to its parts. */
export type NamedPerson = {
  readonly id: string
  readonly name: string
  /** In the file now; of the one who left it, only what was recorded is shown. */
  readonly isHere: boolean
}
export type PageProps = {
  readonly caseId: string
  readonly people: readonly NamedPerson[]
  readonly part: DetentionPart
  readonly hrefs: { readonly detention: string; readonly deadlines: string }
  readonly canEdit: boolean
  readonly savedId: string | null
  readonly today: Day
  readonly locale: string
  /** What the reference data says of the words of the form, and of centres: of these, or of all. */
  readonly help: ReactNode
  readonly about: (placeIds: readonly string[] | null) => ReactNode
}
export type EpisodeProps = PageProps & { readonly episode: EpisodeView }
export type DrawingProps = {
  readonly drawing: Drawing
  readonly stays: readonly EpisodeStay[]
  readonly finding: string
}
