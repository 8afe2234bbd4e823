import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'

/** Where lib/parsing/parse-apart.ts starts it, from the checkout. */
const PARSER = './node_modules/.cache/accompany/parser-process.mjs'

/**
 * The parser process (scripts/parser-process.ts) as one file that Node runs as it is. Libraries stay beside it.
 * @param {string} root the checkout
 */
export const writeParser = async (root) => {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'scripts/parser-process.ts')],
    tsconfig: join(root, 'tsconfig.json'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    target: 'node20',
    write: false,
    logLevel: 'error',
  })
  const place = join(root, PARSER)
  mkdirSync(dirname(place), { recursive: true })
  // A server may be starting one at this moment: it finds the old file or the new one, and never half of one.
  const fresh = `${place}.${process.pid}`
  writeFileSync(fresh, outputFiles.map((file) => file.text).join(''))
  renameSync(fresh, place)
}
