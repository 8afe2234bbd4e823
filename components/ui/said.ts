'use client'
/**
 * What happened a moment ago, in one line, and how to take it back; where that is not done at once, the way to where it is (`go`). Names no
 * person: it stays while one goes on to another page.
 */
export type Said = {
  readonly words: string
  readonly go?: { readonly href: string; readonly words: string }
  /** @returns whether it is undone */
  readonly undo?: () => Promise<boolean>
}

/** Of one window: it outlives the page that said it, and no reload. */
let now: Said | null = null
const listeners = new Set<() => void>()

/** Says what happened, in the one place where every page says it (components/layout/said-line). */
export const say = (said: Said | null): void => {
  now = said
  for (const tell of listeners) tell()
}
export const heardNow = (): Said | null => now
export const hear = (tell: () => void): (() => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
