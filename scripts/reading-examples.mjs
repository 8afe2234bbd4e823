import { createHash } from 'node:crypto'
import { parse, TYPE } from '@formatjs/icu-messageformat-parser'

/** @typedef {import('@formatjs/icu-messageformat-parser').MessageFormatElement} Element */
/** @typedef {'en' | 'fr' | 'nl' | 'de'} Language */
/** @typedef {{ value: number | null, unit: string }} Figure of the country profile */

/** @type {Readonly<Record<Language, string>>} */
const DAY = { en: '12 March 2026', fr: '12 mars 2026', nl: '12 maart 2026', de: '12. März 2026' }
/** @type {Readonly<Record<Language, string>>} */
const LATER = { en: '26 March 2026', fr: '26 mars 2026', nl: '26 maart 2026', de: '26. März 2026' }

/**
 * What stands in the place of an argument, by its name; the first pattern that fits.
 * @type {readonly (readonly [RegExp, string | Readonly<Record<Language, string>>])[]}
 */
const EXAMPLES = [
  [/^(names|others)$/, 'Amina Diallo, Tom Peeters'],
  [/^(other|against|author)$/, 'Tom Peeters'],
  [/^(to|until|end|latest|due|last|next|now)$/, LATER],
  [
    /^(from|begin|on|at|day|date|when|since|start|earliest|first|requested|was|old|today|opened|tomorrow|yesterday|decided)$/,
    DAY,
  ],
  [/name|who|^one$|by$|worker|owner|person|sender|colleague|carrier|recipient/i, 'Amina Diallo'],
  [/^(time|hours?)$/, '14:30'],
  [/email|address/, 'amina.diallo@example.org'],
  [/phone/, '0470 12 34 56'],
  [/code|^file$|reference/, 'BXL-0412'],
  [/country|nationality/, { en: 'Guinea', fr: 'Guinée', nl: 'Guinee', de: 'Guinea' }],
  [/centre|place|where|team|organisation|authority|room/, 'Vottem'],
  [/language/, { en: 'Pashto', fr: 'pachto', nl: 'Pasjtoe', de: 'Paschtu' }],
  [
    /label|field|header|column|dimension/,
    { en: 'Date of birth', fr: 'Date de naissance', nl: 'Geboortedatum', de: 'Geburtsdatum' },
  ],
  [/role/, { en: 'guest', fr: 'invité·e', nl: 'gast', de: 'Gast' }],
  [/year|period|edition|month/, '2026'],
  [/status|state|outcome|answer/, { en: 'in force', fr: 'en vigueur', nl: 'van kracht', de: 'in Kraft' }],
  [
    /title|what|text|goal|task|step|event|document|letter|sheet|said|kind|word|form/,
    { en: 'interview', fr: 'entretien', nl: 'gesprek', de: 'Gespräch' },
  ],
  [/^article$/, '9'],
  [/^holiday$/, { en: 'Labour Day', fr: 'fête du Travail', nl: 'Dag van de Arbeid', de: 'Tag der Arbeit' }],
  [/^because$/, { en: 'a public holiday', fr: 'un jour férié', nl: 'een feestdag', de: 'ein Feiertag' }],
  [/reason|about|ground|mistake/, { en: 'illness', fr: 'maladie', nl: 'ziekte', de: 'Krankheit' }],
  [/save|press|button|link|change/, { en: 'Save', fr: 'Enregistrer', nl: 'Opslaan', de: 'Speichern' }],
  [/law|act|rule|regulation/, 'art. 9'],
  [
    /^figure$/,
    { en: 'People met', fr: 'Personnes rencontrées', nl: 'Ontmoete mensen', de: 'Getroffene Personen' },
  ],
  [
    /^counted$/,
    {
      en: '12 people met',
      fr: '12 personnes rencontrées',
      nl: '12 mensen ontmoet',
      de: '12 Personen getroffen',
    },
  ],
  [/^needs$/, { en: 'an interpreter', fr: 'un interprète', nl: 'een tolk', de: 'Sprachmittlung' }],
  [/^before$/, '2025'],
  [/^difference$/, '3'],
  [/^done$/, '1'],
]
/**
 * Texts whose arguments mean something else than their names say elsewhere.
 * @type {readonly (readonly [RegExp, Readonly<Record<string, string | Readonly<Record<Language, string>>>>])[]}
 */
