const isIpv4 = (address: string): boolean => /^\d{1,3}(\.\d{1,3}){3}$/.test(address)

/** The network of an address: /24 for IPv4, /64 for IPv6, so that the next address of the same line counts along. */
export const toNetwork = (address: string): string => {
  const plain = address
    .trim()
    .toLowerCase()
    .replace(/^::ffff:/, '')
  if (isIpv4(plain)) return plain.split('.').slice(0, 3).join('.')
  if (!plain.includes(':')) return 'unknown'
  const [head = '', tail] = plain.split('::')
  const first = head.split(':').filter((group) => group !== '')
  const last = tail === undefined ? [] : tail.split(':').filter((group) => group !== '')
  const middle =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0')
  return [...first, ...middle, ...last]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}

/**
 * The address nearest to us in `x-forwarded-for`: the last entry, which our own server wrote, or the proxy that
 * TRUST_PROXY speaks of (lib/server/caller-address.ts drops the client's own word). Earlier entries are the client's word.
 */
export const toClientAddress = (forwardedFor: string): string => forwardedFor.split(',').at(-1)?.trim() ?? ''
