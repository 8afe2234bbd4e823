/** The chance that one of `a` takes longer than one of `b`: a half when time tells nothing. */
export const chanceLonger = (a: readonly number[], b: readonly number[]): number => {
  let longer = 0
  for (const x of a) for (const y of b) longer += x > y ? 1 : x === y ? 0.5 : 0
  return longer / (a.length * b.length)
}

/** In drawn order: what else the machine does falls on all of them alike. */
export const shuffle = <T>(list: readonly T[]): T[] =>
  list
    .map((one) => ({ one, at: Math.random() }))
    .sort((x, y) => x.at - y.at)
    .map(({ one }) => one)
