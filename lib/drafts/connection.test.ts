import { expect, it } from 'vitest'
import { createConnection } from './connection'

const watched = () => {
  let status: number | null = 200
  let isOnline = true
  let timer: { run: () => void; wait: number } | null = null
  const connection = createConnection({
    ask: async () => status,
    isOnline: () => isOnline,
    later: (run, wait) => {
      timer = { run, wait }
      return () => {
        timer = null
      }
    },
  })
  const heard: string[] = []
  const stop = connection.listen(() => heard.push(connection.now()))
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  return {
    connection,
    heard,
    stop,
    wait: () => timer?.wait ?? null,
    /** The time that was asked for has passed. */
    pass: async () => {
      timer?.run()
      await settle()
    },
    become: (next: number | null, online = true) => {
      status = next
      isOnline = online
    },
    settle,
  }
}

it('says what the server answered last, and asks more often while something is wrong', async () => {
  const { connection, heard, pass, become, wait, settle } = watched()
  await settle()
  expect([connection.now(), wait()]).toEqual(['well', 30_000])
  become(503)
  await pass()
  expect([connection.now(), wait()]).toEqual(['away', 5_000])
  become(null)
  await pass()
  expect([connection.now(), wait()]).toEqual(['unreachable', 5_000])
  become(null, false)
  await pass()
  expect(connection.now()).toBe('offline')
  become(200)
  await pass()
  expect([connection.now(), wait()]).toEqual(['well', 30_000])
  expect(heard).toEqual(['away', 'unreachable', 'offline', 'well'])
})

it('a page that has gone asks no more', async () => {
  const { stop, wait, settle } = watched()
  await settle()
  stop()
  expect(wait()).toBe(null)
})

it('a save that got no answer is asked after at once', async () => {
  const { connection, become, settle } = watched()
  await settle()
  become(503)
  await connection.look()
  expect(connection.now()).toBe('away')
})
