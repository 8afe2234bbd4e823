// The one worker of the application (docs/adr/0156). It answers where the network does not, with a page that was made when the application
// was built, and writes into no cache but by one call, with a list that was made then too. No answer of the server is ever kept.

/** The list of files and the name of the cache, written here by scripts/offline-build.mjs. */
declare const FILES: readonly string[]
declare const CACHE: string

/** What the library of types for pages does not know of a worker. */
type Begun = Event & { waitUntil(done: Promise<unknown>): void }
type Asked = Begun & {
  readonly request: Request
  readonly preloadResponse: Promise<Response | undefined>
  respondWith(answer: Promise<Response>): void
}
interface Events {
  install: Begun
  activate: Begun
  fetch: Asked
}
declare const self: {
  addEventListener<K extends keyof Events>(name: K, run: (event: Events[K]) => void): void
  skipWaiting(): Promise<void>
  readonly location: Location
  readonly clients: { claim(): Promise<void> }
  readonly registration: ServiceWorkerRegistration
}

const PAGE = '/offline'
/** What a country has put aside, with a page of its own (docs/adr/0074). */
const FACTS = { under: '/countries/', page: '/countries/kept' }
const OURS = 'offline '
/** No page of ours takes so long; a download may. */
const PATIENCE = 20_000
/** What a proxy says whose server does not answer it. Our own refusals bear a name and are pages of ours. */
const isDown = ({ status, headers }: Response): boolean =>
  [502, 503, 504].includes(status) && !headers.has('x-accompany')

const page = async (path: string): Promise<Response> =>
  (path.startsWith(FACTS.under) ? await caches.match(FACTS.page) : undefined) ??
  (await caches.match(PAGE, { cacheName: CACHE })) ??
  Response.error()

const late = (path: string): Promise<null> =>
  new Promise((resolve) => {
    if (!path.startsWith('/api/')) setTimeout(() => resolve(null), PATIENCE)
  })

const network = async ({ request, preloadResponse }: Asked): Promise<Response> =>
  (await preloadResponse) ?? fetch(request)

const open = async (event: Asked, path: string): Promise<Response> => {
  if (path === PAGE) return page(path)
  const asked = network(event).catch(() => null)
  const answer = await Promise.race([asked, late(path)])
  return answer === null || isDown(answer) ? page(path) : answer
}

self.addEventListener('install', (event) => {
  const fill = async (): Promise<void> => {
    const cache = await caches.open(CACHE)
    await cache.addAll(FILES.map((file) => new Request(file, { cache: 'reload', credentials: 'omit' })))
    await self.skipWaiting()
  }
  event.waitUntil(fill())
})
self.addEventListener('activate', (event) => {
  const begin = async (): Promise<void> => {
    // A page of the build before may be open and still ask for a part of it: its files stay until the next build.
    const before = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE)
    await Promise.all(before.slice(0, -1).map((name) => caches.delete(name)))
    await self.registration.navigationPreload?.enable()
    await self.clients.claim()
  }
  event.waitUntil(begin())
})
self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== self.location.origin) return
  if (mode === 'navigate') event.respondWith(open(event, pathname))
  else if (pathname.startsWith(`${PAGE}/`))
    event.respondWith(caches.match(pathname).then((kept) => kept ?? fetch(event.request)))
})

export {}
