// Stands in for next/navigation: the two ways out of a page are thrown, as Next throws them.

export class Redirected extends Error {
  constructor(readonly to: string) {
    super('redirected')
  }
}

export class NotFoundShown extends Error {}

export const redirect = (to: string): never => {
  throw new Redirected(to)
}

export const notFound = (): never => {
  throw new NotFoundShown()
}

const inTheBrowserOnly = () => {
  throw new Error('only in the browser')
}
// A form is drawn on the server as well: it may have a router there, but not use it.
const router = {
  push: inTheBrowserOnly,
  replace: inTheBrowserOnly,
  refresh: inTheBrowserOnly,
  back: inTheBrowserOnly,
  forward: inTheBrowserOnly,
  prefetch: inTheBrowserOnly,
}
export const useRouter = () => router
export const usePathname = inTheBrowserOnly
export const useSearchParams = inTheBrowserOnly
