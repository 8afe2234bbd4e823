// What the palette offers for what was typed: pages of the application by their names, entries of the country profile by theirs.
import { BEGINNINGS, BEYOND, type PageKey, PLACES } from '@/components/layout/places'
import { foundEntries, type KeptEntry } from '@/lib/countries/offline/kept.rules'
import type { Locale } from '@/lib/i18n/locales'
import { foldName } from '@/lib/people/name.rules'

type Named = { readonly key: PageKey; readonly href: string; readonly name: string }

const ALL: readonly { readonly key: PageKey; readonly href: string }[] = [...BEGINNINGS, ...PLACES, ...BEYOND]
const NEAR = new Set<string>([...BEGINNINGS, ...PLACES].map(({ key }) => key))
const MOST_PAGES = 5
const MOST_ENTRIES = 6

const wordsOf = (text: string): string[] => foldName(text).split(/\s+/).filter(Boolean)
/** Every word that was typed begins one of the text. */
export const beginsWordsOf = (text: string, typed: string): boolean => {
  const words = wordsOf(text)
  return wordsOf(typed).every((one) => words.some((word) => word.startsWith(one)))
}

/**
 * Pages that fit, those called so before those that are only found so; with nothing typed, what can be begun and the menu.
 * @param allowed keys of the pages that the role may open
 * @param say how a page is called, and by which words it is found beside that
 */
export const findPages = (
  allowed: readonly string[],
  typed: string,
  say: (key: PageKey) => { readonly name: string; readonly also: string },
): readonly Named[] => {
  const pages = ALL.filter(({ key }) => allowed.includes(key)).map((page) => ({ ...page, ...say(page.key) }))
  if (wordsOf(typed).length === 0) return pages.filter(({ key }) => NEAR.has(key))
  const called = pages.filter(({ name }) => beginsWordsOf(name, typed))
  const also = pages.filter(
    (page) => !called.includes(page) && beginsWordsOf(`${page.name} ${page.also}`, typed),
  )
  return [...called, ...also].slice(0, MOST_PAGES)
}

/** Entries that hold every word that was typed, those that are called so first. */
export const findEntries = (
  entries: readonly KeptEntry[],
  typed: string,
  locale: Locale,
): readonly KeptEntry[] => {
  if (typed.trim().length < 2) return []
  const found = foundEntries(entries, typed)
  const isCalled = ({ name }: KeptEntry): boolean => beginsWordsOf(name[locale], typed)
  return [...found.filter(isCalled), ...found.filter((one) => !isCalled(one))].slice(0, MOST_ENTRIES)
}
