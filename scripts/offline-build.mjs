// The application that works without a network (docs/adr/0157): one page, its scripts, one stylesheet and the worker that keeps them, as files
// under public. The same sources give the same bytes. Next builds it with the rest (next.config.js).
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import tailwind from '@tailwindcss/postcss'
import { build } from 'esbuild'
import compile from 'icu-minify/compile'
import postcss from 'postcss'

/** Under which address the page answers; its files lie below. */
const PAGE = '/offline'

/** What the forms ask of the server, and what stands in its place where there is none. */
const INSTEAD = {
  'lib/drafts/use-draft.ts': 'components/offline/use-draft.ts',
  'components/ui/link.tsx': 'components/offline/link.tsx',
  'components/forms/all-errors.ts': 'components/offline/all-errors.ts',
  'components/forms/use-queued.ts': 'components/offline/nothing-queued.ts',
  'components/forms/sign-in-again.tsx': 'components/offline/nothing.tsx',
  'components/people/possible-matches.tsx': 'components/offline/nothing.tsx',
}
/** What only a server has. A page that is kept on a phone has none of it. */
const REFUSED =
  /\.(actions|data)\.ts$|^lib\/(db|server|crypto)\/|^node_modules\/(next|next-intl|server-only)\//
/** What the forms of a note, a task and an activity ask, which are pages of their own. */
const OTHER_FORM = /^lib\/(activities|tasks|cases)\/\S+$/

/** @param {unknown} messages @returns {unknown} what each sentence says, read when it is built */
const compiled = (messages) =>
  typeof messages === 'string'
    ? compile(messages)
    : Object.fromEntries(
        Object.entries(/** @type {object} */ (messages)).map(([key, value]) => [key, compiled(value)]),
      )

/** @param {string} file a source */
const isOfOtherLanguage = (file) => /\b(words-|messages\/)(fr|nl|de)\b/.test(file)

/** @param {string} text */
const hashOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** @param {string} root @returns {import('esbuild').Plugin} */
const ourFiles = (root) => ({
  name: 'our-files',
  setup(builder) {
    for (const [file, other] of Object.entries(INSTEAD)) {
      const wanted = join(root, file)
      const pattern = new RegExp(`${basename(file).replace(/\.tsx?$/, '')}$`)
      builder.onResolve({ filter: pattern }, async (args) => {
        if (args.pluginData === 'seen') return
        const found = await builder.resolve(args.path, {
          kind: args.kind,
          resolveDir: args.resolveDir,
          importer: args.importer,
          pluginData: 'seen',
        })
        return found.path === wanted ? { path: join(root, other) } : found
      })
    }
    builder.onLoad({ filter: /\/messages\/\w\w\/\w+\.json$/ }, ({ path }) => ({
      contents: JSON.stringify(compiled(JSON.parse(readFileSync(path, 'utf8')))),
      loader: 'json',
    }))
  },
})

/** @param {string} root */
const styleOf = async (root) => {
  const from = join(root, 'app/globals.css')
  const { css } = await postcss([tailwind({ base: root, optimize: true })]).process(
    readFileSync(from, 'utf8'),
    { from },
  )
  return css
}

