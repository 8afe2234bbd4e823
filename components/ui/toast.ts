'use client'
/**
 * What happened a moment ago, in one line, and how to take it back; where that is not done at once, the way to where it is (`go`). Names no
 * person: it stays while one goes on to another page.
 */
export type Toast = {
  readonly words: string
  readonly go?: { readonly href: string; readonly words: string }
  /** @returns whether it is undone, or in words why it is not */
  readonly undo?: () => Promise<boolean | string>
}

/** Of one window: it outlives the page that said it, and no reload. */
let now: Toast | null = null
const listeners = new Set<() => void>()

/** Says what happened, in the one place where every page says it (components/layout/toast-line). */
export const showToast = (toast: Toast | null): void => {
  now = toast
  for (const tell of listeners) tell()
}
export const currentToast = (): Toast | null => now
export const onToast = (tell: () => void): (() => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
