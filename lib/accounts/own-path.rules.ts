/** An address that is ours, from what anyone can write: no scheme, no host, no `//host`, no backslash or control character that a browser would read as one. */
const readOwn = (text: string | undefined, most: number): URL | null => {
  if (text === undefined || text.length > most) return null
  if (!/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(text)) return null
  // Only a base that cannot exist outside: a path that leaves it is not a path.
  const base = 'http://own.invalid'
  if (!URL.canParse(text, base)) return null
  const url = new URL(text, base)
  return url.origin !== base || url.pathname.startsWith('//') ? null : url
}

/**
 * The page to return to after sign-in, from a `?back=` that anyone can write. Anything but a page of this application becomes the
 * first page.
 */
export const toOwnPath = (back: string | undefined): string => {
  const url = readOwn(back, 500)
  if (url === null || url.pathname.startsWith('/sign-in') || url.pathname.startsWith('/api/')) return '/'
  return `${url.pathname}${url.search}`
}

/** What was asked for before the person had to prove who they are: a page or a file, whose query may be long. */
export const toOwnAddress = (address: string | undefined): string => {
  const url = readOwn(address, 9_000)
  return url === null ? '/' : `${url.pathname}${url.search}`
}
