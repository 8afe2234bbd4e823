// The page of a country without a network (docs/adr/0074). It reads one file of its own cache and asks no one for anything.
// Every word is put in as text; the policy of the page allows no other way.

/**
 * @typedef {import('../../i18n/locales').Locale} Locale
 * @typedef {import('./kept.rules').OfflineFacts} Kept
 * @typedef {import('./kept.rules').KeptEntry} KeptEntry
 * @typedef {import('./kept.rules').KeptWords} KeptWords
 */

const MOST = 20
/** @type {readonly (readonly [Locale, string])[]} */
const LANGUAGES = [
  ['en', 'English'],
  ['fr', 'Français'],
  ['nl', 'Nederlands'],
  ['de', 'Deutsch'],
]

/** @param {string} text */
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/**
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} name
 * @param {Readonly<Record<string, unknown>>} facts its properties
 * @param {readonly (Node | string)[]} children
 * @returns {HTMLElementTagNameMap[N]}
 */
const make = (name, facts = {}, children = []) => {
  const element = document.createElement(name)
  Object.assign(element, facts)
  element.append(...children)
  return element
}

/**
 * The country whose address this is, or whichever was kept.
 * @returns {Promise<Kept | null>}
 */
const readKept = async () => {
  const country = location.pathname.split('/')[2] ?? ''
  const cache = await caches.open('country-facts')
  const asked = await cache.match(`/countries/${country}/kept.json`)
  if (asked !== undefined) return asked.json()
  const first = (await cache.keys()).find(({ url }) => url.endsWith('/kept.json'))
  return first === undefined ? null : ((await cache.match(first))?.json() ?? null)
}

/**
 * @param {string} text
 * @param {string} label
 * @param {KeptWords} words
 * @param {HTMLElement} said where it stands what became of it
 */
const copyButton = (text, label, words, said) => {
  const button = make('button', { type: 'button', textContent: label })
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text)
      said.textContent = words.copied
    } catch {
      const area = make('textarea', { readOnly: true, rows: 4, value: text, ariaLabel: words.refused })
      said.replaceChildren(words.refused, area)
      area.select()
    }
  })
  return button
}

/**
 * @param {KeptEntry} entry
 * @param {KeptWords} words
 * @param {Locale} locale
 */
const entryOf = (entry, words, locale) => {
  const said = make('span', { className: 'muted', role: 'status' })
  const texts = entry.cite[locale]
  // One text alone is the full one.
  const labels = texts.length === 1 ? words.copy.slice(-1) : words.copy
  const buttons = texts.map((text, index) => copyButton(text, labels[index] ?? '', words, said))
  return make('li', {}, [
    make('h2', { textContent: entry.name[locale] }),
    make('p', { textContent: entry.line[locale] }),
    make('p', { className: 'muted', textContent: words.kinds[entry.kind] }),
    ...(buttons.length === 0 ? [] : [make('div', { className: 'actions' }, [...buttons, said])]),
  ])
}

/**
 * @param {HTMLElement} main
 * @param {Kept} facts
 * @param {Locale} locale
 * @param {string} typed
 */
const draw = (main, facts, locale, typed) => {
  const words = facts.words[locale]
  document.documentElement.lang = locale
  const list = make('ul')
  const count = make('p', { className: 'muted', role: 'status' })
  const field = make('input', { type: 'search', id: 'words', value: typed, autocomplete: 'off' })
  const show = () => {
    const looked = fold(field.value).split(/\s+/).filter(Boolean)
    const found =
      looked.length === 0
        ? []
        : facts.entries.filter((entry) => looked.every((word) => entry.words.includes(word)))
    list.replaceChildren(...found.slice(0, MOST).map((entry) => entryOf(entry, words, locale)))
    if (looked.length === 0) count.textContent = words.hint
    else count.textContent = found.length === 0 ? words.none : String(found.length)
  }
  field.addEventListener('input', show)
  const languages = LANGUAGES.map(([code, name]) => {
    const isChosen = String(code === locale)
    const button = make('button', { type: 'button', textContent: name, lang: code, ariaPressed: isChosen })
    button.addEventListener('click', () => draw(main, facts, code, field.value))
    return button
  })
  main.replaceChildren(
    make('nav', { ariaLabel: words.language }, languages),
    make('h1', { textContent: `${facts.names[locale]}: ${words.title}` }),
    make('p', { className: 'muted', textContent: words.lead }),
    make('p', {}, [make('a', { href: location.href, textContent: words.again })]),
    make('label', { htmlFor: 'words', textContent: words.search }),
    field,
    count,
    list,
  )
  show()
}

const kept = await readKept()
const main = document.getElementById('main')
if (kept !== null && main !== null)
  draw(main, kept, kept.language, new URLSearchParams(location.search).get('q') ?? '')
