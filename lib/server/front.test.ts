import http from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { metrics } from '@/lib/runtime/metrics'
import { requestId } from '@/lib/runtime/request'
import { LIMITS } from './admission.rules'
import { standInFront } from './front'

let isAway = false
/** Requests that are being served, in the order they came. */
let served: http.ServerResponse[] = []
let arrived = (): void => undefined
/** The number of each request, as the handler knows it. */
let numbers: (string | undefined)[] = []
const server = http.createServer((_, response) => {
  numbers.push(requestId())
  served.push(response)
  arrived()
})
let base = ''

// Other tests of this process have servers too.
const { emit } = http.Server.prototype
beforeAll(async () => {
  standInFront({
    isAway: () => isAway,
    reasons: () => (isAway ? ['database'] : []),
    routeOf: () => '/cases/[code]',
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  base = `http://127.0.0.1:${address.port}`
})
afterAll(async () => {
  http.Server.prototype.emit = emit
  await new Promise((resolve) => server.close(resolve))
})
beforeEach(() => {
  isAway = false
  served = []
})

const html = { accept: 'text/html,application/xhtml+xml' }
const ask = (path: string, init: RequestInit = {}) => fetch(`${base}${path}`, { headers: html, ...init })
/** Resolves when so many requests are being served. */
const untilServed = (count: number): Promise<void> =>
  new Promise((resolve) => {
    arrived = () => (served.length >= count ? resolve() : undefined)
    arrived()
  })

describe('while the database is away', () => {
  it('a page is one in four languages that says what to do and loads itself again', async () => {
    isAway = true
    const answer = await ask('/cases/A-1')
    expect(answer.status).toBe(503)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(3)
    expect(answer.headers.get('x-accompany')).toBe('away')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const text = await answer.text()
    for (const lang of ['en', 'fr', 'nl', 'de']) expect(text).toContain(`<section lang="${lang}">`)
    expect(answer.headers.get('refresh')).toMatch(/^[3-8]$/)
    // An element that reloads the page is refused by axe; a press does the same at once.
    expect(text).not.toContain('http-equiv')
    expect(text.match(/<a href="">/g)).toHaveLength(4)
    expect(text).not.toContain('<script')
    expect(served).toEqual([])
  })

  it('a save gets no page, and the server says that it lives and what is missing', async () => {
    isAway = true
    const save = await ask('/cases/A-1', { method: 'POST', body: '[]' })
    expect([save.status, await save.text(), save.headers.get('refresh')]).toEqual([503, 'away', null])
    expect((await ask('/api/live')).status).toBe(200)
    const ready = await ask('/api/ready')
    expect([ready.status, await ready.json()]).toEqual([503, { ready: false, because: ['database'] }])
    isAway = false
    expect((await ask('/api/ready')).status).toBe(200)
  })

  it('the page that hides another one, and files of the build, are served', async () => {
    isAway = true
    const answers = [ask('/calendar'), ask('/_next/static/chunks/a.js')]
    await untilServed(2)
    for (const response of served) response.end('served')
    for (const answer of await Promise.all(answers)) expect(answer.status).toBe(200)
  })
})

it('a request has a number that its answer bears, and is counted by the template of its address', async () => {
  numbers = []
  const answers = [ask('/cases/K-1234'), ask('/cases/K-9999')]
  await untilServed(2)
  for (const response of served) response.end('served')
  const given = (await Promise.all(answers)).map(({ headers }) => headers.get('x-request-id'))
  expect(new Set(given).size).toBe(2)
  expect(numbers.toSorted()).toEqual(given.toSorted())
  for (const number of given) expect(number).toMatch(/^[0-9a-f]{16}$/)
  const text = await metrics().registry.metrics()
  expect(text).toContain('route="/cases/[code]",method="GET",status="2xx"')
  expect(text).not.toMatch(/K-1234|K-9999/)
})

describe('more than can be served', () => {
  const { places, room } = LIMITS.page

  it('waits as far as there is room, the rest is asked to come again, and all that waited are served', async () => {
    const extra = 25
    numbers = []
    const answers = Array.from({ length: places + room + extra }, () => ask('/cases'))
    const refused: Response[] = []
    await new Promise<void>((resolve) => {
      for (const answer of answers)
        void answer.then((one) => {
          if (one.status !== 503) return
          refused.push(one)
          if (refused.length === extra) resolve()
        })
    })
    expect(served).toHaveLength(places)
    for (const one of refused) {
      expect(one.headers.get('x-accompany')).toBe('busy')
      expect(Number(one.headers.get('retry-after'))).toBeGreaterThanOrEqual(3)
      expect(await one.text()).toContain('<section lang="nl">')
    }
    // Reading that is too much keeps no one from saving, nor anyone from asking how the server is.
    const save = ask('/cases', { method: 'POST', body: '[]' })
    await untilServed(places + 1)
    served.pop()?.end('saved')
    expect((await save).status).toBe(200)
    expect((await ask('/api/ready')).status).toBe(200)

    for (let count = places; count <= places + room; count += 1) {
      await untilServed(Math.min(count, places + room))
      served[count - places]?.end('served')
    }
    for (const response of served) if (!response.writableEnded) response.end('served')
    const well = [await save, ...(await Promise.all(answers))].filter(({ status }) => status === 200)
    expect(well).toHaveLength(places + room + 1)
    // Each is itself, though another one let it in.
    expect(numbers.toSorted()).toEqual(well.map(({ headers }) => headers.get('x-request-id')).toSorted())
    const after = ask('/cases')
    await untilServed(places + room + 1)
    served.at(-1)?.end('served')
    expect((await after).status).toBe(200)
  })

  it('a person who leaves gives the place back', async () => {
    const gone = new AbortController()
    const left = Array.from({ length: places }, () =>
      ask('/cases', { signal: gone.signal }).catch(() => null),
    )
    await untilServed(places)
    const waits = ask('/cases')
    gone.abort()
    await Promise.all(left)
    await untilServed(places + 1)
    served.at(-1)?.end('served')
    expect((await waits).status).toBe(200)
  })
})

describe('a body', () => {
  const send = (path: string, body: BodyInit, more: RequestInit = {}) =>
    ask(path, { method: 'POST', body, ...more })

  it('that is longer than any form is refused before it is read, one of papers is left to its handler', async () => {
    const long = 'x'.repeat(2 ** 21 + 1)
    expect((await send('/api/drafts', long)).status).toBe(413)
    expect(served).toEqual([])
    const papers = send('/api/attachments', long)
    await untilServed(1)
    served[0]?.end()
    expect((await papers).status).toBe(200)
  })

  it.each(['/api/drafts', '/api/auth/callback/password', '/cases/A-1', '/api/attachments'])(
    'without a length is refused at %s',
    async (path) => {
      const status = await new Promise((resolve, reject) => {
        const request = http.request(`${base}${path}`, { method: 'POST' }, (answer) => {
          resolve(answer.statusCode)
          request.destroy()
        })
        request.once('error', reject)
        // Headers leave with the first piece; no length was said, and the end never comes.
        request.write('x')
      })
      expect(status).toBe(411)
      expect(served).toEqual([])
    },
  )
})
