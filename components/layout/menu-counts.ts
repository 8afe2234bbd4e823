/** What the entries of the menu count, as the last answer said; the bell asks (bell.tsx), the menu draws. */
let counts: Readonly<Record<string, number>> = {}
const listeners = new Set<() => void>()

export const setMenuCounts = (given: Readonly<Record<string, number>>): void => {
  counts = given
  for (const listener of listeners) listener()
}

export const listenToCounts = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const menuCount = (key: string): number => counts[key] ?? 0
