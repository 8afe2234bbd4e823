import { FACTS_CACHE, factsKey, type KeptEntry, SHELL_KEY } from '@/lib/countries/offline/kept.rules'
import { isListOf, isObject, isOneOf, isText } from '@/lib/shared/shape'

const canKeep = (): boolean => 'serviceWorker' in navigator && 'caches' in window

const VERSION = 'x-version'
const isBrought = isObject({
  version: isText,
  kept: isText,
  shell: isObject({ html: isText, policy: isText }),
})

/** Puts page and facts of a country on this device, if it has not got them. What cannot be kept is read from the server as ever. */
export const keepFacts = async (country: string, language: string): Promise<void> => {
  if (!canKeep()) return
  const key = factsKey(country)
  const have = (await caches.match(key))?.headers.get(VERSION) ?? ''
  const query = new URLSearchParams({ country: country.toLowerCase(), language, have })
  const answer = await fetch(`/api/countries/offline?${query}`)
  if (!answer.ok) return
  const brought: unknown = await answer.json()
  // It has what there is.
  if (!isBrought(brought)) return
  const { shell, kept, version } = brought
  const cache = await caches.open(FACTS_CACHE)
  await cache.put(
    key,
    new Response(kept, { headers: { 'content-type': 'application/json', [VERSION]: version } }),
  )
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': shell.policy }
  await cache.put(SHELL_KEY, new Response(shell.html, { headers }))
}

const texts = isObject({ en: isText, fr: isText, nl: isText, de: isText })
const cites = isListOf(isText)
const isKept = isObject({
  entries: isListOf(
    isObject({
      kind: isOneOf('fact', 'law', 'body'),
      path: isText,
      name: texts,
      line: texts,
      words: isText,
      cite: isObject({ en: cites, fr: cites, nl: cites, de: cites }),
    }),
  ),
})

/** What lies here of a country, brought first where there is a network; null when it never was. */
export const readKeptFacts = async (
  country: string,
  language: string,
): Promise<readonly KeptEntry[] | null> => {
  await keepFacts(country, language).catch(() => undefined)
  const kept: unknown = await (await caches.match(factsKey(country)))?.json()
  return isKept(kept) ? kept.entries : null
}

/** Takes it off this device again: anyone who signs out or hides a page leaves nothing of the application behind. */
export const forgetFacts = async (): Promise<void> => {
  if (canKeep()) await caches.delete(FACTS_CACHE)
}
