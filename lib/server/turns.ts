import 'server-only'

/**
 * Lets `atOnce` in at the same time; `mostWaiting` more wait in the order in which they came, and everyone else is told so at once,
 * as null.
 */
export const makeTurns = (atOnce: number, mostWaiting: number) => {
  let inside = 0
  const waiting: (() => void)[] = []
  return async <T>(run: () => Promise<T>): Promise<T | null> => {
    if (inside === atOnce) {
      if (waiting.length >= mostWaiting) return null
      // Anyone who leaves hands over the place, so no one slips in between.
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else inside += 1
    try {
      return await run()
    } finally {
      const next = waiting.shift()
      if (next === undefined) inside -= 1
      else next()
    }
  }
}
