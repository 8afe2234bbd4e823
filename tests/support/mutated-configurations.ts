import { exampleText } from '@/lib/exchange/example'
import { FILE_LENGTH } from '@/lib/exchange/file.rules'
import { configFile } from '@/lib/exchange/file.schema'
import { canonical } from '@/lib/shared/canonical'
import { openDraw, type RandomDraw } from './random-draw'

// Files of a configuration that are wrong in one place, each in a way that someone, a program or an attacker could make. The same seed gives the same files.

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
type Holder = Json[] | { [key: string]: Json }
type Leaf = { readonly set: (value: Json) => void; readonly value: Json; readonly path: readonly string[] }

const isHolder = (value: Json): value is Holder => typeof value === 'object' && value !== null
const holdersOf = (value: Json): Holder[] =>
  isHolder(value) ? [value, ...Object.values(value).flatMap(holdersOf)] : []
const objectsOf = (value: Json): { [key: string]: Json }[] =>
  holdersOf(value).filter((one): one is { [key: string]: Json } => !Array.isArray(one))
const leavesOf = (value: Json, path: readonly string[] = []): Leaf[] =>
  isHolder(value)
    ? Object.entries(value).flatMap(([key, one]): Leaf[] =>
        isHolder(one)
          ? leavesOf(one, [...path, key])
          : [{ set: (next) => Object.assign(value, { [key]: next }), value: one, path: [...path, key] }],
      )
    : []

/** Both examples in one, with an office and a place that they do not have: everything that a file may name. */
export const fullText = (): string => {
  const visitors = configFile.parse(JSON.parse(exampleText('visitors')))
  const guardianship = configFile.parse(JSON.parse(exampleText('guardianship')))
  const { agreements_foster: agreements } = guardianship.fields ?? {}
  if (agreements === undefined) throw new Error('the example has no such field')
  return canonical(
    {
      ...visitors,
      settings: { ...visitors.settings, 'organisation.short': 'HL', 'signIn.idle': { own: 20, wide: 10 } },
      offices: [{ name: 'Voorbeeldstad', locale: 'nl' }],
      ownPlaces: [...(visitors.ownPlaces ?? []), ...(guardianship.ownPlaces ?? [])],
      fields: {
        ...visitors.fields,
        ...guardianship.fields,
        agreements_foster: { ...agreements, offices: ['Voorbeeldstad'] },
      },
    },
    2,
  )
}
const parsed = (): { [key: string]: Json } => JSON.parse(fullText())

/** The value at a place, which has to be there. */
const at = (file: Json, ...path: readonly string[]): { [key: string]: Json } => {
  const found = path.reduce<Json | undefined>(
    (value, key) => (value !== undefined && isHolder(value) ? Object(value)[key] : undefined),
    file,
  )
  if (found === undefined || !isHolder(found)) throw new Error(`nothing at ${path.join('.')}`)
  return Object(found)
}
const listAt = (file: Json, ...path: readonly string[]): Json[] => {
  const found: unknown = at(file, ...path)
  if (!Array.isArray(found)) throw new Error(`no list at ${path.join('.')}`)
  return found
}
/** Changes the file and writes it. */
const changed =
  (change: (file: { [key: string]: Json }, draw: RandomDraw) => void) =>
  (draw: RandomDraw): string => {
    const file = parsed()
    change(file, draw)
    return JSON.stringify(file, null, draw.int(0, 3))
  }
const texts = (file: Json): Leaf[] => leavesOf(file).filter(({ path }) => path.includes('labels'))

