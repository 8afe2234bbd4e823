import type { Messages } from '@/lib/i18n/catalogue'

type Errors = Messages['errors']

const WORDS: Readonly<Record<string, () => Promise<{ readonly default: Errors }>>> = {
  en: () => import('../../messages/en/errors.json'),
  fr: () => import('../../messages/fr/errors.json'),
  nl: () => import('../../messages/nl/errors.json'),
  de: () => import('../../messages/de/errors.json'),
}

// The words of every error, by language, as forms brought them; the pages carry those of the frame alone (lib/i18n/messages.ts).
const brought = new Map<string, Errors>()
const asked = new Set<string>()
const listeners = new Set<() => void>()

export const listenToErrors = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
export const findErrors = (locale: string): Errors | null => brought.get(locale) ?? null

/** Once for each language. Where no network brings them, the next form asks again. */
export const bringErrors = async (locale: string): Promise<void> => {
  if (asked.has(locale)) return
  asked.add(locale)
  try {
    const found = await WORDS[locale]?.()
    if (found !== undefined) brought.set(locale, found.default)
    for (const listener of listeners) listener()
  } catch {
    asked.delete(locale)
  }
}
