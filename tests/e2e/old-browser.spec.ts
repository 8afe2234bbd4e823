import { once } from 'node:events'
import { expect, type Page, test } from '@playwright/test'
import pg from 'pg'
import { createTranslator } from 'use-intl/core'
import { bindToken } from '../../lib/server/bound-cookie'
import { PLAIN_SESSION_COOKIE } from '../../lib/shared/cookie.rules'
import cases from '../../messages/en/cases.json' with { type: 'json' }
import drafts from '../../messages/en/drafts.json' with { type: 'json' }
import { oldBrowser, oldFacts, oldFile, restoreOld, signInOld } from '../support/old-archive'
import { environment, openCluster, startServer, TEST_SECRET, workerDatabase, workerPort } from './test-server'

const t = createTranslator({ locale: 'en', messages: drafts })

/** Puts what the browser of then held into the IndexedDB of this one, as it lay there. */
const layDown = async (page: Page, url: string): Promise<void> => {
  await page.route(`${url}/empty`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>-</title>' }),
  )
  await page.goto(`${url}/empty`)
  const records = oldBrowser.records.map(({ iv, cipher, ...place }) => ({
    ...place,
    iv: [...iv],
    cipher: [...cipher],
  }))
  await page.evaluate(
    (all) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('accompany', 1)
        request.onupgradeneeded = () =>
          request.result.createObjectStore('draft', { keyPath: ['slot', 'tab'] }).createIndex('slot', 'slot')
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const transaction = request.result.transaction('draft', 'readwrite')
          for (const { slot, tab, iv, cipher } of all)
            transaction
              .objectStore('draft')
              .put({ slot, tab, iv: Uint8Array.from(iv), cipher: Uint8Array.from(cipher).buffer })
          transaction.onabort = () => reject(transaction.error)
          transaction.oncomplete = () => {
            request.result.close()
            resolve()
          }
        }
      }),
    records,
  )
}

test('what a browser of 16c1e1d had not sent arrives once, and its drafts open in their forms', {
  tag: '@sweep',
}, async ({ page, context }) => {
  test.setTimeout(300_000)
  const { cluster } = await openCluster()
  const { urls } = await restoreOld(cluster, workerDatabase(9))
  const db = new pg.Pool({ connectionString: urls.superuser, max: 1 })
  const port = workerPort(7)
  const url = `http://localhost:${port}`
  const env = { ...environment(urls, port), KEY_FILE: oldFile('key-encryption-keys'), DEMO: 'off' }
  const server = await startServer(env, port)
  try {
    const { code } = oldFacts.full
    const count = async (table: 'note' | 'task' | 'receipt'): Promise<number> =>
      Number((await db.query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0]?.n)
    const before = { note: await count('note'), task: await count('task'), receipt: await count('receipt') }
    await layDown(page, url)
    const token = await signInOld((sql, values) => db.query(sql, [...values]), oldFacts.browser.staffId)
    await context.addCookies([{ name: PLAIN_SESSION_COOKIE, value: bindToken(TEST_SECRET, token), url }])
    await page.goto(`${url}/drafts`)
    await expect(page.getByRole('heading', { name: t('sent', { count: 2 }) })).toBeVisible({
      timeout: 60_000,
    })
    await expect(page.getByRole('heading', { name: t('state.drafts', { count: 2 }) })).toBeVisible()
    // The note had never left. The task was there already, and only its answer was missing.
    expect(await count('note')).toBe(before.note + 1)
    expect(await count('task')).toBe(before.task)
    expect(await count('receipt')).toBe(before.receipt + 1)
    await page.goto(`${url}/cases/${code}`)
    await expect(page.getByText(oldFacts.browser.note, { exact: true }).first()).toBeVisible()
    await page.goto(`${url}/cases/${code}/tasks`)
    await expect(page.getByText(oldFacts.browser.task, { exact: true })).toHaveCount(1)

    await page.goto(`${url}/drafts`)
    await page
      .getByRole('article', { name: `${t('kind.note')} · ${code}` })
      .getByRole('button', { name: t('restore') })
      .click()
    await expect(page.getByLabel(cases.write.title)).toHaveValue(oldFacts.browser.drafts[0] ?? '')
  } finally {
    server.kill('SIGTERM')
    await once(server, 'exit')
    await db.end()
    await cluster.release()
  }
})
