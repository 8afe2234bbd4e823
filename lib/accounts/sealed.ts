import 'server-only'
import { unwrap, wrap } from '@/lib/crypto/keyring'

/**
 * Small secrets in one column: the name of the key, a colon, then what that key encrypted. The name of a key holds no
 * colon (see the key file), so the first one ends it.
 */
export const seal = (secret: Uint8Array, context: string): Uint8Array<ArrayBuffer> => {
  const { kid, wrapped } = wrap(secret, context)
  return new Uint8Array(Buffer.concat([Buffer.from(`${kid}:`, 'utf8'), wrapped]))
}

/** Throws when it was sealed for another context, or changed. */
export const openSealed = (sealed: Uint8Array, context: string): Uint8Array => {
  const whole = Buffer.from(sealed)
  const colon = whole.indexOf(':')
  return unwrap(
    { kid: whole.subarray(0, colon).toString('utf8'), wrapped: whole.subarray(colon + 1) },
    context,
  )
}
