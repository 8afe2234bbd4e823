import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import * as z from 'zod'
import { toPhone, toReference } from '@/lib/people/number.rules'

const text = z.string().nullable()
const truthPerson = z.object({
  row: z.number(),
  family: text,
  given: text,
  otherNames: z.array(z.object({ text: z.string() })),
  birth: z
    .object({
      kind: z.string(),
      value: z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))]),
    })
    .nullable(),
  sex: text,
  nationalities: z.array(z.string()),
  languages: z.array(z.string()),
  place: z.object({ slug: text, address: text }).nullable(),
  kind: text,
  opened: text,
  worker: text,
  ownReference: text,
  immigrationOfficeNumber: text,
  cgrsNumber: text,
  nationalRegisterNumber: text,
  phones: z.array(z.string()),
  notes: z.array(z.string()),
  nextStep: z.object({ text: z.string(), date: text }).nullable(),
})
export type TruthPerson = z.output<typeof truthPerson>
const truthFile = z.object({
  accept: z.object({ languages: z.record(z.string(), z.array(z.string())), sex: z.string().optional() }),
  people: z.array(truthPerson),
  nonPeople: z.array(z.object({ row: z.number() })),
})
export type Truth = z.output<typeof truthFile>

const folder = path.join(import.meta.dirname, '../fixtures/import-tables')
export const readForeign = (name: string): { readonly file: Buffer; readonly truth: Truth } => ({
  file: fs.readFileSync(path.join(folder, name)),
  truth: truthFile.parse(
    JSON.parse(fs.readFileSync(path.join(folder, name.replace(/\.\w+$/u, '.truth.json')), 'utf8')),
  ),
})

const records = z.array(z.object({ info: z.object({ lines: z.number() }) }))
/** By which line of the text the importer calls each row of a CSV, as a spreadsheet counts its rows; none for a workbook. */
export const linesOfRows = (file: Buffer, delimiter: string): ReadonlyMap<number, number> =>
  new Map(
    records
      .parse(
        parse(file.toString('latin1'), {
          delimiter,
          info: true,
          relax_quotes: true,
          relax_column_count: true,
        }),
      )
      .map(({ info }, index) => [index + 1, info.lines]),
  )

/** What a file holds of one row after the import. */
export type Held = {
  readonly names: readonly string[]
  readonly birth: string
  readonly sex: string
  readonly nationalities: readonly string[]
  readonly languages: readonly string[]
  readonly place: string | null
  readonly addresses: readonly string[]
  readonly kind: string
  readonly opened: string
  readonly worker: string
  readonly numbers: Readonly<Record<string, readonly string[]>>
  readonly phones: readonly string[]
  readonly notes: string
  readonly nextStep: { readonly text: string; readonly on: string | null } | null
  /** Fields of which a cell went into a note. */
  readonly saved: ReadonlySet<string>
}

/** How one cell came over: read right, kept word by word in a note, or wrong or lost. */
export type Verdict = 'right' | 'note' | 'wrong'
export type Judgement = {
  readonly row: number
  readonly field: string
  readonly verdict: Verdict
  readonly want: string
  readonly got: string
}

const plain = (words: string): string =>
  words.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLocaleLowerCase('en')
