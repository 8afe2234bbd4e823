import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, TYPE } from '@formatjs/icu-messageformat-parser'

/** @typedef {import('@formatjs/icu-messageformat-parser').MessageFormatElement} Element */
/** @typedef {Map<string, string>} Words key path -> message */

/** Values that are rightly the same as in English: names, and words that the languages share. */
const SAME_AS_ENGLISH_FILE = 'messages/same-as-english.json'

/**
 * @param {unknown} tree
 * @param {string} path
 * @returns {[string, string][]}
 */
const flatten = (tree, path) => {
  if (typeof tree === 'string') return [[path, tree]]
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) return [[path, '']]
  return Object.entries(tree).flatMap(([key, inner]) => flatten(inner, path === '' ? key : `${path}.${key}`))
}

/**
 * @param {string} root
 * @param {string} language
 * @param {string} room
 * @returns {Words}
 */
export const readWords = (root, language, room) => {
  const path = join(root, `messages/${language}/${room}.json`)
  return new Map(existsSync(path) ? flatten(JSON.parse(readFileSync(path, 'utf8')), '') : [])
}

/**
 * Every element of a message, however deep.
 * @param {readonly Element[]} elements
 * @returns {Element[]}
 */
const walk = (elements) =>
  elements.flatMap((element) => [
    element,
    ...('options' in element ? Object.values(element.options).flatMap(({ value }) => walk(value)) : []),
    ...('children' in element ? walk(element.children) : []),
  ])

/** @param {string} message @returns {{ elements: Element[] } | { fault: string }} */
const read = (message) => {
  try {
    return { elements: walk(parse(message)) }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : 'cannot be read' }
  }
}

/** @param {readonly Element[]} elements names of the arguments */
const argumentsOf = (elements) =>
  [
    ...new Set(
      elements.flatMap((element) =>
        element.type === TYPE.literal || element.type === TYPE.pound ? [] : [element.value],
      ),
    ),
  ].sort()

/**
 * Plural forms a language needs and a message lacks. French "many" is for millions and reads like "other";
 * an exact `=1` says what "one" would say.
 * @param {string} language
 * @param {readonly Element[]} elements
 */
const missingPlurals = (language, elements) =>
  elements.flatMap((element) => {
    if (element.type !== TYPE.plural) return []
    const rules = new Intl.PluralRules(language, {
      type: element.pluralType === 'ordinal' ? 'ordinal' : 'cardinal',
    })
    return rules
      .resolvedOptions()
      .pluralCategories.filter(
        (form) =>
          !(form in element.options) &&
          !(form === 'one' && '=1' in element.options) &&
          !(language === 'fr' && form === 'many'),
      )
  })

/**
 * French sets a space before these signs, and a line may not break there (Imprimerie nationale, Lexique des règles typographiques).
 * @param {string} language @param {string} message
 */
const breaksBeforeSign = (language, message) => language === 'fr' && / [:;!?»]|« /.test(message)

/**
 * Words that no page uses, and the one it uses instead (docs/terms.md): the dialect of the first pages, and second words for one thing.
 * Search words of the palette are what people type, and may be any.
 * @type {Readonly<Record<string, readonly (readonly [RegExp, string])[]>>}
 */
const NOT_OURS = {
  en: [
    [/\b(who(m|so)?ever|somebody|nobody|anybody|everybody)\b/i, 'the person, you, no one'],
    [/\b(stands?|kept|goes along|trail|deeds?|the house)\b/i, 'the plain word'],
    [/\b(she|her|hers|herself)\b/i, 'they, or the person'],
    [/\bhandovers?\b/i, 'hand-over'],
    [/\bemails?\b/i, 'e-mail'],
    [/\blog(ged)?[ -]?(in|out|on|off)\b/i, 'sign in, sign out'],
    [/\b(asylum seekers?|clients?|beneficiar(y|ies))\b/i, 'applicant, person'],
  ],
  fr: [
    [/\b(la maison|quiconque)\b/i, 'l’organisation, la personne'],
    [/\b(emails?|courriels?)\b/i, 'e-mail'],
    [/\bs’identifier\b/i, 'se connecter'],
    // The noun is a backup.
    [/sauvegard(?!es?\b)/i, 'enregistrer'],
    [/\b(bénéficiaires?|demandeurs? d’asile)\b/i, 'personne, demande de protection'],
  ],
  nl: [
    [/\b(het huis|wie ook)\b/i, 'de organisatie, de persoon'],
    [/\bemails?\b/i, 'e-mail'],
    [/\b(in|uit)log/i, 'aanmelden, afmelden'],
    [/asielzoeker|cliënt/i, 'verzoeker, persoon'],
    [/rechtsbijstand/i, 'juridische bijstand'],
    [/\b(ge)?note(er|ren)/i, 'registreren'],
  ],
  de: [
    [/\b(das Haus|wer auch immer)\b/i, 'die Organisation, die Person'],
    [/\bEmails?\b/, 'E-Mail'],
    [/\b(ein|aus)log/i, 'anmelden, abmelden'],
    [/Asylbewerber|Klient|Mitarbeiter/, 'antragstellende Person, Person, Fachkraft'],
    [/Rechtshilfe/, 'juristischer Beistand'],
    [/Haftbeschluss/, 'Haftanordnung'],
  ],
}
const TYPED_BY_PEOPLE = /^palette\.also\./

