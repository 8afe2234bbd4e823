/** From numbers of people in each part of a system to people of the whole one (reduce.rules). */
import type { Part } from './part.rules'

/** So many people who are alike in what stays with someone: of each part the cell. */
export type Group = { cells: readonly number[]; mass: number }
const nothing = 1e-9

/** Of a solver whole numbers are never quite whole; put together as they are, they would end beside each other. */
export function asWhole(found: Float64Array): Float64Array {
  const whole = found.map(Math.round)
  return found.every((one, i) => Math.abs(one - (whole[i] ?? 0)) < 1e-6) ? whole : found
}

/** People of each part's cells, equally many in all parts, as people of the cells of all: the first of one with the first of the other. */
export function couple(parts: readonly (readonly number[])[]): Group[] {
  return parts.reduce<Group[]>((groups, own, turn) => {
    if (turn === 0) return own.flatMap((mass, cell) => (mass > nothing ? [{ cells: [cell], mass }] : []))
    const rest = [...own]
    let cell = 0
    return groups.flatMap((group) => {
      const out: Group[] = []
      let open = group.mass
      while (open > nothing && cell < rest.length) {
        const mass = Math.min(open, rest[cell] ?? 0)
        if (mass > nothing) out.push({ cells: [...group.cells, cell], mass })
        open -= mass
        rest[cell] = (rest[cell] ?? 0) - mass
        if ((rest[cell] ?? 0) <= nothing) cell += 1
      }
      return out
    })
  }, [])
}

/** Of one group of a snapshot: the cells of a part that it is counted in, as many in each as there is room for. */
export function split(
  group: { cells: readonly number[]; place: number; mass: number },
  part: Part,
  stable: number,
  rest: number[],
): { cells: readonly number[]; place: number; mass: number }[] {
  const out = []
  let open = group.mass
  for (const [cell, one] of part.cells.entries()) {
    if (one.stable !== stable || open <= nothing) continue
    const mass = Math.min(open, rest[cell] ?? 0)
    if (mass <= nothing) continue
    rest[cell] = (rest[cell] ?? 0) - mass
    open -= mass
    out.push({ ...group, place: group.place + one.place, mass })
  }
  return out
}
