import { type InFile, toKey } from './plan.rules'

/** So many of a centre are named before it is opened. */
const NAMED = 3

type Staying = InFile & { readonly placeId: string; readonly reasons: readonly unknown[] }

/** Who is shown of a centre: those with a reason, the most urgent first, then everyone else; of one that is not open the first ones. */
export const toSeen = <P extends Staying>(people: readonly P[], placeId: string, isOpen: boolean) => {
  const there = people.filter((person) => person.placeId === placeId)
  const suggested = there.filter(({ reasons }) => reasons.length > 0)
  const others = there.filter(({ reasons }) => reasons.length === 0)
  return {
    there,
    suggested: isOpen ? suggested : suggested.slice(0, NAMED),
    others: isOpen ? others : [],
    toSee: suggested.length,
    suggestedKeys: suggested.map(toKey),
    otherCount: others.length,
  }
}

/** Everyone who is shown in a week: of the centre that is open all, of the others the first ones. */
export const toAllSeen = <P extends Staying>(
  people: readonly P[],
  places: readonly { readonly id: string; readonly slug: string }[],
  open: string | null,
): P[] =>
  places.flatMap(({ id, slug }) => {
    const { suggested, others } = toSeen(people, id, slug === open)
    return [...suggested, ...others]
  })
