import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'

/** Where a build finds it, from the checkout. */
export const BROWSER_ZOD = './node_modules/.cache/accompany/zod-mini.js'

/**
 * What the sources use of zod/mini.
 * @param {string} root the checkout
 */
const names = (root) => {
  const used = new Set()
  for (const folder of ['app', 'components', 'lib'])
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(file) || file.startsWith('db/generated')) continue
      const text = readFileSync(join(root, folder, file), 'utf8')
      if (!text.includes("import * as z from 'zod/mini'")) continue
      // With a capital, or in `core`, they are types, which no browser sees.
      for (const [, name] of text.matchAll(/\bz\.([a-z_]\w*)/g)) if (name !== 'core') used.add(name)
    }
  return [...used].filter((name) => !['input', 'output', 'infer'].includes(name)).sort()
}

/**
 * What the application uses of zod/mini, as one file without the rest. The bundler of Next drops what a file does not use, but keeps
 * what the unused parts of other files name: of zod's twenty files it kept 21 kB where 8 are needed.
 * @param {string} root the checkout
 */
export const writeBrowserZod = async (root) => {
  const { outputFiles } = await build({
    stdin: { contents: `export { ${names(root).join(', ')} } from 'zod/mini'`, resolveDir: root },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'error',
  })
  const text = outputFiles.map((file) => file.text).join('')
  const place = join(root, BROWSER_ZOD)
  mkdirSync(dirname(place), { recursive: true })
  if (readOrNothing(place) !== text) writeFileSync(place, text)
}

/** @param {string} place */
const readOrNothing = (place) => {
  try {
    return readFileSync(place, 'utf8')
  } catch {
    return null
  }
}
