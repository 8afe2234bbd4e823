import type { AgeBasis, AgeClaim } from '@/lib/people/age.rules'
import { NAME_KINDS, type NameKind } from '@/lib/people/name.rules'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** What is said of a minor, side by side by who says it: on the sheet no version wins over another. */

export const REPORT_COLUMNS = vocabulary('guardianship.report-columns', [
  'said',
  'document',
  'authority',
  'found',
])
export type ReportColumn = CodeOf<typeof REPORT_COLUMNS>

const NAMES: Readonly<Record<NameKind, ReportColumn>> = {
  as_said: 'said',
  other_script: 'said',
  alias: 'said',
  document_spelling: 'document',
  authority_spelling: 'authority',
}
const AGES: Readonly<Record<AgeBasis, ReportColumn>> = {
  said: 'said',
  document: 'document',
  authority: 'authority',
  test: 'found',
  estimate: 'found',
}

type Claimed<C> = {
  readonly names: readonly { readonly kind: string; readonly text: string }[]
  readonly ageClaims: readonly C[]
}
type Versions<T> = Readonly<Record<ReportColumn, readonly T[]>>

const columns = <T>(of: (column: ReportColumn) => readonly T[]): Versions<T> => ({
  said: of('said'),
  document: of('document'),
  authority: of('authority'),
  found: of('found'),
})

/** Names and ages in the column of who says them. That no age came back is an answer of the minor and stands in none. */
export const toVersions = <C extends Pick<AgeClaim, 'basis'>>({ names, ageClaims }: Claimed<C>) => ({
  names: columns((column) =>
    names.filter(({ kind }) => NAMES[NAME_KINDS.read(kind)] === column).map(({ text }) => text),
  ),
  ages: columns((column) =>
    ageClaims.filter(({ basis }) => basis !== 'not_known' && basis !== 'declined' && AGES[basis] === column),
  ),
})
