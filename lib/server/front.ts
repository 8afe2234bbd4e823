import 'server-only'
import { AsyncResource } from 'node:async_hooks'
import { IncomingMessage, Server, ServerResponse } from 'node:http'
import { metrics } from '@/lib/runtime/metrics'
import { inRequest, newRequestId } from '@/lib/runtime/request'
import {
  kindOf,
  LIMITS,
  LIVE_PATH,
  openGate,
  type RequestKind,
  refuseBody,
  retryAfter,
} from './admission.rules'
import { PAGE_POLICY, refusalPage } from './away-page'
import type { Reason } from './readiness.rules'
import { methodOf, statusClassOf } from './routes.rules'

/** A form of at most one megabyte that has not arrived after so many milliseconds gives its place back. */
const BODY_PATIENCE = 30_000

const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
}

export type Front = {
  /** Whether the database is out of reach. */
  readonly isAway: () => boolean
  /** Why no request shall come here now; empty when all is well. */
  readonly reasons: () => readonly Reason[]
  /** The template of an address, for what is counted. */
  readonly routeOf: (url: string) => string
}

const answerHealth = (
  request: IncomingMessage,
  response: ServerResponse,
  reasons: () => readonly Reason[],
): void => {
  // That it lives is said without asking anything.
  const because = request.url?.startsWith(LIVE_PATH) === true ? [] : reasons()
  const isReady = because.length === 0
  const said = isReady ? { ready: true } : { ready: false, because }
  response.writeHead(isReady ? 200 : 503, { ...HEADERS, 'content-type': 'application/json' })
  response.end(JSON.stringify(said))
}

const refuse = (
  request: IncomingMessage,
  response: ServerResponse,
  kind: RequestKind,
  why: 'away' | 'busy',
): void => {
  metrics().refused.inc({ kind, reason: why })
  const again = retryAfter(Math.random())
  const wantsPage = request.method === 'GET' && /\btext\/html\b/.test(request.headers.accept ?? '')
  response.writeHead(503, {
    ...HEADERS,
    'retry-after': String(again),
    ...(wantsPage ? { refresh: String(again) } : {}),
    'x-accompany': why,
    'content-type': wantsPage ? 'text/html; charset=utf-8' : 'text/plain',
    'content-security-policy': PAGE_POLICY,
  })
  response.end(wantsPage ? refusalPage(why) : why)
}

const gates = { page: openGate(LIMITS.page), save: openGate(LIMITS.save), papers: openGate(LIMITS.papers) }

const destroyLateBody = (request: IncomingMessage, response: ServerResponse): void => {
  const late = setTimeout(() => {
    if (!request.complete) request.destroy()
  }, BODY_PATIENCE)
  response.once('close', () => clearTimeout(late))
}

/** Counts a request from here to its end, by the template of its address. */
const count = (
  request: IncomingMessage,
  response: ServerResponse,
  kind: RequestKind,
  routeOf: Front['routeOf'],
): void => {
  const { requests, inFlight, answers } = metrics()
  const began = performance.now()
  inFlight.inc({ kind })
  response.once('close', () => {
    inFlight.dec({ kind })
    const took = performance.now() - began
    // A paper takes as long as the line of its sender, a file of the build no time.
    if (kind === 'page' || kind === 'save') answers.add(took)
    const status = statusClassOf(response.statusCode)
    requests.observe(
      { route: routeOf(request.url ?? ''), method: methodOf(request.method), status },
      took / 1000,
    )
  })
}

const receive = (
  request: IncomingMessage,
  response: ServerResponse,
  { isAway, reasons, routeOf }: Front,
  serve: () => void,
): void => {
  const kind = kindOf(request.method ?? '', request.url ?? '')
  count(request, response, kind, routeOf)
  const status = refuseBody(kind, {
    isChunked: request.headers['transfer-encoding'] !== undefined,
    length: Number(request.headers['content-length'] ?? 0),
  })
  if (status !== null) response.writeHead(status, { ...HEADERS, connection: 'close' }).end()
  else if (kind === 'health') answerHealth(request, response, reasons)
  else if (kind === 'free') serve()
  else if (isAway()) refuse(request, response, kind, 'away')
  else {
    // Who waits is let in by another request that ends. Bound, it goes on as itself: else it would bear that one's number and keep
    // all that Next holds for it, which keeps the one before, until the memory is full.
    const admit = AsyncResource.bind(() =>
      // While it waited the database may have gone.
      isAway() ? refuse(request, response, kind, 'away') : serve(),
    )
    const leave = gates[kind].ask(admit, () => refuse(request, response, kind, 'busy'))
    response.once('close', leave)
    if (kind === 'save') destroyLateBody(request, response)
  }
}

/** Servers of this process that are not the pages: no one stands in front of them. */
const aside = new WeakSet<Server>()
export const leaveAside = (server: Server): void => {
  aside.add(server)
}

/**
 * Stands in front of Next in its own process: says how the server is, refuses with a page what it cannot serve now, lets
 * only so many requests in at once, gives each its number and counts it. A refusal costs no work of Next, so it holds under any load
 * (docs/adr/0106).
 */
export const standInFront = (front: Front): void => {
  const { emit } = Server.prototype
  const before = function (this: Server, event: string, ...rest: unknown[]): boolean {
    const goOn = (): boolean => Reflect.apply(emit, this, [event, ...rest])
    const [request, response] = rest
    if (
      event !== 'request' ||
      aside.has(this) ||
      !(request instanceof IncomingMessage) ||
      !(response instanceof ServerResponse)
    )
      return goOn()
    const id = newRequestId()
    response.setHeader('x-request-id', id)
    inRequest(id, () => receive(request, response, front, goOn))
    return true
  }
  Reflect.set(Server.prototype, 'emit', before)
}