const IN_PLACE = [
  [/letter gives \{letter\}/, { letter: DAY, rule: LATER }],
  [/^Step \{step\} of/, { step: '2' }],
  [/^\{from\} to \{to\}$/, { from: '14:00', to: '16:30' }],
  [/^The statements range from/, { from: '16', to: '20' }],
  [/^winter/, { year: '2025', next: '2026' }],
  [
    /^\{what\} by month/,
    {
      what: {
        en: 'People met',
        fr: 'Personnes rencontrées',
        nl: 'Ontmoete mensen',
        de: 'Getroffene Personen',
      },
      points: {
        en: 'January 12, February 9',
        fr: 'janvier 12, février 9',
        nl: 'januari 12, februari 9',
        de: 'Januar 12, Februar 9',
      },
    },
  ],
]
/** Where the arguments around are ages or positions in a list, and no days. */
const IS_NUMBER =
  /\{(from|to)\}(( to |–)\{to\})? (years|of)|(younger than|at (most|least)|range from|age \S+ counts:) \{(from|to)\}/
const OTHER_NUMBER = '12'

/** @param {string} seed @returns {string} */
export const hashOf = (seed) => createHash('sha256').update(seed).digest('hex')

/** @template T @param {readonly T[]} list @param {string} seed @param {(item: T) => string} id @returns {T[]} in the order of the hashes */
export const shuffled = (list, seed, id) =>
  list
    .map((item) => ({ item, hash: hashOf(`${seed}:${id(item)}`) }))
    .sort((one, other) => (one.hash < other.hash ? -1 : 1))
    .map(({ item }) => item)

/**
 * What is known of a message; of a guide, the buttons and pages that its arguments name.
 * @typedef {{ language: Language, seed: string, english: string, named?: ReadonlyMap<string, string> | undefined }} Around
 */

/** @param {string} name @param {Around} around */
const exampleOf = (name, { language, english, named }) => {
  const button = named?.get(name)
  if (button !== undefined) return button
  if (/^(from|to)$/.test(name) && IS_NUMBER.test(english)) return name === 'from' ? '16' : '18'
  const example =
    IN_PLACE.find(([text]) => text.test(english))?.[1][name] ??
    EXAMPLES.find(([pattern]) => pattern.test(name))?.[1] ??
    OTHER_NUMBER
  return typeof example === 'string' ? example : example[language]
}

/**
 * @param {readonly Element[]} elements @param {Around} around its seed chooses the branches
 * @param {string} [count] the number of the plural around
 * @returns {string}
 */
const written = (elements, around, count = OTHER_NUMBER) =>
  elements
    .map((element) => {
      if (element.type === TYPE.literal) return element.value
      if (element.type === TYPE.pound) return count
      if (element.type === TYPE.tag)
        return element.children.length === 0
          ? exampleOf(element.value, around)
          : written(element.children, around, count)
      if (element.type === TYPE.select) {
        const [chosen] = shuffled(Object.keys(element.options), around.seed, (key) => key)
        return written(element.options[chosen ?? 'other']?.value ?? [], around, count)
      }
      if (element.type === TYPE.plural) {
        const has = '=0' in element.options ? [0, 1, 3] : [1, 3]
        const [number = 3] = shuffled(has, around.seed, String)
        const form = new Intl.PluralRules(around.language).select(number)
        const option = element.options[`=${number}`] ?? element.options[form] ?? element.options.other
        return written(option?.value ?? [], around, String(number))
      }
      return element.type === TYPE.number ? '3' : exampleOf(element.value, around)
    })
    .join('')

/** @param {string} text steps that are shown as a list are read in one line */
const inOneLine = (text) => text.replace(/\s*\n\s*/g, ' / ').trim()

/**
 * A message as a page shows it, with values that could be.
 * @param {string} message @param {Around} around
 */
export const rendered = (message, around) => inOneLine(written(parse(message), around))

/**
 * A text of the reference data names figures by their slugs, also several that are counted together.
 * @param {string} text @param {ReadonlyMap<string, Figure>} figures @param {Language} language
 */
export const withFigures = (text, figures, language) =>
  inOneLine(
    text.replace(/\{([a-z0-9:-]+)\}/g, (_, named) => {
      const slugs = String(named).split(':')
      const figure = figures.get(slugs.at(-1) ?? '')
      const value = slugs.length === 1 ? figure?.value : null
      const isShare = figure?.unit === 'percent' || slugs[0] === 'share'
      if (figure?.unit === 'year') return String(value)
      return `${(value ?? Number(OTHER_NUMBER)).toLocaleString(language)}${isShare && slugs[0] !== 'points' ? ' %' : ''}`
    }),
  )
