// docs/architecture.md from the code: the layers, what lies in each, and which imports which. `npm run db -- draw` writes it; a test
// compares, so that it stays true.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, posix } from 'node:path'

/** From the top down. */
const LAYERS = /** @type {const} */ ({
  pages: 'Pages: app, components/shell, components/offline',
  handlers: 'Handlers: *.actions.ts',
  components: 'Components',
  outputs: 'Outputs',
  rooms: 'Rooms',
  core: 'Core',
  foundations: 'Foundations',
})
/** @typedef {keyof typeof LAYERS} Layer */

/** @param {string} root @param {string} folder @returns {string[]} source files without tests, from the root */
const listSources = (root, folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => posix.join(folder, file.replaceAll('\\', '/')))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/generated\//.test(file))

/** @param {string} root @returns {string} */
export function drawArchitecture(root) {
  /** @type {Record<'foundations' | 'core' | 'outputs', string[]>} */
  const lists = JSON.parse(readFileSync(join(root, 'lib/layers.json'), 'utf8'))
  /** @param {string} file @returns {Layer} */
  const layerOf = (file) => {
    const [top, folder = ''] = file.split('/')
    if (top === 'app' || /^components\/(shell|offline)\//.test(file)) return 'pages'
    if (file.endsWith('.actions.ts') || file.endsWith('.actions')) return 'handlers'
    if (top === 'components') return 'components'
    if (lists.foundations.includes(folder)) return 'foundations'
    if (lists.core.includes(folder)) return 'core'
    return lists.outputs.includes(folder) ? 'outputs' : 'rooms'
  }
  const arrows = new Set()
  const rooms = new Set()
  for (const file of ['app', 'components', 'lib'].flatMap((folder) => listSources(root, folder))) {
    const from = layerOf(file)
    if (from === 'rooms') rooms.add(file.split('/')[1])
    for (const [, to = ''] of readFileSync(join(root, file), 'utf8').matchAll(/from '([@.][^']*)'/g)) {
      const target = to.startsWith('@/') ? to.slice(2) : posix.join(posix.dirname(file), to)
      if (/^(app|components|lib)\//.test(target) && layerOf(target) !== from)
        arrows.add(`  ${from} --> ${layerOf(target)}`)
    }
  }
  const inside = { ...lists, rooms: [...rooms].sort() }
  const boxes = Object.entries(LAYERS).map(([layer, title]) => {
    const folders = Object.entries(inside).find(([name]) => name === layer)?.[1] ?? []
    const lines = folders.map((folder, at) => (at % 6 === 5 ? `${folder}<br>` : `${folder} `)).join('')
    return `  ${layer}["<b>${title}</b>${lines === '' ? '' : `<br>${lines.trim()}`}"]`
  })
  return `# Architecture

Drawn from the code by \`npm run db -- draw\`; do not edit. An arrow says that files of the one import files of the other. Within \`lib\` and
within \`components\` lint refuses an arrow that points up (docs/adr/0113); the one from foundations to components is \`enter\`, which shows the pages
that say why a page cannot be shown. What each folder is for: [the map](map.md).

\`\`\`mermaid
flowchart TB
${boxes.join('\n')}
  database[("<b>PostgreSQL</b><br>row-level security, audit log")]
${[...arrows].sort().join('\n')}
  foundations -- lib/db alone --> database
\`\`\`
`
}

/** @param {string} root */
export const writeArchitectureDrawing = (root) =>
  writeFileSync(join(root, 'docs/architecture.md'), drawArchitecture(root))