const FIELDS = ['wants_visits', 'visit_rhythm', 'language_of_visit', 'lives_with', 'pocket_money']
const MAKERS: Readonly<Record<string, (draw: RandomDraw) => string>> = {
  truncated: (draw) => fullText().slice(0, draw.int(1, fullText().length - 3)),
  'no configuration': (draw) =>
    draw.pick(['{}', '[]', 'null', '"text"', '<xml/>', '%PDF-1.7', '{"format":"other","version":1}', ' ']),
  'another version': changed((file, draw) => {
    file.version = draw.pick<Json>([0, 2, 99, 1.5, -1, '1', null, true])
  }),
  'a key that no one knows': changed((file, draw) => {
    draw.pick(objectsOf(file))[draw.pick(['colour', 'id', 'Name', 'zzz', '1', 'personId'])] = 1
  }),
  'something of another kind': changed((file, draw) => {
    draw.pick(leavesOf(file)).set(draw.pick<Json>([{}, [[]], { a: 1 }]))
  }),
  'too long': changed((file, draw) => draw.pick(texts(file)).set('x'.repeat(draw.int(301, 5_000)))),
  'too large': (draw) =>
    `${fullText()}${' '.repeat(draw.int(FILE_LENGTH, FILE_LENGTH + 5_000))}`.slice(0, FILE_LENGTH + 1),
  'a name twice in one place': (draw) => {
    const lines = fullText().split('\n')
    const scalars = lines.flatMap((line, index) =>
      /^\s*"[^"]+": (?:"[^"]*"|\d+|true|false|null),?$/.test(line) ? [index] : [],
    )
    const index = draw.pick(scalars)
    const line = lines[index] ?? ''
    lines.splice(index, 0, line.endsWith(',') ? line : `${line},`)
    return lines.join('\n')
  },
  'something twice in a list': changed((file, draw) => {
    const list = draw.pick([
      listAt(file, 'offices'),
      listAt(file, 'ownPlaces'),
      listAt(file, 'ownPlaces', '0', 'aliases'),
      listAt(file, 'fields', 'lives_with', 'options'),
      listAt(file, 'fields', 'lives_with', 'kinds'),
      listAt(file, 'fields', 'agreements_foster', 'offices'),
    ])
    list.push(structuredClone(draw.pick(list)))
  }),
  'markup in a text': changed((file, draw) => {
    const leaf = draw.pick(texts(file))
    const bad = draw.pick([
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '</p>',
      '<!-- -->',
      '<svg/onload=x>',
    ])
    leaf.set(`${String(leaf.value)}${bad}`)
  }),
  'hidden signs in a text': changed((file, draw) => {
    const leaf = draw.pick(texts(file))
    leaf.set(`a${draw.pick(['\u0000', '\u0007', '\u202e', '\u2066', '\u001b', '\ud800'])}b`)
  }),
  'a key of every object': (draw) => {
    const text = fullText()
    const places = [...text.matchAll(/\{(?=\n)/g)].map(({ index }) => index + 1)
    const place = draw.pick(places)
    const key = draw.pick(['__proto__', 'constructor', 'prototype'])
    return `${text.slice(0, place)}"${key}": {"isAdmin": true},${text.slice(place)}`
  },
  'something missing': changed((file, draw) => {
    const whole = objectsOf(file.lists ?? null)
      .concat(objectsOf(file.ownPlaces ?? null), objectsOf(file.fields ?? null))
      .filter((one) => 'labels' in one || 'en' in one || 'isOffered' in one)
    const one = draw.pick(whole)
    delete one[draw.pick(Object.keys(one))]
  }),
  'a standard value that is none': changed((file, draw) => {
    const part = at(file, 'lists', draw.pick(['encounter_topic', 'encounter_request', 'action_type']))
    const own = at(part, 'own')
    at(own, draw.pick(Object.keys(own))).standard = draw.pick(['no_such', 'helth', 'constructor_'])
  }),
  'words of a value that is none': changed((file, draw) => {
    const shown = at(file, 'lists', 'encounter_topic', 'shown')
    shown[draw.pick(['no_such', 'healthy'])] = structuredClone(shown.conditions ?? null)
  }),
  'a list that is none': changed((file, draw) => {
    at(file, 'lists')[draw.pick(['topics', 'case_kind', 'Encounter_Topic'])] = { shown: {}, own: {} }
  }),
  'finer values where there are none': changed((file) => {
    at(file, 'lists').closure_reason = {
      shown: {},
      own: structuredClone(at(file, 'lists', 'encounter_topic', 'own')),
    }
  }),
  'a value hidden that a rule starts from': changed((file, draw) => {
    at(file, 'lists', 'encounter_topic', 'shown')[draw.pick(['health', 'removal', 'legal_aid'])] = {
      labels: { en: '', fr: '', nl: '', de: '' },
      position: null,
      hidden: true,
    }
  }),
  'too many values': changed((file) => {
    const own = at(file, 'lists', 'encounter_topic', 'own')
    for (let n = 0; n < 13; n++)
      own[`more_${String(n)}`] = {
        standard: 'food',
        position: 1,
        labels: { en: 'x', fr: '', nl: '', de: '' },
      }
  }),
  'a place that is none': changed((file, draw) => {
    file.places = {
      [draw.pick(['no-such-place', 'own-1', 'Vottem'])]: {
        labels: { en: 'x', fr: '', nl: '', de: '' },
        aliases: [],
        hidden: false,
      },
    }
  }),
  'an office that is none': changed((file, draw) => {
    at(file, 'fields', draw.pick(FIELDS)).offices = ['Nergenshuizen']
  }),
  'a condition without its field': changed((file, draw) => {
    at(file, 'fields', draw.pick(['wants_visits', 'school', 'pocket_money'])).conditions = [
      { kind: 'answer', field: draw.pick(['no_such', 'lives_with_']), codes: [] },
    ]
  }),
  'a condition of a condition': changed((file) => {
    at(file, 'fields', 'language_of_visit').conditions = [
      { kind: 'answer', field: 'visit_rhythm', codes: [] },
    ]
  }),
  'a condition with an answer that is none': changed((file) => {
    at(file, 'fields', 'visit_rhythm').conditions = [
      { kind: 'answer', field: 'wants_visits', codes: ['perhaps'] },
    ]
  }),
  'a number outside its bounds': changed((file, draw) => {
    const holder = draw.pick([
      at(file, 'fields', draw.pick(FIELDS)),
      at(file, 'lists', 'encounter_topic', 'own', 'medication'),
      at(file, 'lists', 'encounter_topic', 'shown', 'conditions'),
    ])
    holder.position = draw.pick([-1, 1.5, 1_000_000, Number.MAX_SAFE_INTEGER])
  }),
  'a word that is none of the choices': changed((file, draw) => {
    at(file, 'fields', draw.pick(FIELDS))[
      draw.pick(['owner', 'type', 'class', 'part', 'required', 'level'])
    ] = draw.pick(['', 'other', 'Ordinary', 'narrow'])
  }),
  'a kind of file that is none': changed((file, draw) => {
    at(file, 'fields', draw.pick(FIELDS)).kinds = ['tourism']
  }),
  'values where none are asked': changed((file) => {
    at(file, 'fields', 'wants_visits').options = structuredClone(
      listAt(file, 'fields', 'visit_rhythm', 'options'),
    )
  }),
  'a list without values': changed((file, draw) => {
    at(file, 'fields', draw.pick(['visit_rhythm', 'lives_with'])).options = []
  }),
  'a setting outside its bounds': changed((file, draw) => {
    const [key, value] = draw.pick<readonly [string, Json]>([
      ['signIn.day', 13],
      ['signIn.password', 8],
      ['signIn.idle', { own: 31, wide: 15 }],
      ['work.unseen', { held: 60, high: 7, medium: 14, low: 30 }],
      ['work.unseen', { held: 8, high: 20, medium: 14, low: 30 }],
      ['work.review', { high: 8, medium: 14, low: 30 }],
      ['organisation.languages', []],
      ['organisation.name', ''],
      ['organisation.accent', '#ff0000'],
    ])
    at(file, 'settings')[key] = value
  }),
  'a setting that stays where it is': changed((file, draw) => {
    const [key, value] = draw.pick<readonly [string, Json]>([
      [
        'mail.server',
        { host: 'evil.example', port: 25, security: 'tls', user: '', secret: '', from: 'a@b.example' },
      ],
      ['organisation.logo', 'a'.repeat(64)],
      ['setup.steps', { name: 'done' }],
    ])
    at(file, 'settings')[key] = value
  }),
  'too deep': (draw) => {
    const depth = draw.int(20, 5_000)
    return fullText().replace('"places": {}', `"places": ${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`)
  },
  'too many fields': changed((file) => {
    const fields = at(file, 'fields')
    for (let n = 0; n < 41; n++) fields[`more_${String(n)}`] = structuredClone(fields.wants_visits ?? null)
  }),
}

/** `count` wrong files, every way of being wrong in turn. */
export const mutatedConfigurations = (seed: number, count: number): { name: string; text: string }[] => {
  const draw = openDraw(seed)
  const makers = Object.entries(MAKERS)
  return Array.from({ length: count }, (_, index) => {
    const [name, make] = makers[index % makers.length] ?? draw.pick(makers)
    return { name: `${String(index)} ${name}`, text: make(draw) }
  })
}
