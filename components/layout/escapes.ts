/** How many times Escape hides the page, and how quickly they must follow each other. */
const TIMES = 3
const WITHIN_MS = 1500

/** The presses that still count, with the one that came now. */
export const pressed = (earlier: readonly number[], at: number): readonly number[] =>
  [...earlier.filter((one) => at - one <= WITHIN_MS), at].slice(-TIMES)

export const isEnough = (presses: readonly number[]): boolean => presses.length >= TIMES
