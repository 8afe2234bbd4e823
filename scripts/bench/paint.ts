// How soon a page of a country has something to read, in a browser that has nothing of it yet: PerformancePaintTiming, unthrottled.
import { type Browser, chromium } from '@playwright/test'
import { PLAIN_SESSION_COOKIE } from '@/lib/shared/cookie.rules'
import { getChromium } from '../chromium.mjs'
import { type Line, ms } from './line'
import { median } from './measure'
import { cookieOf } from './organisation'
import type { Server } from './servers'

const START = '/countries/be'
const MOST = 1000
/** The slowest of the first round are asked for again: one late answer of a busy machine is no slow page. */
const AGAIN = 12
const TIMES = 4

/** Every page of the country that its own links lead to (a filter of one of them is no other page), each asked for once, which warms the server too. */
const findPages = async (served: Server): Promise<readonly string[]> => {
  const found = [START]
  for (const page of found) {
    const { body } = await served.ask(page, { who: 'worker' })
    for (const [, link = ''] of body.matchAll(/href="(\/countries\/be(?:\/[^"?#]*)?)["#]/g))
      if (!found.includes(link)) found.push(link)
  }
  return found
}

/** @returns milliseconds from the start of the navigation to the first contentful paint */
const paintOf = async (browser: Browser, served: Server, page: string): Promise<number> => {
  const url = `http://localhost:${served.port}`
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  try {
    await context.addCookies([{ name: PLAIN_SESSION_COOKIE, value: cookieOf('worker'), url }])
    const tab = await context.newPage()
    const answer = await tab.goto(url + page)
    if (answer?.status() !== 200 || new URL(tab.url()).pathname !== page)
      throw new Error(`${page} led to ${tab.url()} with ${answer?.status()}`)
    return await tab.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            const [entry] = list.getEntriesByName('first-contentful-paint')
            if (entry !== undefined) resolve(entry.startTime)
          }).observe({ type: 'paint', buffered: true })
        }),
    )
  } finally {
    await context.close()
  }
}

/** The slowest page of the country, in a browser without a cache and an application that has served it before. */
export const measurePaint = async (served: Server): Promise<Line> => {
  const pages = await findPages(served)
  const browser = await chromium.launch({ executablePath: getChromium() })
  try {
    await paintOf(browser, served, START)
    const took = new Map<string, number[]>()
    for (const page of pages) took.set(page, [await paintOf(browser, served, page)])
    const slowest = [...took].toSorted(([, [a = 0]], [, [b = 0]]) => b - a).slice(0, AGAIN)
    for (let time = 0; time < TIMES; time++)
      for (const [page, own] of slowest) own.push(await paintOf(browser, served, page))
    const [[page, own] = ['none', []] as const] = slowest.toSorted(([, a], [, b]) => median(b) - median(a))
    const first = [...took.values()].map(([value = 0]) => value)
    return {
      what: `First contentful paint of the slowest page of the country (${page})`,
      ours: ms(median(own)),
      theirs: '–',
      measured: ms(median(own)),
      aim: `≤ ${MOST.toLocaleString('en')} ms`,
      isHit: median(own) <= MOST,
      note: `${pages.length} pages, Chromium ${browser.version()} without a cache, unthrottled; half of them within ${ms(median(first))}, the latest single paint of the first round ${ms(Math.max(...first))}`,
    }
  } finally {
    await browser.close()
  }
}
