import 'server-only'
import { timingSafeEqual } from 'node:crypto'
import http from 'node:http'
import { note } from './log'
import { countProcess, metrics } from './metrics'

export type MetricsPlace = {
  readonly host: string
  readonly port: number
  readonly token: string | undefined
}

/** @param text host:port; the port of another process of the installation is the next one */
export const toMetricsPlace = (text: string, token: string | undefined, further = 0): MetricsPlace => {
  const colon = text.lastIndexOf(':')
  return {
    host: text.slice(0, colon).replace(/^\[|\]$/g, ''),
    port: Number(text.slice(colon + 1)) + further,
    token,
  }
}

const isToken = (given: string | undefined, token: string): boolean => {
  const wanted = Buffer.from(`Bearer ${token}`)
  const bytes = Buffer.from(given ?? '')
  return bytes.length === wanted.length && timingSafeEqual(bytes, wanted)
}

/** Answers with the metrics on an address of its own: never through the pages, and off this machine to a bearer of the token only. */
export const listenForMetrics = ({ host, port, token }: MetricsPlace): http.Server => {
  countProcess()
  const server = http.createServer((request, response) => {
    if (token !== undefined && !isToken(request.headers.authorization, token)) {
      response.writeHead(401).end()
      return
    }
    if (request.url !== '/metrics' || request.method !== 'GET') {
      response.writeHead(404).end()
      return
    }
    const { registry } = metrics()
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  // Pages and jobs go on without it: two processes may have been given one port.
  server.on('error', () => note('metrics_not_served'))
  server.listen(port, host)
  server.unref()
  return server
}
