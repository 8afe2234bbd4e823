import type { Cells } from './cells'

const STALE = 600_000

export type Clock = {
  /** The latest moment that can be: a clock that is set back takes nothing of it away. */
  readonly time: () => number
  /** The server has said what time it is: from here on that is what was known. */
  readonly told: (now: number) => Promise<void>
  readonly isStale: () => boolean
  readonly keep: () => Promise<void>
}

export const createClock = (
  cells: Pick<Cells, 'head' | 'setHead'>,
  { now, elapsed }: { readonly now: () => number; readonly elapsed: () => number },
): Clock => {
  let floor = cells.head().highest
  let mark = elapsed()
  let toldAt: number | null = null
  const time = (): number => Math.max(now() + cells.head().skew, floor + elapsed() - mark)
  return {
    time,
    told: async (at) => {
      await cells.setHead({ skew: at - now(), highest: at })
      floor = at
      mark = elapsed()
      toldAt = mark
    },
    isStale: () => toldAt === null || elapsed() - toldAt > STALE,
    keep: () => cells.setHead({ highest: time() }),
  }
}
