import http from 'node:http'
import type net from 'node:net'

/**
 * A way to the server that can be taken away: what a browser reaches under its port is the server, no one, or a proxy that finds no server.
 * @param to the port of the server
 */
export const openWay = async (to: number) => {
  let state: 'there' | 'broken' = 'there'
  const sockets = new Set<net.Socket>()
  const server = http.createServer((request, response) => {
    if (state === 'broken') {
      response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>')
      return
    }
    const { method, url, headers } = request
    const asked = http.request({ host: '127.0.0.1', port: to, method, path: url, headers }, (answer) => {
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
    open: async (): Promise<void> => {
      state = 'there'
      if (!server.listening) await listen(port)
    },
    breakDown: (): void => {
      state = 'broken'
    },
  }
}
