// Sheets for a reader who has never seen the pages (docs/how-to/read-the-texts.md): texts of ours and published ones of other services,
// mixed by the hash of a commit.
//   node scripts/reading-sheet.mjs draw <language> <published.json> <folder> [commit]
//   node scripts/reading-sheet.mjs count <key.json> [number of a marked text …]
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { transform } from 'esbuild'
import * as z from 'zod'
import { root } from './child.mjs'
import { shuffled } from './reading-examples.mjs'
import { byPath, messagesShown, READ_IN, referenceShown } from './reading-strings.mjs'
import { Refusal, runProgram } from './refusal.mjs'

/** @typedef {import('./reading-examples.mjs').Language} Language */
/** @typedef {import('./reading-strings.mjs').Shown} Shown */

const OURS = 300
const PUBLISHED = 60
const OUR_NAME = 'Accompany'
const MASK = '[…]'
/** At most this share of ours may be marked. */
const MOST_MARKED = 0.05

const publishedFile = z.object({
  /** Names of products and services in the texts: they say whose a text is. */
  names: z.array(z.string()),
  strings: z.array(
    z.object({
      text: z.string(),
      kind: z.enum(['button', 'error', 'explanation', 'heading', 'hint', 'label']),
      place: z.string(),
      before: z.string().default(''),
      after: z.string().default(''),
      address: z.string(),
    }),
  ),
})
const factsFile = z.object({
  rows: z.array(z.object({ slug: z.string(), value: z.number().nullable(), unit: z.string() })),
})
const keyFile = z.object({
  answers: z.array(z.object({ number: z.number(), whose: z.enum(['ours', 'published']), id: z.string() })),
})

/** @param {string[]} args @param {string} [input] */
const git = (args, input = '') => {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: root, input, maxBuffer: 2 ** 28 })
  if (status !== 0) throw new Refusal(stderr.toString().trim())
  return stdout
}

/** @param {string} commit @param {readonly string[]} folders @returns {Map<string, unknown>} the JSON files there, by path */
const filesAt = (commit, folders) => {
  const paths = git(['ls-tree', '--name-only', commit, ...folders])
    .toString()
    .split('\n')
    .filter((path) => path.endsWith('.json'))
  // Each file comes after a line that ends with its size, and before a line break.
  let rest = git(['cat-file', '--batch'], paths.map((path) => `${commit}:${path}\n`).join(''))
  return new Map(
    paths.map((path) => {
      const start = rest.indexOf('\n') + 1
      const end = start + Number(rest.subarray(0, start).toString().trim().split(' ').at(-1))
      const content = rest.subarray(start, end).toString()
      rest = rest.subarray(end + 1)
      return [path, JSON.parse(content)]
    }),
  )
}

const guidesFile = z.record(z.string(), z.array(z.tuple([z.string(), z.string()])))
/** @param {string} commit the buttons and pages that each guide of help names, by its arguments: the keys of their own words */
const guidesAt = async (commit) => {
  const source = git(['show', `${commit}:components/help/guides.ts`]).toString()
  const { code } = await transform(source, { loader: 'ts', format: 'esm' })
  const { GUIDES } = await import(`data:text/javascript,${encodeURIComponent(code)}`)
  return guidesFile.parse(GUIDES)
}

/** @param {string} commit @param {Language} language @returns {Promise<Shown[]>} every text that is shown, once */
const textsOf = async (commit, language) => {
  const files = filesAt(commit, ['messages/en/', `messages/${language}/`, 'prisma/reference/be/'])
  const { rows } = factsFile.parse(files.get('prisma/reference/be/facts.json'))
  const figures = new Map(rows.map(({ slug, ...figure }) => [slug, figure]))
  const guides = await guidesAt(commit)
  /** @param {string} key */
  const wordsAt = (key) => {
    const [name = '', ...path] = key.split('.')
    return byPath(files.get(`messages/${language}/${name}.json`)).get(path.join('.')) ?? ''
  }
  /** @param {string} path */
  const namedIn = (path) =>
    new Map(guides[path.split('.').at(-1) ?? '']?.map(([argument, key]) => [argument, wordsAt(key)]))
  const all = [...files].flatMap(([path, tree]) => {
    const name = path.split('/').at(-1)?.replace('.json', '') ?? ''
    if (path.startsWith('prisma/')) return referenceShown(name, tree, figures, language)
    if (!path.startsWith(`messages/${language}/`)) return []
    return messagesShown(
      name,
      tree,
      byPath(files.get(`messages/en/${name}.json`)),
      language,
      `${commit}:${language}`,
      name === 'guide' ? namedIn : undefined,
    )
  })
  return [...new Map(all.map((shown) => [shown.text, shown])).values()]
}

/**
 * A label is marked less often than a sentence: the published texts are of the kinds that ours are, as far as there are enough.
 * @template {{ kind: string }} T
 * @param {readonly Shown[]} ours @param {readonly T[]} all in the order to take them @param {number} most
 */
const inSharesOf = (ours, all, most) => {
  const wanted = (/** @type {string} */ kind) =>
    Math.round((most * ours.filter((shown) => shown.kind === kind).length) / ours.length)
  /** @type {Map<string, number>} */ const taken = new Map()
  const first = all.filter(({ kind }) => {
    const number = taken.get(kind) ?? 0
    taken.set(kind, number + 1)
    return number < wanted(kind)
  })
  return [...first, ...all.filter((one) => !first.includes(one))].slice(0, most)
}

