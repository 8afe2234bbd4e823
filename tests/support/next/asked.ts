import { AsyncLocalStorage } from 'node:async_hooks'

/** One request as the stand-ins for Next see it. */
export type Asked = {
  readonly cookies: Map<string, string>
  readonly headers: Headers
}

const store = new AsyncLocalStorage<Asked>()

export const asking = <T>(asked: Asked, run: () => Promise<T>): Promise<T> => store.run(asked, run)

export const asked = (): Asked => {
  const request = store.getStore()
  if (request === undefined)
    throw new Error('a door was opened outside a request: use tests/support/doors.ts')
  return request
}
