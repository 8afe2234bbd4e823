/** What of a table is drawn, and shares of printed numbers: both from what is printed and nothing else. */

type Printed = { value: number | null }
type Row = { key: string; label: string; isTotal: boolean; cells: readonly Printed[] }
export type Bar = { key: string; label: string; value: number }

/**
 * Every printed row by its last column, which is the total of a crossed table; the largest first, of equals in the order of the
 * table. A cut would show one of two equal rows and not the other.
 */
export function toBars(rows: readonly Row[]): { bars: readonly Bar[]; largest: number; withheld: number } {
  const parts = rows.filter((row) => !row.isTotal)
  const printed = parts.flatMap(({ key, label, cells }) => {
    const value = cells.at(-1)?.value ?? null
    return value === null ? [] : [{ key, label, value }]
  })
  const bars = [...printed].sort((a, b) => b.value - a.value)
  return { bars, largest: bars[0]?.value ?? 1, withheld: parts.length - printed.length }
}

/** Of fewer people a share would name single ones. */
export const smallestWhole = 50

/**
 * Whole per cent of a printed part in a printed whole, or null. Rounding may put a part above its whole; no one is told
 * more than a hundred.
 */
export function toPercent(part: number | null, whole: number | null): number | null {
  if (part === null || whole === null || whole < smallestWhole) return null
  return Math.min(100, Math.round((100 * part) / whole))
}

export type Change = 'more' | 'fewer' | 'alike'

/** What two rounded numbers allow to be said: they differ only when their intervals do not meet. */
export function compareRounded(now: number | null, before: number | null, base: number): Change | null {
  if (now === null || before === null) return null
  if (Math.abs(now - before) <= 2 * (base - 1)) return 'alike'
  return now > before ? 'more' : 'fewer'
}
