// Runs before anything of the page. Trusted Types: whatever wants to load a script gets our own build output or nothing.
// A file of its own, not a script in the layout, because a not-found answer is drawn without the layout at first.
declare global {
  interface Window {
    // TypeScript's DOM library does not know it yet.
    readonly trustedTypes?: {
      createPolicy(name: string, rules: { createScriptURL(address: string): string }): unknown
    }
  }
}

window.trustedTypes?.createPolicy('default', {
  createScriptURL: (address: string): string => {
    const { origin, pathname } = new URL(address, location.href)
    if (origin !== location.origin) throw new TypeError('refused')
    // Our own build output, and the one worker of the application (docs/adr/0156).
    if (pathname.startsWith('/_next/static/') || pathname === '/worker.js') return address
    throw new TypeError('refused')
  },
})

export {}
