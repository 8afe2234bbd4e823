/** One line of the result: what was measured, what it is held against, and whether it holds. */
export type Line = {
  readonly what: string
  /** Ours and theirs, in words with their units. */
  readonly ours: string
  readonly theirs: string
  readonly measured: string
  readonly aim: string
  readonly isHit: boolean
  readonly note?: string
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`
export const times = (value: number): string => `${value.toFixed(2)} ×`

/** A line that is judged by a ratio. */
export const ratioLine = (
  what: string,
  { ours, theirs, most, note }: { ours: number; theirs: number; most: number; note?: string },
): Line => ({
  what,
  ours: ms(ours),
  theirs: ms(theirs),
  measured: times(ours / theirs),
  aim: `≤ ${most} ×`,
  isHit: ours / theirs <= most,
  ...(note === undefined ? {} : { note }),
})
