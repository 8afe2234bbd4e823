import http from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { listenForMetrics, toMetricsPlace } from './metrics-listener'

let open: http.Server[] = []
afterEach(async () => {
  for (const server of open) await new Promise((resolve) => server.close(resolve))
  open = []
})
const listen = async (token: string | undefined): Promise<string> => {
  const server = listenForMetrics({ host: '127.0.0.1', port: 0, token })
  open.push(server)
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port}`
}
/** Its status, and what it says. */
const ask = (url: string, headers: http.OutgoingHttpHeaders = {}): Promise<[number | undefined, string]> =>
  new Promise((resolve, reject) => {
    http
      .get(url, { headers, agent: false }, (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part
        })
        response.once('end', () => resolve([response.statusCode, text]))
      })
      .once('error', reject)
  })

it('answers with the metrics of the process, and with nothing else', async () => {
  const url = await listen(undefined)
  const [status, text] = await ask(`${url}/metrics`)
  expect(status).toBe(200)
  expect(text).toContain('accompany_build_info{version="')
  expect(text).toContain('nodejs_eventloop_lag_seconds')
  expect(await ask(`${url}/`)).toEqual([404, ''])
})

it('with a token only a bearer of it is answered', async () => {
  const token = 'x'.repeat(32)
  const url = `${await listen(token)}/metrics`
  expect(await ask(url)).toEqual([401, ''])
  for (const authorization of [`Bearer ${'y'.repeat(32)}`, `Bearer ${token}x`, token])
    expect(await ask(url, { authorization })).toEqual([401, ''])
  expect((await ask(url, { authorization: `Bearer ${token}` }))[0]).toBe(200)
})

it('reads an address, and gives another process of the installation the next port', () => {
  expect(toMetricsPlace('127.0.0.1:9464', undefined)).toEqual({
    host: '127.0.0.1',
    port: 9464,
    token: undefined,
  })
  expect(toMetricsPlace('[::1]:9464', 't', 1)).toEqual({ host: '::1', port: 9465, token: 't' })
})
