const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** Eight digits, each as likely as the other: numbers at the end of the range that would favour some are drawn again. */
const drawCode = (): string => {
  const most = 4_200_000_000
  let [number = most] = crypto.getRandomValues(new Uint32Array(1))
  while (number >= most) [number = most] = crypto.getRandomValues(new Uint32Array(1))
  return String(number % 100_000_000).padStart(8, '0')
}

export type Drawn = { readonly secret: string; readonly code: string }
/** What was drawn for each request, so that the same request sent again carries the same link. */
const drawn = new Map<string, Drawn>()

/** The secret of a link (256 bits) and the code that is said: drawn here and shown here once. */
export const drawShare = (requestId: string): Drawn => {
  const share = drawn.get(requestId) ?? {
    secret: toBase64Url(crypto.getRandomValues(new Uint8Array(32))),
    code: drawCode(),
  }
  drawn.set(requestId, share)
  return share
}

/** The link is made: nothing here remembers it. */
export const forgetShare = (requestId: string): void => {
  drawn.delete(requestId)
}
