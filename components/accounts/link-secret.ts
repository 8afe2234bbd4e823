const toHex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** The secret of each request, so that the same request sent again carries the same link. */
const secrets = new Map<string, string>()

/** A secret made here, of which the server gets the SHA-256 alone: no one but this admin can read the link. */
export const makeSecret = async (requestId: string): Promise<{ secret: string; tokenHash: string }> => {
  const secret = secrets.get(requestId) ?? toBase64Url(crypto.getRandomValues(new Uint8Array(32)))
  secrets.set(requestId, secret)
  return {
    secret,
    tokenHash: toHex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))),
  }
}

/** The link is made: nothing here remembers it. */
export const toLink = (path: string, requestId: string, secret: string): string => {
  secrets.delete(requestId)
  return new URL(`${path}#${secret}`, location.origin).href
}
