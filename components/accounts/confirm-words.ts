import type { Locale } from '@/lib/i18n/locales'

const WORDS = {
  en: async () => ({ confirm: (await import('../../messages/en/confirm.json')).default }),
  fr: async () => ({ confirm: (await import('../../messages/fr/confirm.json')).default }),
  nl: async () => ({ confirm: (await import('../../messages/nl/confirm.json')).default }),
  de: async () => ({ confirm: (await import('../../messages/de/confirm.json')).default }),
} as const

/** What the question says, brought with it: no page carries it. */
export const bringConfirm = (locale: Locale) => WORDS[locale]()