/** A hint or an error is read while something else is being done: at most so many words. */
const MOST_WORDS = 20
const IS_SHORT = /^errors\.|hint$/i
/** It names the two annexes by which a decision detains: a worker who missed them would count thirty days for ten. */
const LONGER = new Set(['deadlines.held.hint'])

/** @param {readonly Element[]} elements what is said, without the arguments */
const textOf = (elements) =>
  elements.flatMap((element) => (element.type === TYPE.literal ? [element.value] : [])).join(' ')

/** @param {string} text */
const countWords = (text) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

/**
 * @param {string} path @param {string} language @param {readonly Element[]} elements
 * @returns {string[]} what no colleague would say
 */
const oddities = (path, language, elements) => {
  const text = textOf(elements)
  const known = TYPED_BY_PEOPLE.test(path) ? [] : (NOT_OURS[language] ?? [])
  const count = IS_SHORT.test(path) && !LONGER.has(path) ? countWords(text) : 0
  return [
    ...known.flatMap(([word, ours]) => {
      const said = word.exec(text)?.[0]
      return said === undefined ? [] : [`says "${said}", the pages say: ${ours} (docs/terms.md)`]
    }),
    ...(count > MOST_WORDS ? [`has ${count} words; a hint or an error has at most ${MOST_WORDS}`] : []),
  ]
}

/**
 * Whether every part of a message can be left out at once. The formatter makes no text of nothing, and the page would show the key.
 * @param {readonly Element[]} parts @returns {boolean}
 */
const mayBeEmpty = (parts) =>
  parts.every(
    (part) => 'options' in part && Object.values(part.options).some(({ value }) => mayBeEmpty(value)),
  )

/** @param {string} message has it a word at all, beside arguments and signs */
const hasWord = (message) => /\p{L}{3,}/u.test(message.replace(/\{[^{}]*\}/g, ''))

/**
 * What is wrong with one room's words: a line each.
 * @param {string} root
 * @param {string} room
 * @param {readonly string[]} languages the first is the one the others are held against
 * @returns {string[]}
 */
export const faultsOfWords = (root, room, languages) => {
  const [first = 'en', ...others] = languages
  const english = readWords(root, first, room)
  const allowed = sameAsEnglish(root)
  return languages.flatMap((language) => {
    const words = readWords(root, language, room)
    const name = (/** @type {string} */ key) => `${language}/${room}.json ${key}:`
    const missing = [...english.keys()].filter((key) => !words.get(key)?.trim())
    const extra = [...words.keys()].filter((key) => !english.has(key))
    const inside = [...words].flatMap(([key, message]) => {
      const now = read(message)
      if ('fault' in now) return [`${name(key)} ${now.fault}`]
      const faults = missingPlurals(language, now.elements).map(
        (form) => `${name(key)} lacks the plural form "${form}"`,
      )
      const odd = oddities(`${room}.${key}`, language, now.elements)
      faults.push(...odd.map((fault) => `${name(key)} ${fault}`))
      if (mayBeEmpty(parse(message)))
        faults.push(`${name(key)} may say nothing at all: put what is always said into it`)
      if (breaksBeforeSign(language, message))
        faults.push(`${name(key)} needs a no-break space (U+00A0) beside : ; ! ? « »`)
      const model = read(english.get(key) ?? '')
      if (!english.has(key) || 'fault' in model) return faults
      const [has, needs] = [argumentsOf(now.elements).join(' '), argumentsOf(model.elements).join(' ')]
      if (has !== needs) faults.push(`${name(key)} has arguments [${has}], English has [${needs}]`)
      const isSame = others.includes(language) && message === english.get(key) && hasWord(message)
      if (isSame && !allowed.has(message))
        faults.push(
          `${name(key)} is the same as in English ("${message}"); translate it or add it to ${SAME_AS_ENGLISH_FILE}`,
        )
      return faults
    })
    return [
      ...missing.map((key) => `${name(key)} missing or empty`),
      ...extra.map((key) => `${name(key)} is not in ${first}`),
      ...inside,
    ]
  })
}

/** @param {string} root @returns {Set<unknown>} */
const sameAsEnglish = (root) => {
  const list = JSON.parse(readFileSync(join(root, SAME_AS_ENGLISH_FILE), 'utf8'))
  return new Set(Array.isArray(list) ? list : [])
}
