import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'

declare global {
  // The parts of a build have each their own copy of this file; a request is one.
  var accompanyRequests: AsyncLocalStorage<string> | undefined
}

const requests = (): AsyncLocalStorage<string> => {
  globalThis.accompanyRequests ??= new AsyncLocalStorage()
  return globalThis.accompanyRequests
}

/** The number under which a request is in the log and in the header `x-request-id`: it says nothing of who asks for what. */
export const newRequestId = (): string => randomBytes(8).toString('hex')

export const inRequest = <T>(id: string, run: () => T): T => requests().run(id, run)

export const requestId = (): string | undefined => requests().getStore()
