/**
 * What a page may load and run. Scripts: only those that carry this answer's nonce, and what they load themselves.
 * Styles: our own files; no style attribute anywhere, so our components must not write one. Trusted Types: the two
 * policies that exist are Next's and our default one (instrumentation-client.ts), which lets through our own build output only.
 */
export const contentSecurityPolicy = (nonce: string): string => {
  // biome-ignore lint/style/noProcessEnv: not a setting: the bundler puts the word here
  const isDevelopment = process.env.NODE_ENV === 'development'
  const live = isDevelopment
    ? [
        // React's development build and hot reloading evaluate text and insert style elements.
        `script-src 'nonce-${nonce}' 'strict-dynamic' 'unsafe-eval'`,
        "style-src 'self' 'unsafe-inline'",
        "connect-src 'self' ws:",
      ]
    : [
        `script-src 'nonce-${nonce}' 'strict-dynamic'`,
        `style-src 'self' 'nonce-${nonce}'`,
        "style-src-attr 'none'",
        "connect-src 'self'",
        "require-trusted-types-for 'script'",
        'trusted-types default nextjs',
      ]
  return [
    "default-src 'none'",
    ...live,
    "img-src 'self' blob:",
    "font-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ].join('; ')
}
