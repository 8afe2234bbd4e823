// Shows what a page of a country has put aside when the network does not answer (docs/adr/0074). It writes into no cache, and its scope,
// /countries/, lets it hear of no page that shows a person.

/**
 * What the library of types for pages does not know of a worker.
 * @typedef {Event & { waitUntil?: (done: Promise<unknown>) => void }} Begun
 * @typedef {Event & { request?: Request, respondWith?: (answer: Promise<Response>) => void }} Asked
 * @typedef {{ skipWaiting?: () => Promise<void>, clients?: { claim: () => Promise<void> } }} Own
 * @type {Own & EventTarget}
 */
const worker = self

const kept = async () =>
  (await (await caches.open('country-facts')).match('/countries/kept')) ?? Response.error()

worker.addEventListener('install', () => worker.skipWaiting?.())
worker.addEventListener('activate', (/** @type {Begun} */ event) => {
  if (worker.clients) event.waitUntil?.(worker.clients.claim())
})
worker.addEventListener('fetch', (/** @type {Asked} */ event) => {
  if (event.request?.mode !== 'navigate' || event.request.method !== 'GET') return
  event.respondWith?.(fetch(event.request).catch(kept))
})
