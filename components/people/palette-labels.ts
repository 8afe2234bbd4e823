import type { Locale } from '@/lib/i18n/locales'

const WORDS = {
  en: async () => ({
    find: (await import('../../messages/en/find.json')).default,
    menu: (await import('../../messages/en/menu.json')).default,
    palette: (await import('../../messages/en/palette.json')).default,
  }),
  fr: async () => ({
    find: (await import('../../messages/fr/find.json')).default,
    menu: (await import('../../messages/fr/menu.json')).default,
    palette: (await import('../../messages/fr/palette.json')).default,
  }),
  nl: async () => ({
    find: (await import('../../messages/nl/find.json')).default,
    menu: (await import('../../messages/nl/menu.json')).default,
    palette: (await import('../../messages/nl/palette.json')).default,
  }),
  de: async () => ({
    find: (await import('../../messages/de/find.json')).default,
    menu: (await import('../../messages/de/menu.json')).default,
    palette: (await import('../../messages/de/palette.json')).default,
  }),
} as const

/** What the palette says, brought with it: no page carries words that are needed once in a while. A test holds the list complete. */
export const bringLabels = (locale: Locale) => WORDS[locale]()
