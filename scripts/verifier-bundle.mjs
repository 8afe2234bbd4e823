// node scripts/verifier-bundle.mjs: writes public/verify-archive.mjs anew. A test compares it with its sources.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

/** Where the product serves it from, and where outsiders find it in the sources. */
export const VERIFIER = 'public/verify-archive.mjs'

/**
 * The verifier of archives (lib/statistics/verify) as one file that Node runs without anything beside it. The same sources give the same
 * bytes.
 * @param {string} root the checkout
 */
export const bundleVerifier = (root) => {
  const { license, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: ['lib/statistics/verify/main.ts'],
    tsconfig: join(root, 'tsconfig.json'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    legalComments: 'inline',
    banner: {
      js: `// Checks archives of figures released with Accompany ${version} (${license}): node verify-archive.mjs --help
// Made from lib/statistics/verify and the rules that the product itself uses; zod (MIT) is in it. It asks no network and writes no file.`,
    },
    write: false,
    logLevel: 'error',
  })
  return outputFiles.map((file) => file.text).join('')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)))
  const text = bundleVerifier(root)
  writeFileSync(join(root, VERIFIER), text)
  console.log(`wrote ${VERIFIER} (${Math.round(text.length / 1024)} kB)`)
}
