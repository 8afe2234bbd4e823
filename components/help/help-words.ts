import type { Locale } from '@/lib/i18n/locales'

const WORDS = {
  en: async () => ({ help: (await import('../../messages/en/help.json')).default }),
  fr: async () => ({ help: (await import('../../messages/fr/help.json')).default }),
  nl: async () => ({ help: (await import('../../messages/nl/help.json')).default }),
  de: async () => ({ help: (await import('../../messages/de/help.json')).default }),
} as const

/** What the panel of help says, brought with it: no page carries it. */
export const bringHelp = (locale: Locale) => WORDS[locale]()
