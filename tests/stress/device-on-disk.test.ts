import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findChromium } from '../../scripts/chromium.mjs'
import { findTexts, servePage } from '../support/device/on-disk'
import { createServer, sealingKey } from '../support/device/server'

// The device store in a real browser: what a thief finds who copies the profile, and what opens with the code of its owner.

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'device-on-disk-'))
const server = createServer(() => Date.now())
let served: Awaited<ReturnType<typeof servePage>>
beforeAll(async () => {
  served = await servePage(server)
})
afterAll(() => {
  served.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

const start = async (profile: string): Promise<{ readonly browser: BrowserContext; readonly page: Page }> => {
  const executablePath = findChromium()
  if (executablePath === undefined)
    throw new Error('This test needs a Chromium ("apt-get install chromium").')
  const browser = await chromium.launchPersistentContext(path.join(folder, profile), { executablePath })
  const page = browser.pages()[0] ?? (await browser.newPage())
  await page.goto(served.url)
  await page.waitForFunction(() => document.title === 'ready')
  return { browser, page }
}

/** As it is now, while the browser runs. Its locks and sockets are no files. */
const copy = (profile: string, to: string): void =>
  fs.cpSync(path.join(folder, profile), path.join(folder, to), {
    recursive: true,
    filter: (from) => !/Singleton|LOCK$/.test(from),
  })

const WORDS = ['ne dort pas depuis', 'slaapt niet sinds', 'لا ينام منذ', 'አይተኛም', 'Zürich']
/** Words no one else wrote, in several scripts. */
const canaries = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${WORDS[at % WORDS.length]} ${randomBytes(9).toString('hex')}`)

it('a copied profile shows nothing in clear, and nothing finished or emptied with the right code', async () => {
  const [begun, finished, planned, alone, plain] = [
    canaries(60),
    canaries(60),
    canaries(60),
    canaries(19),
    canaries(1),
  ]
  const all = [...begun, ...finished, ...planned, ...alone]
  const given = {
    device: 'd',
    store: 's',
    token: 'a token of its author',
    key: await sealingKey(),
    locale: 'fr',
    as: 'anna',
  }
  const taken = {
    id: 'plan',
    on: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
    key: given.key,
    planned,
  }

  const { browser, page } = await start('profile')
  const code = await page.evaluate(async (prepared) => {
    const made = window.device.newCode()
    await window.device.prepare(prepared, made)
    return made
  }, given)
  await page.evaluate(
    async ({ one, two, three, along }) => {
      await window.device.saveDraft('begun', 'visit', one)
      // As people type it.
      for (let length = 1; length <= two.length; length += 20)
        await window.device.saveDraft('finished', 'visit', two.slice(0, length))
      await window.device.finish('alone', 'note', three)
      await window.device.takeAlong(along)
    },
    { one: begun, two: finished, three: alone, along: taken },
  )
  // A text of another page of this origin shows that this search finds what a database holds.
  await page.evaluate(
    (text) =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('plain', 1)
        request.onupgradeneeded = () => request.result.createObjectStore('text', { autoIncrement: true })
        request.onsuccess = () => {
          const transaction = request.result.transaction('text', 'readwrite', { durability: 'strict' })
          transaction.objectStore('text').put({ text })
          transaction.oncomplete = () => resolve()
        }
      }),
    plain[0] ?? '',
  )
  copy('profile', 'writing')
  await page.evaluate((text) => window.device.finish('finished', 'visit', text), finished)
  copy('profile', 'finished')
  await page.evaluate(() => window.device.lock())
  copy('profile', 'locked')
  const times = await page.evaluate(async (right) => {
    const begin = performance.now()
    const answer = await window.device.unlock('kakakakakakaka')
    const took = performance.now() - begin
    return {
      kind: answer.kind,
      took,
      second: (await window.device.unlock(right)).kind,
      drafts: (await window.device.drafts()).length,
    }
  }, code)
  expect(times).toMatchObject({ kind: 'wrong', second: 'open', drafts: 1 })
  expect(times.took, 'what a guess costs').toBeGreaterThanOrEqual(150)
  await page.evaluate(() => window.device.empty())
  copy('profile', 'emptied')
  await page.evaluate(() => window.device.send(true))
  await browser.close()
  copy('profile', 'sent')

  for (const moment of ['writing', 'finished', 'locked', 'emptied', 'sent']) {
    expect(findTexts(path.join(folder, moment), plain), `${moment}: the search`).not.toEqual([])
    expect(findTexts(path.join(folder, moment), [...all, given.token, code]), moment).toEqual([])
  }
  // Nothing was lost by it.
  const arrived = await server.insides()
  expect(arrived.find(({ input }) => JSON.stringify(input) === JSON.stringify(finished))?.state).toBe(
    'finished',
  )
  expect(arrived.find(({ input }) => JSON.stringify(input) === JSON.stringify(alone))?.state).toBe('finished')
  expect(arrived.find(({ input }) => JSON.stringify(input) === JSON.stringify(begun))?.state).toBe(
    'unfinished',
  )

  // The worst copy: a database of before, with all it ever held, the cells of now, and the code.
  const read = async (database: string, cells: string): Promise<unknown> => {
    const mixed = `${database} with the cells of ${cells}`
    copy(database, mixed)
    const at = path.join('Default', 'File System')
    fs.rmSync(path.join(folder, mixed, at), { recursive: true })
    fs.cpSync(path.join(folder, cells, at), path.join(folder, mixed, at), { recursive: true })
    const opened = await start(mixed)
    const found = await opened.page.evaluate(async (right) => {
      const { kind } = await window.device.unlock(right)
      const drafts = (await window.device.drafts()).map(({ name }) => name)
      return { kind, drafts: drafts.toSorted(), taken: (await window.device.taken()).length }
    }, code)
    await opened.browser.close()
    return found
  }
  expect(await read('writing', 'writing')).toEqual({ kind: 'open', drafts: ['begun', 'finished'], taken: 1 })
  expect(await read('writing', 'finished')).toEqual({ kind: 'open', drafts: ['begun'], taken: 1 })
  expect(await read('writing', 'emptied')).toEqual({ kind: 'emptied', drafts: [], taken: 0 })
})
