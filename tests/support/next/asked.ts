import { AsyncLocalStorage } from 'node:async_hooks'
import type { Locale } from '@/lib/i18n/locales'

/** One request as the stand-ins for Next see it. */
export type Asked = {
  readonly cookies: Map<string, string>
  readonly headers: Headers
  /** English when nothing is said. */
  readonly locale?: Locale
}

const store = new AsyncLocalStorage<Asked>()

export const asking = <T>(asked: Asked, run: () => Promise<T>): Promise<T> => store.run(asked, run)

/** The language of the request; what is made outside of one is English. */
export const askedLocale = (): Locale => store.getStore()?.locale ?? 'en'

export const asked = (): Asked => {
  const request = store.getStore()
  if (request === undefined)
    throw new Error('a handler was called outside a request: use tests/support/handlers.ts')
  return request
}