/**
 * Signs that a keyboard sets otherwise than a book would say whose a text is: they are set alike.
 * @param {Language} language @param {readonly string[]} names
 */
const evenly = (language, names) => (/** @type {string} */ text) => {
  const quotes = { en: '“$1”', fr: '« $1 »', nl: '“$1”', de: '„$1“' }[language]
  const even = names
    .reduce((said, name) => said.replaceAll(name, MASK), text)
    .replace(/<[^>]*>/g, '')
    .replace(/'/g, '’')
    .replace(/["“„«]\s*([^"“”„«»]+?)\s*["”“»]/g, quotes)
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
  return language === 'fr'
    ? even.replaceAll('« ', '«\u00a0').replace(/ ?([:;!?»])(?=[\s.,)]|$)/g, '\u00a0$1')
    : even
}

const HOW_TO_MARK = [
  'Short texts from several services in Belgium, in no order: buttons, headings, labels, hints, errors and explanations of their pages.',
  'Read each as it would be on a screen, with the lines before and after it. Names, numbers and days are examples.',
  'Mark the number of a text that you would not expect of a professional service: wrong, unnatural, unclear, or a translation that shows.',
  'Only the text in bold is judged. Write the number and a few words why.',
]

/** @param {string} language @param {readonly (Omit<Shown, 'id'> & { number: number })[]} lines */
const sheetText = (language, lines) =>
  [
    `# Texts to read (${language})`,
    HOW_TO_MARK.join('\n'),
    ...lines.map(({ number, kind, place, before, text, after }) =>
      [`## ${number}`, `${kind}, ${place}`, `- ${before || '–'}`, `- **${text}**`, `- ${after || '–'}`].join(
        '\n',
      ),
    ),
    '',
  ].join('\n\n')

/** @param {string[]} args */
const draw = async ([wanted, path, folder, revision = 'HEAD']) => {
  const language = READ_IN.find((one) => one === wanted)
  if (language === undefined || path === undefined || folder === undefined)
    throw new Refusal('Say: draw <en|fr|nl|de> <published.json> <folder> [commit]')
  const commit = git(['rev-parse', `${revision}^{commit}`])
    .toString()
    .trim()
  const seed = `${commit}:${language}`
  const published = publishedFile.parse(JSON.parse(readFileSync(path, 'utf8')))
  const even = evenly(language, [OUR_NAME, ...published.names])
  const ours = shuffled(await textsOf(commit, language), seed, ({ id }) => id).slice(0, OURS)
  const theirs = inSharesOf(
    ours,
    shuffled(published.strings, seed, ({ text }) => text),
    PUBLISHED,
  )
  const mixed = shuffled(
    [
      ...ours.map((shown) => ({ ...shown, whose: 'ours' })),
      ...theirs.map(({ address, ...shown }) => ({ ...shown, id: address, whose: 'published' })),
    ],
    `${seed}:mixed`,
    ({ id, text }) => `${id}:${text}`,
  )
  const lines = mixed.map(({ kind, place, before, text, after }, index) => ({
    number: index + 1,
    kind,
    place,
    before: even(before),
    text: even(text),
    after: even(after),
  }))
  const answers = mixed.map(({ whose, id, text }, index) => ({ number: index + 1, whose, id, text }))
  mkdirSync(folder, { recursive: true })
  const write = (/** @type {string} */ name, /** @type {string} */ text) =>
    writeFileSync(join(folder, name), text)
  write(`sheet-${language}.md`, sheetText(language, lines))
  write(`sheet-${language}.json`, `${JSON.stringify({ language, lines }, null, 2)}\n`)
  write(`key-${language}.json`, `${JSON.stringify({ commit, language, answers }, null, 2)}\n`)
  console.log(`${language}: ${ours.length} of ours, ${theirs.length} published`)
  return 0
}

/** @param {string[]} args */
const count = ([path, ...marked]) => {
  if (path === undefined) throw new Refusal('Say: count <key.json> [number of a marked text …]')
  const { answers } = keyFile.parse(JSON.parse(readFileSync(path, 'utf8')))
  const numbers = new Set(marked.map(Number))
  const of = (/** @type {'ours' | 'published'} */ whose) => {
    const all = answers.filter((answer) => answer.whose === whose)
    const found = all.filter(({ number }) => numbers.has(number))
    return { found, share: found.length / Math.max(1, all.length), all: all.length }
  }
  const [ours, theirs] = [of('ours'), of('published')]
  const say = (/** @type {string} */ name, /** @type {ReturnType<typeof of>} */ { found, share, all }) =>
    console.log(`${name}: ${found.length} of ${all} marked (${(share * 100).toFixed(1)} %)`)
  say('ours', ours)
  say('published', theirs)
  for (const { number, id } of ours.found) console.log(`  ${number}  ${id}`)
  return ours.share <= Math.min(theirs.share, MOST_MARKED) ? 0 : 1
}

await runProgram(async () => {
  const [, , command, ...args] = process.argv
  if (command === 'draw') return draw(args)
  if (command === 'count') return count(args)
  throw new Refusal('Say draw or count; docs/how-to/read-the-texts.md says how.')
})
