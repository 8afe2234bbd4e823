'use client'
import { browserPorts } from './browser-ports'
import { type Outbox, openOutbox } from './outbox'

/** The outbox of the signed-in user; null while there is no key. */
export const openBrowserOutbox = async (): Promise<Outbox | null> => {
  const keys = await browserPorts.keys()
  return keys === null ? null : openOutbox(keys, browserPorts)
}
