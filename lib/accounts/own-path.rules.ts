/**
 * The page to return to after sign-in, from a `?back=` that anyone can write.
 * Only a path of this application passes: no scheme, no host, no `//host`, no backslash or control character that a
 * browser would read as one. Anything else becomes the first page.
 */
export const toOwnPath = (back: string | undefined): string => {
  if (back === undefined || back.length > 500) return '/'
  if (!/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(back)) return '/'
  // Only a base that cannot exist outside: a path that leaves it is not a path.
  const base = 'http://own.invalid'
  if (!URL.canParse(back, base)) return '/'
  const url = new URL(back, base)
  if (url.origin !== base) return '/'
  if (
    url.pathname.startsWith('/sign-in') ||
    url.pathname.startsWith('/api/') ||
    url.pathname.startsWith('//')
  )
    return '/'
  return `${url.pathname}${url.search}`
}
