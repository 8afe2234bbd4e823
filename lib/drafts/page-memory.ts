import type { DraftContent } from './draft-content'

export type PageMemory = {
  readonly put: (form: string, tab: string, content: DraftContent) => void
  readonly list: (form: string) => readonly (DraftContent & { readonly tab: string })[]
  readonly remove: (form: string, tab: string) => void
  readonly count: () => number
  /** Someone else is signed in now. */
  readonly forget: () => void
  readonly listen: (told: () => void) => () => void
}

/**
 * Texts that neither the device nor the server took (storage full or refused, no key): they live as long as this page's
 * memory does, through every change of page inside the application.
 */
export const createPageMemory = (): PageMemory => {
  const texts = new Map<string, Map<string, DraftContent>>()
  const listeners = new Set<() => void>()
  const tell = (): void => {
    for (const listen of listeners) listen()
  }
  return {
    put: (form, tab, content) => {
      const of = texts.get(form) ?? new Map<string, DraftContent>()
      texts.set(form, of.set(tab, content))
      tell()
    },
    list: (form) => [...(texts.get(form) ?? [])].map(([tab, content]) => ({ ...content, tab })),
    remove: (form, tab) => {
      const of = texts.get(form)
      if (!of?.delete(tab)) return
      if (of.size === 0) texts.delete(form)
      tell()
    },
    count: () => [...texts.values()].reduce((sum, of) => sum + of.size, 0),
    forget: () => {
      texts.clear()
      tell()
    },
    listen: (told) => {
      listeners.add(told)
      return () => listeners.delete(told)
    },
  }
}

/** This page's own. The browser asks before it throws away what lies in it. */
export const pageMemory = createPageMemory()

const hold = (event: BeforeUnloadEvent): void => event.preventDefault()
pageMemory.listen(() => {
  if (typeof window === 'undefined') return
  window.removeEventListener('beforeunload', hold)
  if (pageMemory.count() > 0) window.addEventListener('beforeunload', hold)
})
