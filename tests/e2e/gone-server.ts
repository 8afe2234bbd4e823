import http from 'node:http'
import type net from 'node:net'
import { gunzipSync } from 'node:zlib'

/** The folder of the files of one build of the pages without a network (scripts/offline-build.mjs). */
const BUILD = /\/offline\/([0-9a-f]{16})\//
/** The files of the build before: the same pages in another folder, and a worker that keeps those. */
export const BEFORE = '0123456789abcdef'
/** One of its files without which its page still opens. */
const FONT = /^\/offline\/.*\.woff2$/
/** What names its files: page and worker. */
const NAMES_FILES: readonly string[] = ['/offline', '/worker.js']

/**
 * A way to the server that can be taken away: what a browser reaches under its port is the server, no one, or a proxy that finds no server.
 * `turnBack` serves an earlier build of the pages without a network, until `bringUpToDate`; opened `busy` it refuses what a phone says, as the
 * server does when it has too much to do; opened `torn` the connection ends at some of the files that a phone keeps.
 * @param to the port of the server
 */
export const openWay = async (to: number) => {
  let state: 'there' | 'broken' | 'busy' | 'torn' = 'there'
  /** The folder of today, while an earlier build is served. */
  let today: string | null = null
  const sockets = new Set<net.Socket>()
  const server = http.createServer((request, response) => {
    if (state === 'broken') {
      response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>')
      return
    }
    const { method, url = '', headers } = request
    if (state === 'busy' && /^\/api\/(device|submissions)/.test(url)) {
      response.writeHead(503, { 'retry-after': '3', 'x-accompany': 'busy' }).end('busy')
      return
    }
    if (state === 'torn' && FONT.test(url)) {
      response.destroy()
      return
    }
    const folder = today
    const asks = folder === null ? url : url.replace(BEFORE, folder)
    // A connection each: one that is kept may be closed by the server in the moment in which it is used again, and a proxy does not ask twice.
    const ask = { host: '127.0.0.1', port: to, method, path: asks, headers, agent: false } as const
    const asked = http.request(ask, (answer) => {
      if (folder !== null && NAMES_FILES.includes(url)) {
        const {
          'content-length': _length,
          etag: _etag,
          // Or the browser would ask whether it changed since.
          'last-modified': _since,
          'content-encoding': coding,
          ...others
        } = answer.headers
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => {
          const whole = Buffer.concat(parts)
          const text = (coding === 'gzip' ? gunzipSync(whole) : whole).toString('utf8')
          // Its folder and the name of its cache are of the build before.
          const before = text
            .replaceAll(folder, BEFORE)
            .replaceAll(/offline [0-9a-f]{16}/g, `offline ${BEFORE}`)
          response.writeHead(answer.statusCode ?? 500, others).end(before)
        })
        return
      }
      response.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(response)
    })
    asked.on('error', () => response.destroy())
    response.on('close', () => asked.destroy())
    request.pipe(asked)
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', () => resolve())
    })
  await listen(0)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const { port } = address
  const close = async (): Promise<void> => {
    if (!server.listening) return
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    for (const socket of sockets) socket.destroy()
    await closed
  }
  return {
    url: `http://localhost:${port}`,
    /** No one listens under the port any more. */
    close,
    open: async (how: 'there' | 'busy' | 'torn' = 'there'): Promise<void> => {
      state = how
      if (!server.listening) await listen(port)
    },
    breakDown: (): void => {
      state = 'broken'
    },
    turnBack: async (): Promise<void> => {
      const page = await (await fetch(`http://127.0.0.1:${to}/offline`)).text()
      today = BUILD.exec(page)?.[1] ?? null
      if (today === null) throw new Error('the page names no folder of a build')
    },
    bringUpToDate: (): void => {
      today = null
    },
  }
}
