import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage } from 'node:http'
import * as z from 'zod'

const started = z.object({ request: z.instanceof(IncomingMessage) })

/**
 * Without a proxy in front, `x-forwarded-for` is whatever the caller wrote, and a new word in it would reset the count of
 * tries. It is dropped before Next sees the request; Next then fills in the address of the connection.
 */
export const dropForwardedAddresses = (): void => {
  subscribe('http.server.request.start', (message) => {
    const parsed = started.safeParse(message)
    if (parsed.success) delete parsed.data.request.headers['x-forwarded-for']
  })
}
