import type { Comparison, Side } from './compare.data'
import type { DuplicatesData } from './duplicates.data'

const toListed = (sides: readonly Side[], more: readonly string[] = []) => ({
  event: 'case.listed' as const,
  caseIds: [...new Set([...sides.flatMap(({ files }) => files.map(({ id }) => id)), ...more])],
  more: false,
})

/** Whose files were shown, for the audit log. */
export const toShown = ({ pairs, hints }: DuplicatesData) =>
  toListed(
    pairs.flatMap(({ one, other }) => [one, other]),
    hints.map(({ caseId }) => caseId),
  )
export const toCompared = ({ one, other }: Comparison) => toListed([one, other])
