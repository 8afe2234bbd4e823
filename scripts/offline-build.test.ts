import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildOffline } from './offline-build.mjs'

// What works without a network, as it is built: how much comes before the form of a visit can be used, and what the worker may write.

/** In bytes, gzipped: an empty page of Next and 60 kB (docs/adr/0157). */
const BUDGET = 195_000

describe('what is kept on a phone', () => {
  let built: Awaited<ReturnType<typeof buildOffline>>
  beforeAll(async () => {
    built = await buildOffline(process.cwd())
  }, 60_000)

  it('weighs little enough to be there at once', () => {
    expect(built.first.length).toBeGreaterThan(10)
    const weight = built.first.reduce((sum, file) => sum + gzipSync(built.files.get(file) ?? '').length, 0)
    expect(weight).toBeGreaterThan(60_000)
    expect(weight).toBeLessThanOrEqual(BUDGET)
  })

  it('is a list of files of ours, and nothing else is written into a cache', () => {
    const worker = String(built.files.get('/worker.js'))
    const files = [...worker.matchAll(/"(\/[^"]*\.(?:js|css|woff2|svg))"/g)].map(([, file = '']) => file)
    expect(files.length).toBeGreaterThan(20)
    expect(files.filter((file) => !built.files.has(file))).toEqual(['/calendar.svg'])
    // One call writes, with the list that was compiled in; no answer is cloned or put.
    for (const text of [worker, readFileSync('lib/offline/worker.ts', 'utf8')]) {
      expect(text.match(/\.addAll\(/g)).toHaveLength(1)
      expect(text).not.toMatch(/\.put\(|\.add\(|\.clone\(/)
    }
  })

  it('runs no script that stands in the page, and has no word of the application in it', () => {
    const page = String(built.files.get('/offline/page.html'))
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(page).not.toMatch(/<style|\son\w+=|style=|Accompany/)
  })
})
