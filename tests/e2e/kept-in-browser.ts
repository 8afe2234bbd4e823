import { expect, type Page } from '@playwright/test'

/** Every answer that lies in any cache of the browser. */
export const readCaches = (page: Page) =>
  page.evaluate(async () => {
    const found: { readonly path: string; readonly text: string }[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const { pathname, search } = new URL(request.url)
        found.push({ path: pathname + search, text: (await (await cache.match(request))?.text()) ?? '' })
      }
    }
    return found
  })

/** Files of our own pages without a network, and the facts of a country with the page that shows them. */
const OURS = /^\/(offline(\/[\w./-]+)?|calendar\.svg|countries\/kept|countries\/[a-z]{2}\/kept\.json)$/

/**
 * No page of the server lies in any cache, nor anything about a person: asked after every test by the fixtures, and of every prepared phone
 * before it is put away.
 * @param names of colleagues and codes of files, which stand on every page that is about someone
 */
export const expectNothingOfServerKept = async (page: Page, names: readonly string[] = []): Promise<void> => {
  const kept = await readCaches(page)
  expect.soft(kept.map(({ path }) => path).filter((path) => !OURS.test(path))).toEqual([])
  const whole = kept.map(({ text }) => text).join('\n')
  expect.soft(names.filter((name) => whole.includes(name))).toEqual([])
}
