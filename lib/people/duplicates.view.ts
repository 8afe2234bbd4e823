import type { Comparison } from './compare.data'
import type { DuplicatesData } from './duplicates.data'

type Filed = { readonly files: readonly { readonly id: string }[] }
const toListed = (sides: readonly Filed[], more: readonly string[] = []) => ({
  event: 'case.listed' as const,
  caseIds: [...new Set([...sides.flatMap(({ files }) => files.map(({ id }) => id)), ...more])],
  more: false,
})

/** Whose files were shown, for the audit log. */
export const toShown = ({ pairs, hints, keptTwo }: DuplicatesData) =>
  toListed(
    [...pairs, ...keptTwo].flatMap(({ one, other }) => [one, other]),
    hints.map(({ caseId }) => caseId),
  )
export const toCompared = ({ one, other }: Comparison) => toListed([one, other])
