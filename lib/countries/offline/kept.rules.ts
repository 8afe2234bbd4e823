// What a device keeps of a country to be read without a network: facts, laws and bodies in four languages, and a page of its own.

import type { Locale } from '@/lib/i18n/locales'
import type { Day } from '@/lib/shared/dates'
import { fold, type Texts } from '../fact.rules'

/** The cache of what a page of a country puts aside; the worker (lib/offline/worker.ts) shows it where no network answers. */
export const FACTS_CACHE = 'country-facts'
/** Under which addresses page and facts lie in the cache; the application itself has nothing there. */
export const SHELL_KEY = '/countries/kept'
export const factsKey = (country: string): string => `/countries/${country.toLowerCase()}/kept.json`

export type KeptEntry = {
  readonly kind: 'fact' | 'law' | 'body'
  readonly path: string
  readonly name: Texts
  /** What stands beneath the name: a figure with its year and source, a date, what someone does. */
  readonly line: Texts
  /** Every word it is found by, in all languages, without case and accents. */
  readonly words: string
  /** What to copy, in each language: short, as a sentence and in full; in full only for a law; nothing for a body. */
  readonly cite: Readonly<Record<Locale, readonly string[]>>
}

export type KeptWords = {
  readonly title: string
  readonly lead: string
  readonly search: string
  readonly hint: string
  readonly none: string
  readonly again: string
  readonly copied: string
  readonly refused: string
  readonly language: string
  readonly copy: readonly [short: string, sentence: string, full: string]
  readonly kinds: Readonly<Record<KeptEntry['kind'], string>>
}

export type OfflineFacts = {
  readonly version: string
  readonly country: string
  readonly language: Locale
  readonly keptOn: Day
  readonly names: Readonly<Record<Locale, string>>
  readonly words: Readonly<Record<Locale, KeptWords>>
  readonly entries: readonly KeptEntry[]
}

/** Entries that hold every word looked for, in their order. */
export const foundEntries = (entries: readonly KeptEntry[], typed: string): readonly KeptEntry[] => {
  const words = fold(typed).split(/\s+/).filter(Boolean)
  return entries.filter((entry) => words.every((word) => entry.words.includes(word)))
}
