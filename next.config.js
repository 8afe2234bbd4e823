import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { stop } from 'esbuild'
import createNextIntlPlugin from 'next-intl/plugin'
import { BROWSER_ZOD, writeBrowserZod } from './scripts/browser-zod.mjs'
import { writeCatalogue } from './scripts/messages-catalogue.mjs'
import { writeOffline } from './scripts/offline-build.mjs'
import { writeParser } from './scripts/parser-bundle.mjs'

// A new room's messages are picked up here, so no one keeps a list of rooms by hand.
writeCatalogue(import.meta.dirname)
await writeBrowserZod(import.meta.dirname)
await writeParser(import.meta.dirname)
// A server that only starts has them, from its build.
if (
  /^(build|dev)$/.test(process.argv[2] ?? '') ||
  !existsSync(path.join(import.meta.dirname, 'public/worker.js'))
)
  await writeOffline(import.meta.dirname)
// Or a process of esbuild stays beside the server.
await stop()

// What a database must have for this build: a server that runs on an older one says that it is not ready.
const NEWEST_MIGRATION = readdirSync(path.join(import.meta.dirname, 'prisma/migrations'), {
  withFileTypes: true,
})
  .flatMap((entry) => (entry.isDirectory() ? entry.name : []))
  .sort()
  .at(-1)

// What needs no nonce; the Content-Security-Policy is written for each request in proxy.ts.
const security = [
  { key: 'Strict-Transport-Security', value: 'max-age=31536000; includeSubDomains' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: [
      'accelerometer',
      'autoplay',
      'browsing-topics',
      'camera',
      'display-capture',
      'geolocation',
      'gyroscope',
      'hid',
      'magnetometer',
      'microphone',
      'midi',
      'payment',
      'picture-in-picture',
      'screen-wake-lock',
      'serial',
      'usb',
      'xr-spatial-tracking',
    ]
      .map((feature) => `${feature}=()`)
      // Passkeys, on our own pages alone.
      .concat('publickey-credentials-create=(self)', 'publickey-credentials-get=(self)')
      .join(', '),
  },
]

// A release (scripts/release) carries its own Node and what the server needs of node_modules. Files that are opened by their place
// and not imported are named here.
const name = process.env.RELEASE_BUILD
/** @type {import('next').NextConfig} */
const released =
  name === undefined
    ? {}
    : {
        output: 'standalone',
        generateBuildId: () => name,
        outputFileTracingIncludes: {
          '/*': [
            'lib/statistics/solver-worker.mjs',
            'node_modules/highs/build/*',
            'node_modules/highs/package.json',
            'lib/countries/offline/*',
            'node_modules/@fontsource-variable/*/files/*.woff2',
            'node_modules/@fontsource-variable/*/LICENSE',
          ],
        },
      }

// What works without a network is kept with its policy: no nonce, no script but its own files.
const OFFLINE_PAGE = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ')
/** Of its scripts those that run in a worker take this one; the code of a phone is derived there. */
const OFFLINE_FILES = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  ...released,
  // Types are checked once, by `npm run check`, tests and scripts included; a start need not wait for them again.
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  env: { NEWEST_MIGRATION, BUILD_FOLDER: process.env.NEXT_DIST_DIR ?? '.next' },
  // They read files of their own beside their code; what is counted is one list for all parts of a build.
  serverExternalPackages: ['fontkit', 'sharp', 'prom-client'],
  turbopack: { resolveAlias: { 'zod/mini': { browser: BROWSER_ZOD } } },
  experimental: {
    serverActions: { bodySizeLimit: '1mb' },
    // Of the bodies that proxy.ts sees, those of actions are the largest. Beyond it a body is cut off.
    proxyClientMaxBodySize: '2mb',
  },
  // Addresses of before: a bookmark and a link in a letter still lead there.
  redirects: async () => [
    { source: '/circles/glass', destination: '/circles/emergency', permanent: true },
    { source: '/countries/:country/beside', destination: '/countries/:country/comparison', permanent: true },
  ],
  rewrites: async () => ({
    beforeFiles: [{ source: '/offline', destination: '/offline/page.html' }],
    afterFiles: [],
    fallback: [],
  }),
  headers: async () => [
    { source: '/:path*', headers: security },
    // Everything but the hashed build output may be about a person: it stays in no cache.
    { source: '/((?!_next/static/).*)', headers: [{ key: 'Cache-Control', value: 'no-store' }] },
    { source: '/offline', headers: [{ key: 'Content-Security-Policy', value: OFFLINE_PAGE }] },
    { source: '/offline/:path+', headers: [{ key: 'Content-Security-Policy', value: OFFLINE_FILES }] },
    {
      source: '/worker.js',
      headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; connect-src 'self'" }],
    },
  ],
}

export default createNextIntlPlugin({
  requestConfig: './lib/server/request-locale.ts',
  experimental: {
    // Messages are parsed when the application is built: no browser loads a parser, and no request waits for one.
    messages: { format: 'json', path: './messages', locales: ['en', 'fr', 'nl', 'de'], precompile: true },
  },
})(config)