/** @param {{ script: string, style: string }} files */
const page = ({ script, style }) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#12333f">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<title>Agenda</title>
<link rel="icon" href="/calendar.svg">
<link rel="apple-touch-icon" href="/agenda-180.png">
<link rel="manifest" href="/agenda.webmanifest">
<link rel="stylesheet" href="${style}">
<script type="module" src="${script}"></script>
</head>
<body><div id="page"></div></body>
</html>
`

/**
 * One file of its own, without parts that come later.
 * @param {string} root @param {string} file @param {'esm' | 'iife'} format @param {Record<string, string>} define
 */
const textOf = async (root, file, format, define) => {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [file],
    bundle: true,
    format,
    target: 'es2022',
    minify: true,
    define,
    tsconfig: join(root, 'tsconfig.json'),
    write: false,
    logLevel: 'error',
  })
  return outputFiles.map(({ text }) => text).join('')
}

/**
 * @param {string} root the checkout
 * @returns {Promise<{ files: Map<string, Uint8Array | string>, first: string[] }>} each file by its address, and the scripts without which
 *   the form of a visit cannot be used
 */
export const buildOffline = async (root) => {
  const css = await styleOf(root)
  const worker = await textOf(root, 'lib/device/device-worker.ts', 'esm', {})
  const deviceWorker = `${PAGE}/device-${hashOf(worker)}.js`
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: { main: 'components/offline/main.tsx', style: 'style.css' },
    outdir: '/',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    jsx: 'automatic',
    entryNames: '[name]-[hash]',
    chunkNames: 'part-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file' },
    define: {
      'process.env.NODE_ENV': '"production"',
      DEVICE_WORKER: JSON.stringify(deviceWorker),
    },
    alias: {
      'next-intl': 'use-intl',
      'use-intl/format-message': 'use-intl/format-message/format-only',
      'next/navigation': './components/offline/navigation.ts',
    },
    tsconfig: join(root, 'tsconfig.json'),
    metafile: true,
    write: false,
    logLevel: 'error',
    plugins: [
      ourFiles(root),
      {
        name: 'style',
        setup(builder) {
          builder.onResolve({ filter: /^style\.css$/ }, () => ({
            path: join(root, 'app/style.css'),
            namespace: 'style',
          }))
          builder.onLoad({ filter: /.*/, namespace: 'style' }, () => ({
            contents: css,
            loader: 'css',
            resolveDir: join(root, 'app'),
          }))
        },
      },
    ],
  })
  const refused = Object.entries(metafile.outputs).flatMap(([, { inputs }]) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) =>
      bytesInOutput > 0 && REFUSED.test(file) ? [file] : [],
    ),
  )
  if (refused.length > 0)
    throw new Error(`what is kept on a phone would hold parts of the server: ${refused.join(', ')}`)

  // What stands in for a file that was renamed or is asked for no more would be left out without a word.
  const asks = Object.entries(INSTEAD).filter(
    ([file, other]) => file in metafile.inputs || !(other in metafile.inputs),
  )
  if (asks.length > 0) throw new Error(`what asks the server was not exchanged: ${asks.join(', ')}`)

  // The scripts that may come before the form of a visit can be used, followed from the first.
  const first = new Set()
  const follow = (/** @type {string} */ path) => {
    const output = metafile.outputs[path]
    const sources = Object.keys(output?.inputs ?? {})
    const isOther =
      OTHER_FORM.test(output?.entryPoint ?? '') || (sources.length > 0 && sources.every(isOfOtherLanguage))
    if (output === undefined || isOther || first.has(basename(path))) return
    first.add(basename(path))
    for (const { path: next } of output.imports) follow(next)
  }
  follow(Object.keys(metafile.outputs).find((path) => basename(path).startsWith('main-')) ?? '')
  const made = outputFiles.map(({ path, contents }) => ({ name: relative('/', path), contents }))
  const number = hashOf(
    made
      .map(({ name }) => name)
      .sort()
      .join('\n'),
  )
  const addressOf = (/** @type {string} */ name) => `${PAGE}/${number}/${name}`
  const named = (/** @type {RegExp} */ pattern) => {
    const found = made.find(({ name }) => pattern.test(name))
    if (found === undefined) throw new Error(`nothing was built that is called ${pattern}`)
    return found.name
  }
  const html = page({
    script: addressOf(named(/^main-.*\.js$/)),
    style: addressOf(named(/^style-.*\.css$/)),
  })
  // Letters of other scripts are the device's own.
  const kept = made
    .map(({ name }) => name)
    .filter((name) => !name.endsWith('.woff2') || /-latin-(wght|standard|full)-normal/.test(name))
  const list = [PAGE, deviceWorker, ...kept.map(addressOf).sort(), '/calendar.svg']
  const define = { FILES: JSON.stringify(list), CACHE: JSON.stringify(`offline ${hashOf(number + html)}`) }
  /** @type {[string, Uint8Array | string][]} */
  const built = made.map(({ name, contents }) => [addressOf(name), contents])
  return {
    files: new Map([
      ...built,
      [`${PAGE}/page.html`, html],
      [deviceWorker, worker],
      ['/worker.js', await textOf(root, 'lib/offline/worker.ts', 'iife', define)],
    ]),
    // Everything but the words of three languages and what other forms ask: the most that has come when the form of a visit can be used.
    first: made.flatMap(({ name }) => (name.endsWith('.js') && first.has(name) ? [addressOf(name)] : [])),
  }
}

/** @param {string} root the checkout */
export const writeOffline = async (root) => {
  const { files } = await buildOffline(root)
  const place = (/** @type {string} */ address) => join(root, 'public', address)
  const folder = place(PAGE)
  const now = new Set([...files.keys()].map((address) => address.split('/')[2]))
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) if (!now.has(name)) rmSync(join(folder, name), { recursive: true })
  for (const [address, contents] of files) {
    mkdirSync(dirname(place(address)), { recursive: true })
    writeFileSync(place(address), contents)
  }
}

if (process.argv[1] === import.meta.filename) await writeOffline(dirname(import.meta.dirname))
