import 'server-only'
import { IncomingMessage, Server, ServerResponse } from 'node:http'
import { kindOf, LIMITS, LIVE_PATH, openGate, refuseBody, retryAfter } from './admission.rules'
import { PAGE_POLICY, type Refusal, refusalPage } from './away-page'

/** A form of at most one megabyte that has not arrived after so many milliseconds gives its place back. */
const BODY_PATIENCE = 30_000

const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
}

const answerHealth = (request: IncomingMessage, response: ServerResponse, isAway: boolean): void => {
  const isReady = request.url?.startsWith(LIVE_PATH) === true || !isAway
  const said = isReady ? { ready: true } : { ready: false, because: ['database'] }
  response.writeHead(isReady ? 200 : 503, { ...HEADERS, 'content-type': 'application/json' })
  response.end(JSON.stringify(said))
}

const refuse = (request: IncomingMessage, response: ServerResponse, why: Refusal): void => {
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

const receive = (
  request: IncomingMessage,
  response: ServerResponse,
  isAway: () => boolean,
  serve: () => void,
): void => {
  const kind = kindOf(request.method ?? '', request.url ?? '')
  const status = refuseBody(kind, {
    isChunked: request.headers['transfer-encoding'] !== undefined,
    length: Number(request.headers['content-length'] ?? 0),
  })
  if (status !== null) response.writeHead(status, { ...HEADERS, connection: 'close' }).end()
  else if (kind === 'health') answerHealth(request, response, isAway())
  else if (kind === 'free') serve()
  else if (isAway()) refuse(request, response, 'away')
  else {
    const leave = gates[kind].ask(
      // While it waited the database may have gone.
      () => (isAway() ? refuse(request, response, 'away') : serve()),
      () => refuse(request, response, 'busy'),
    )
    response.once('close', leave)
    if (kind === 'save') destroyLateBody(request, response)
  }
}

/**
 * Stands in front of Next in its own process: says how the server is, refuses with a page what it cannot serve now, and lets
 * only so many requests in at once. A refusal costs no work of Next, so it holds under any load (docs/adr/0106).
 * @param isAway whether the database is out of reach
 */
export const standInFront = (isAway: () => boolean): void => {
  const { emit } = Server.prototype
  const before = function (this: Server, event: string, ...rest: unknown[]): boolean {
    const goOn = (): boolean => Reflect.apply(emit, this, [event, ...rest])
    const [request, response] = rest
    if (event !== 'request' || !(request instanceof IncomingMessage) || !(response instanceof ServerResponse))
      return goOn()
    receive(request, response, isAway, goOn)
    return true
  }
  Reflect.set(Server.prototype, 'emit', before)
}
