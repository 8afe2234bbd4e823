import type { Locale } from '@/lib/i18n/locales'

/** What the pages without a network say, one file for each language. */
export const words = {
  en: () => import('./words-en'),
  fr: () => import('./words-fr'),
  nl: () => import('./words-nl'),
  de: () => import('./words-de'),
} as const satisfies Record<Locale, () => Promise<{ readonly words: object }>>
