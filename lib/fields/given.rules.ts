import type { Answer, FIELD_WITHDRAWN } from './field.rules'
import type { FieldOwner } from './owner.rules'

/** Whose answers they are: the id of a file, a person, a conversation or a visit. */
export type Whose = { readonly owner: FieldOwner; readonly id: string }

export type WithdrawnBecause = ReturnType<typeof FIELD_WITHDRAWN.read>
/** One answer as it was given, whether it stands or not. */
export type Given = {
  readonly id: string
  readonly fieldId: string
  readonly edition: number
  readonly answer: Answer
  /** It was encrypted as a whole and does not open; the text says so. */
  readonly isDamaged: boolean
  readonly at: Date
  /** null of a person: who said it stands in the audit log of the file in which it was said, and nowhere else. */
  readonly by: string | null
  readonly whose: Whose
  readonly circleCaseId: string | null
  readonly withdrawn: { readonly at: Date; readonly because: WithdrawnBecause } | null
}

export const isOf =
  ({ owner, id }: Whose) =>
  ({ whose }: Given): boolean =>
    whose.owner === owner && whose.id === id

/**
 * The answers that stood at a moment (in milliseconds), by field; two where two people became one. Within a circle its own answer comes before the one that
 * everyone reads.
 */
export const currentAnswers = (
  given: readonly Given[],
  whose: Whose,
  at: number | null = null,
): ReadonlyMap<string, readonly Given[]> => {
  const byField = new Map<string, Given[]>()
  for (const one of given.filter(isOf(whose))) {
    const stands =
      at === null
        ? one.withdrawn === null
        : one.at.getTime() <= at && (one.withdrawn === null || one.withdrawn.at.getTime() > at)
    if (stands) byField.set(one.fieldId, [...(byField.get(one.fieldId) ?? []), one])
  }
  return new Map(
    [...byField].map(([fieldId, all]) => {
      const within = all.filter(({ circleCaseId }) => circleCaseId !== null)
      return [fieldId, within.length > 0 ? within : all]
    }),
  )
}

/** When the answers last changed, in milliseconds; 0 where nothing was answered. */
export const versionOfAnswers = (given: readonly Given[], whose: Whose): number =>
  Math.max(0, ...given.filter(isOf(whose)).map(({ at, withdrawn }) => (withdrawn?.at ?? at).getTime()))
