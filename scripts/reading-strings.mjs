import { rendered, withFigures } from './reading-examples.mjs'

/** @typedef {import('./reading-examples.mjs').Language} Language */
/** @typedef {import('./reading-examples.mjs').Figure} Figure */
/** @typedef {'button' | 'error' | 'explanation' | 'heading' | 'hint' | 'label'} Kind */
/** @typedef {{ id: string, kind: Kind, place: string, before: string, text: string, after: string }} Shown a text in its place */

/** @type {readonly Language[]} */
export const READ_IN = ['en', 'fr', 'nl', 'de']

/** What a reader is told of the place: the subject of the page, in plain words. */
const PLACES = {
  accounts: 'accounts and signing in',
  alike: 'comparing two people',
  asylum: 'the asylum procedure of a person',
  attachments: 'papers of a file',
  bulk: 'changing several files at once',
  caseload: 'the list of files',
  cases: 'a file',
  circles: 'who has access to a file',
  closings: 'closing a file',
  comments: 'comments of colleagues',
  common: 'every page',
  consents: 'consents of a person',
  contacts: 'how a person is reached',
  countries: 'figures and laws',
  deadlines: 'deadlines',
  detention: 'visits to closed centres',
  drafts: 'drafts',
  duplicates: 'possible duplicates',
  equals: 'spellings of names',
  errors: 'a form',
  find: 'search',
  forms: 'a form',
  guardianship: 'guardians of minors',
  guide: 'help',
  handovers: 'handing over files',
  help: 'help',
  imports: 'import of a table',
  keeping: 'storage on this device',
  layout: 'every page',
  menu: 'the menu',
  notices: 'notifications',
  palette: 'search',
  people: 'a person',
  planning: 'planning of visits',
  procedure: 'the procedure of a person',
  referrals: 'referrals',
  refusals: 'a page that cannot be shown',
  reviews: 'review of files',
  rights: 'retention and rights of a person',
  sheets: 'information sheets',
  statistics: 'statistics',
  summaries: 'summary of a file',
  tasks: 'tasks of a file',
  team: 'a team',
  today: 'the start page',
  trafficking: 'signals of trafficking',
  views: 'saved views of a list',
  when: 'entering a date',
}

const DOES =
  /^(accept|add|allow|apply|approve|ask|assign|back|cancel|change|check|choose|clear|close|confirm|continue|copy|correct|create|decline|delete|discard|download|edit|enter|export|filter|give|go|hide|import|invite|join|leave|log|mark|merge|move|open|plan|prepare|print|publish|record|refer|reject|remove|report|restore|save|search|select|send|show|sign|start|stop|take|try|undo|use|view|withdraw|write)\b/i

/** @param {string} text */
const wordsOf = (text) => text.split(/\s+/).length

/** @param {string} key @param {string} english @returns {Kind} */
export const kindOf = (key, english) => {
  if (/^(errors|refusals)\.|(^|\.)(refused|error|errors)\b/.test(key)) return 'error'
  if (/hint$/i.test(key)) return 'hint'
  const isSentence = /[.!?]$/.test(english) || wordsOf(english) > 9
  if (/(title|heading|legend)$/i.test(key)) return isSentence ? 'explanation' : 'heading'
  if (!isSentence && wordsOf(english) <= 4 && DOES.test(english)) return 'button'
  return isSentence ? 'explanation' : 'label'
}

/** @param {unknown} tree @param {string} path @returns {[string, string][]} */
const leaves = (tree, path) => {
  if (typeof tree === 'string') return [[path, tree]]
  if (typeof tree !== 'object' || tree === null) return []
  return Object.entries(tree).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`))
}

/** @param {string} path */
const blockOf = (path) => path.split('.').slice(0, -1).join('.')

/** @param {string} text a figure or a sign is nothing to read */
const isReadable = (text) => /\p{L}{3,}/u.test(text)

/** Typed by people into the search, and read by no one. */
const NOT_SHOWN = /^palette\.also\./

/**
 * @param {string} subject name of the file of messages @param {unknown} tree its content
 * @param {ReadonlyMap<string, string>} english by path @param {Language} language @param {string} seed
 * @param {(path: string) => ReadonlyMap<string, string> | undefined} [namedBy] what the arguments of a text name, where it names buttons
 * @returns {Shown[]}
 */
export const messagesShown = (subject, tree, english, language, seed, namedBy = () => undefined) => {
  const all = leaves(tree, '')
    .map(([path, message]) => ({
      path,
      text: rendered(message, {
        language,
        seed: `${seed}:${subject}.${path}`,
        english: english.get(path) ?? '',
        named: namedBy(path),
      }),
    }))
    .filter(({ text }) => isReadable(text))
  const place = Object.entries(PLACES).find(([name]) => name === subject)?.[1] ?? 'a page'
  return all.flatMap(({ path, text }, index) => {
    const id = `${subject}.${path}`
    if (NOT_SHOWN.test(id)) return []
    const same = all.filter((other) => blockOf(other.path) === blockOf(path))
    const around = same.length > 2 ? same : all
    const at = around === all ? index : same.findIndex((other) => other.path === path)
    const others = (/** @type {{ text: string }[]} */ lines) => lines.filter((line) => line.text !== text)
    const before = others(around.slice(0, at)).at(-1)?.text ?? ''
    const after = others(around.slice(at + 1))[0]?.text ?? ''
    return [{ id, kind: kindOf(id, english.get(path) ?? text), place, before, text, after }]
  })
}

/** @param {unknown} tree @returns {ReadonlyMap<string, string>} */
export const byPath = (tree) => new Map(leaves(tree, ''))

/** Texts that explain how a figure was counted, and pieces of a sentence: no page shows them alone. */
const PIECES = /\.(period|population|handling)\b/

/**
 * The texts that rows of the reference data have in each language.
 * @param {string} name of the file @param {unknown} tree @param {ReadonlyMap<string, Figure>} figures @param {Language} language
 * @returns {Shown[]}
 */
export const referenceShown = (name, tree, figures, language) => {
  /** @param {unknown} inner @param {string} path @returns {[string, string][]} */
  const texts = (inner, path) => {
    if (typeof inner !== 'object' || inner === null) return []
    const text =
      READ_IN.every((one) => one in inner) && Object.entries(inner).find(([key]) => key === language)?.[1]
    if (typeof text === 'string') return PIECES.test(path) ? [] : [[path, text]]
    return Object.entries(inner).flatMap(([key, deeper]) => texts(deeper, `${path}.${key}`))
  }
  const all = texts(tree, name)
    .map(([id, text]) => ({ id, text: withFigures(text, figures, language) }))
    .filter(({ text }) => isReadable(text))
  return all.map(({ id, text }, index) => ({
    id,
    kind: /\.(label|title|subject|name)$/.test(id) ? 'label' : 'explanation',
    place:
      name === 'code-lists'
        ? 'a list to choose from'
        : /deadline/.test(name)
          ? 'deadlines'
          : 'figures and laws',
    before: all.slice(0, index).findLast((other) => other.text !== text)?.text ?? '',
    text,
    after: all.slice(index + 1).find((other) => other.text !== text)?.text ?? '',
  }))
}
