import http from 'node:http'
import { afterAll, expect, it } from 'vitest'
import { dropForwardedAddresses } from './caller-address'

const server = http.createServer((request, response) => {
  response.end(request.headers['x-forwarded-for'] ?? 'none')
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

it('what a caller says about their address is gone before the request is served', async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const ask = async () => {
    const headers = { 'x-forwarded-for': '192.0.2.1, 192.0.2.2' }
    return (await fetch(`http://127.0.0.1:${address.port}/`, { headers })).text()
  }
  expect(await ask()).toBe('192.0.2.1, 192.0.2.2')
  dropForwardedAddresses()
  expect(await ask()).toBe('none')
})