const tokens = (words: string): Set<string> => new Set(plain(words).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
/** Words between two names of one person. */
const BETWEEN_NAMES = tokens('alias dit dite née né épouse mme mevr ou or')
const birthCode = (birth: TruthPerson['birth']): string => {
  if (birth === null) return ''
  const { kind, value } = birth
  const [from, to] = [value].flat()
  if (kind === 'about') return `${from}~`
  if (kind === 'between') return `${from}/${to}`
  return kind === 'ageRange' ? `${from}-${to}` : String(from)
}

const KINDS: Readonly<Record<string, readonly string[]>> = {
  detention: ['detention'],
  'detention, asylum': ['detention', 'asylum'],
  asylum: ['asylum'],
  'asylum (Dublin)': ['asylum'],
  'unaccompanied minor': ['uam'],
}
const NUMBERS = [
  ['ownReference', 'own_reference', plain],
  ['immigrationOfficeNumber', 'immigration_office', (words: string) => toReference(words) ?? words],
  ['cgrsNumber', 'cgrs', (words: string) => toReference(words) ?? words],
  ['nationalRegisterNumber', 'national', (words: string) => words.replace(/\D/gu, '')],
] as const
const FIELD_OF: Readonly<Record<string, string>> = {
  immigrationOfficeNumber: 'officeNumber',
  nationalRegisterNumber: 'nationalNumber',
}

const isSame = (one: Iterable<string>, other: Iterable<string>): boolean =>
  [...new Set(one)].sort().join('|') === [...new Set(other)].sort().join('|')

export type Way = {
  readonly truth: Truth
  /** The text of the row as it stands in the table: words of the truth that are not in it are its author's own. */
  readonly rowText: string
  /** Which colleague a word for a colleague means; null where it means none. */
  readonly workers: Readonly<Record<string, string | null>>
  readonly hasStepColumn: boolean
  /** Whether the day of the next step has a column of its own. */
  readonly hasStepDay: boolean
}

/** Every cell of a row against the truth. Cells that are empty in both count for nothing. */
export const judgePerson = (person: TruthPerson, held: Held, way: Way): Judgement[] => {
  const found: Judgement[] = []
  const add = (field: string, verdict: Verdict, want: string, got: string): void =>
    void found.push({ row: person.row, field, verdict, want, got })
  /** `saved`: the fields of the importer in which it could stand. */
  const compare = (
    field: string,
    { want, got, isRight, saved }: { want: string; got: string; isRight: boolean; saved: readonly string[] },
  ): void => {
    const isSaved = saved.some((one) => held.saved.has(one))
    if (want === '' && got === '') {
      if (isSaved) add(field, 'right', '', 'in a note')
      return
    }
    if (isRight) add(field, 'right', want, got)
    // A part that was read beside what went into a note is right as far as it goes, and counts as saved.
    else add(field, isSaved && got === '' ? 'note' : 'wrong', want, got)
  }

  const [name = '', ...otherHeld] = held.names
  const own = tokens(`${person.family ?? ''} ${person.given ?? ''}`)
  const others = person.otherNames.map((one) => one.text)
  const beside = new Set([...tokens(others.join(' ')), ...BETWEEN_NAMES])
  if (own.size > 0) {
    const given = tokens(name)
    const isRight =
      [...own].every((word) => given.has(word)) &&
      [...given].every((word) => own.has(word) || beside.has(word))
    add('name', isRight ? 'right' : 'wrong', [...own].join(' '), name)
  }
  for (const other of others) {
    const has = (names: readonly string[]) =>
      [...tokens(other)].every((word) => tokens(names.join(' ')).has(word))
    add(
      'otherNames',
      has(otherHeld) ? 'right' : has(held.names) ? 'note' : 'wrong',
      other,
      held.names.join(' / '),
    )
  }

  const born = birthCode(person.birth)
  const about = person.birth?.kind === 'age' || person.birth?.kind === 'ageRange'
  compare('birth', {
    want: born,
    got: held.birth,
    isRight: born === held.birth || (about && held.birth === `${born}~`),
    saved: ['born', 'age'],
  })
  const sex = person.sex === 'unknown' || person.sex === null ? '' : person.sex
  const heldSex = held.sex === 'unknown' || held.sex === 'not_asked' ? '' : held.sex
  // "née", "Mme" and "épouse" alone may leave it open, where the truth says so.
  const isOpenSex =
    heldSex === '' && way.truth.accept.sex !== undefined && /n[ée]e|mme|épouse/iu.test(way.rowText)
  compare('sex', { want: sex, got: heldSex, isRight: sex === heldSex || isOpenSex, saved: ['sex'] })
  compare('nationalities', {
    want: person.nationalities.join(' '),
    got: held.nationalities.join(' '),
    isRight: isSame(person.nationalities, held.nationalities),
    saved: ['nationality'],
  })
  const { accept } = way.truth
  const fits = (code: string): string[] => [code, ...(accept.languages[code] ?? [])]
  compare('languages', {
    want: person.languages.join(' '),
    got: held.languages.join(' '),
    isRight:
      person.languages.every((code) => fits(code).some((one) => held.languages.includes(one))) &&
      held.languages.every((one) => person.languages.some((code) => fits(code).includes(one))),
    saved: ['language'],
  })
  const wantPlace = person.place?.slug ?? person.place?.address ?? ''
  const isAddress = person.place !== null && person.place.slug === null
  const asText = plain([held.notes, ...held.addresses].join('\n'))
  compare('place', {
    want: wantPlace,
    got: held.place ?? '',
    isRight: isAddress
      ? held.place === null && asText.includes(plain(person.place?.address ?? ''))
      : wantPlace === (held.place ?? ''),
    saved: ['place'],
  })
  if (person.kind !== null) {
    const kinds = KINDS[person.kind] ?? ['general']
    // The kind that the table has as a whole says nothing of a cell that went into a note.
    const got = held.saved.has('kind') ? '' : held.kind
    compare('kind', { want: person.kind, got, isRight: kinds.includes(got), saved: ['kind'] })
  }
  if (person.opened !== null)
    compare('opened', {
      want: person.opened,
      // A file is opened on the day of the import where the table says no day.
      got: held.saved.has('openedOn') ? '' : held.opened,
      isRight: held.opened === person.opened,
      saved: ['openedOn'],
    })
  if (person.worker !== null) {
    const colleague = way.workers[plain(person.worker)]
    // null: the truth accepts that no colleague is named.
    if (colleague !== null)
      compare('worker', {
        want: person.worker,
        got: held.saved.has('worker') ? '' : held.worker,
        isRight: !held.saved.has('worker') && held.worker === colleague,
        saved: ['worker'],
      })
  }
  for (const [field, kind, fold] of NUMBERS) {
    const [want, got] = [person[field] ?? '', held.numbers[kind]?.join(' ') ?? '']
    compare(field, { want, got, isRight: fold(want) === fold(got), saved: [FIELD_OF[field] ?? field] })
  }
  const phones = (numbers: readonly string[]) => numbers.map((one) => toPhone(one) ?? one)
  compare('phones', {
    want: person.phones.join(' '),
    got: held.phones.join(' '),
    isRight: isSame(phones(person.phones), phones(held.phones)),
    saved: ['phone'],
  })
  const everything = plain(
    [held.notes, ...held.names, ...held.addresses, held.nextStep?.text ?? ''].join('\n'),
  )
  for (const note of person.notes)
    if (plain(way.rowText).includes(plain(note)))
      add('notes', everything.includes(plain(note)) ? 'right' : 'wrong', note, '')
  if (person.nextStep !== null) {
    const want = plain(person.nextStep.text)
    const isRight = way.hasStepColumn ? plain(held.nextStep?.text ?? '') === want : everything.includes(want)
    add(
      'nextStep',
      isRight ? 'right' : everything.includes(want) ? 'note' : 'wrong',
      want,
      held.nextStep?.text ?? '',
    )
    if (way.hasStepDay && person.nextStep.date !== null)
      compare('nextStepOn', {
        want: person.nextStep.date,
        got: held.nextStep?.on ?? '',
        isRight: held.nextStep?.on === person.nextStep.date,
        saved: ['nextStepOn'],
      })
  } else if (held.nextStep !== null) add('nextStep', 'wrong', '', held.nextStep.text)
  return found
}

export type Score = {
  readonly cells: number
  readonly right: number
  readonly note: number
  readonly wrong: number
}
export const scoreOf = (all: readonly Judgement[]): Score => {
  const count = (of: Verdict): number => all.filter(({ verdict }) => verdict === of).length
  return { cells: all.length, right: count('right'), note: count('note'), wrong: count('wrong') }
}
/** The misses by field and verdict, with the first few of each. */
export const listMisses = (all: readonly Judgement[]): string => {
  const groups = new Map<string, Judgement[]>()
  for (const one of all)
    if (one.verdict !== 'right') {
      const key = `${one.field} ${one.verdict}`
      groups.set(key, [...(groups.get(key) ?? []), one])
    }
  return [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(
      ([key, some]) =>
        `${key}: ${some.length}\n${some.map(({ row, want, got }) => `    ${row}: "${want}" ← "${got}"`).join('\n')}`,
    )
    .join('\n')
}
