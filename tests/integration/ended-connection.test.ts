import net from 'node:net'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { disconnect, innerClient } from '@/lib/db/client'

/** A message of PostgreSQL's protocol: its letter, its length, what it says. */
const message = (letter: string, body: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeInt32BE(body.length + 4)
  return Buffer.concat([Buffer.from(letter), length, body])
}
const WELCOME = Buffer.concat([message('R', Buffer.alloc(4)), message('Z', Buffer.from('I'))])
const ENDED = message('E', Buffer.from('SFATAL\0C57P01\0Mterminating connection\0\0'))

// A database that ends each connection as soon as it is ready, and says both at once.
const server = net.createServer((socket) => {
  socket.on('error', () => undefined)
  socket.once('data', () => socket.end(Buffer.concat([WELCOME, ENDED])))
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  process.env.INNER_DATABASE_URL = `postgresql://anyone@127.0.0.1:${address.port}/any`
})
afterAll(async () => {
  await disconnect()
  await new Promise((resolve) => server.close(resolve))
})

it('a connection that ends before anyone holds it fails what is asked of it, and nothing else', async () => {
  const uncaught = vi.fn()
  process.on('uncaughtExceptionMonitor', uncaught)
  try {
    await expect(innerClient().$transaction((tx) => tx.$queryRaw`SELECT 1`)).rejects.toThrow()
  } finally {
    process.off('uncaughtExceptionMonitor', uncaught)
  }
  expect(uncaught).not.toHaveBeenCalled()
})
