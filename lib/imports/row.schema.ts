import * as z from 'zod/mini'
import { intakeSchema } from '@/lib/cases/file.schema'
import { checkIntake } from '@/lib/cases/intake.schema'
import { checkNumber } from '@/lib/people/authority-number.rules'
import { emptyPerson } from '@/lib/people/empty-person'
import { eachPersonField } from '@/lib/people/person-field.rules'
import { isDay } from '@/lib/shared/dates'
import { toWhen } from '@/lib/shared/when/when.schema'
import { AGE_ASIDE, ageAnswers, isNoBirth, SAID_AGE } from './age-cell.schema'
import {
  bareName,
  type Cell,
  dateOf,
  type Judged,
  LONGEST_CONTACT,
  listCells,
  type More,
  nameOf,
  namesApart,
  phonesOf,
  type Reading,
  readWord,
  type Said,
  type Unread,
  wholeDay,
} from './cell.schema'
import {
  CONTACT_FIELDS,
  DATE_FIELDS,
  FIELDS,
  type Field,
  isListField,
  type ListField,
  NUMBER_FIELDS,
} from './field.rules'
import { foldWord } from './heading.rules'
import { leftOutOf } from './left-out.rules'
import { readOwnCells } from './own-row.schema'
import { AS_NOTE, OPEN } from './word.rules'

const NUMBER_OF = {
  ownReference: 'own_reference',
  officeNumber: 'immigration_office',
  cgrsNumber: 'cgrs',
  callNumber: 'call',
  nationalNumber: 'national',
  guardianNumber: 'guardianship',
} as const

/** Which column a refused answer of the intake stands in. */
const FIELD_OF: Readonly<Record<string, Field>> = {
  placeId: 'place',
  ageYears: 'age',
  ageTo: 'age',
  ageAnswer: 'born',
  ageAsOf: 'born',
}

/** What one row says beside the intake: several languages and nationalities, ways to reach the person, numbers, notes, the colleague. */
const makeMore = (): { -readonly [K in keyof More]: More[K] } => ({
  languages: [],
  nationalities: [],
  contacts: [],
  numbers: [],
  notes: [],
  workerId: null,
})

/** Whether a cell is a word of the lists of centres, countries or sexes: the heading of a part of the table, where it is alone. */
const isListWord = (cell: string, { book }: Reading): boolean =>
  (['place', 'nationality', 'sex'] as const).some((field) => {
    const { code, likely } = book[field](cell)
    return code !== null || (field === 'place' && likely.length > 0)
  })

/**
 * What a row says, read as the intake would have been typed, by the same rules. A cell that cannot be read costs the cell: its text
 * goes into a note of the file. Only a row without a name, or one that must not be in an open file, makes none.
 */
export const judgeRow = (cells: readonly string[], reading: Reading): Judged => {
  const { ground, headers, columns } = reading
  const left = leftOutOf(cells, {
    headers,
    mapped: columns.map((field) => field !== ''),
    wide: columns.filter((field) => field !== '').length,
    isWord: (cell) => isListWord(cell, reading),
  })
  if (left !== null) return { ok: false, reasons: [], left }
  const own = readOwnCells(cells, reading)
  const unread: Unread[] = [...own.unread]
  const said: number[] = []
  const more = makeMore()
  const words: Partial<Record<ListField, string>> = {}
  const given: Said = {}
  const columnOf = new Map<Field, Cell>()
  for (const cell of listCells(cells, reading)) {
    const { field, column, text } = cell
    const leave = (code: string): void => void unread.push({ field, column, text, code })
    // No one of that age is in these files, and forms write 99 for what is not known.
    if (field === 'age' && text === '99') leave('notRead')
    else if (field === 'note') more.notes = [...more.notes, { column, text }]
    else if (CONTACT_FIELDS.has(field)) {
      const channel = CONTACT_FIELDS.read(field)
      const values =
        channel === 'phone'
          ? phonesOf(text)
          : channel === 'email' && !/^\S+@\S+\.\S+$/u.test(text)
            ? []
            : [text]
      const isPart =
        channel === 'phone' &&
        values.length > 0 &&
        /\p{L}/u.test(text) &&
        values.every((value) => !/\p{L}/u.test(value)) &&
        /\(/u.test(text)
      if (isPart) leave('readInPart')
      if (values.length === 0 || text.length > LONGEST_CONTACT)
        leave(channel === 'phone' ? 'notAPhone' : 'notRead')
      else more.contacts = [...more.contacts, ...values.map((value) => ({ channel, value }))]
    } else if (NUMBER_FIELDS.has(field)) {
      const kind = NUMBER_OF[NUMBER_FIELDS.read(field)]
      const problem = text.length > 60 ? 'tooLong' : checkNumber(kind, text)
      if (problem === null) more.numbers = [...more.numbers, { kind, text }]
      else if (
        kind === 'national' &&
        /^\d{9,10}$/u.test(text) &&
        checkNumber(kind, text.padStart(11, '0')) === null
      )
        // A sheet that took it for a number dropped its zeros.
        more.numbers = [...more.numbers, { kind, text: text.padStart(11, '0') }]
      else leave(problem)
    } else if (isListField(field)) {
      const read = readWord(field, text, reading)
      if (read === null) leave('unknownChoice')
      else if (read.code === AS_NOTE) leave('saidAsNote')
      else {
        if (read.isSaid) said.push(column)
        if (read.hasMore) leave('readInPart')
        words[field] = read.code
        columnOf.set(field, cell)
        if (field === 'language') more.languages = read.others
        if (field === 'nationality') more.nationalities = read.others
      }
    } else {
      const value = DATE_FIELDS.includes(field) ? dateOf(field, text, reading) : text
      const isDate = DATE_FIELDS.includes(field)
      if (isDate && /[([]/u.test(text) && toWhen(value) !== null) leave('readInPart')
      const [, before] = field === 'age' ? (/^([^([]*\d[^([]*?)\s*[([]/u.exec(text) ?? []) : []
      if (
        before !== undefined ||
        ((field === 'born' || field === 'age') && (SAID_AGE.test(text) || AGE_ASIDE.test(text)))
      )
        leave('readInPart')
      // "Date of birth / age": a number of two digits is an age there, and too high for one it may be a year.
      const isAge =
        field === 'born' &&
        /^[1-6]?\d$/u.test(text) &&
        AGE_HEADING.test(foldWord(headers[column] ?? '')) &&
        given.age === undefined
      const said = isAge ? 'age' : field
      const bare = isName(field) ? bareName(value) : value
      if (bare !== value && bare !== '') leave('readInPart')
      given[said] = before ?? (bare === '' ? value : bare)
      columnOf.set(said, cell)
    }
  }
  for (const field of ['name', 'familyName', 'givenName'] as const) {
    const { name, other } = namesApart(given[field] ?? '')
    if (given[field] === undefined || name === '' || (other !== null && given.otherName !== undefined))
      continue
    given[field] = name
    if (other !== null) given.otherName = other
  }
  // A row of someone who tried the form out is about no one.
  if (/^(?:test|essai|proef|probe)(?:\s(?:test|essai|proef|probe))*$/u.test(foldWord(nameOf(given))))
    return { ok: false, reasons: [], left: 'emptyRow' }
  if (words.worker !== undefined && words.worker !== OPEN) more.workerId = words.worker
  const drop = (field: Field, code: string): void => {
    const cell = columnOf.get(field)
    if (cell !== undefined && !unread.some(({ column }) => column === cell.column))
      unread.push({ field, column: cell.column, text: cell.text, code })
    columnOf.delete(field)
    delete given[field]
    if (isListField(field)) delete words[field]
  }
  if (given.born !== undefined && given.age !== undefined && isNoBirth(given.born))
    drop('born', 'whenNotRead')
  const openedOn = wholeDay(given.openedOn)
  if (openedOn !== '' && !isDay(openedOn)) drop('openedOn', 'notADay')
  else if (openedOn > ground.on) drop('openedOn', 'inTheFuture')
  // Each turn gives up one cell at least, so that a row ends with what can be read of it.
  for (let turn = 0; turn <= FIELDS.codes.length; turn++) {
    if (given.since !== undefined && (words.place ?? '') === '') drop('since', 'needsPlace')
    if (given.nextStepOn !== undefined && given.nextStep === undefined) drop('nextStepOn', 'needsStep')
    const parsed = z.safeParse(intakeSchema, toIntake(given, words, reading))
    const refused = parsed.success ? checkIntake(parsed.data, ground)?.fields : null
    const faults = parsed.success
      ? Object.entries(refused ?? {})
      : parsed.error.issues.map(({ path, message }): [string, string] => [String(path[0]), message])
    if (parsed.success && faults.length === 0)
      return {
        ok: true,
        input: parsed.data,
        openedOn: given.openedOn === undefined ? ground.on : openedOn,
        more,
        own: own.answers,
        unread,
        said,
      }
    const reasons = faults.map(([path, code]) => ({ field: fieldOf(path, given), code }))
    const fatal = reasons.filter(({ field, code }) => code === 'needsSecrecy' || !columnOf.has(field))
    if (fatal.length > 0 || reasons.some(({ field }) => isName(field)))
      return { ok: false, reasons: fatal.length > 0 ? fatal : reasons, left: null }
    for (const { field, code } of reasons) drop(field, code)
  }
  throw new Error('a row gives up one cell at every turn')
}

const AGE_HEADING = /\b(?:age|leeftijd|lft|alter|jaar|ans)\b/u
const isName = (field: Field): boolean => field === 'name' || field === 'givenName' || field === 'familyName'
const fieldOf = (path: string, given: Said): Field => {
  if (path === 'name' && given.name === undefined) {
    if (given.familyName !== undefined) return 'familyName'
    if (given.givenName !== undefined) return 'givenName'
  }
  const field = FIELDS.read(FIELD_OF[path] ?? path)
  // What is said of an age stands in one of two columns.
  if (field === 'born' && given.born === undefined) return 'age'
  return field === 'age' && given.age === undefined ? 'born' : field
}

const toIntake = (given: Said, words: Partial<Record<ListField, string>>, reading: Reading) => ({
  ...emptyPerson,
  name: nameOf(given),
  otherName: given.otherName ?? '',
  ...eachPersonField((field) => words[field] || 'not_asked'),
  ...ageAnswers(given),
  ...(words.nationality ? { nationality: words.nationality } : {}),
  language: words.language ?? '',
  kind: words.kind || reading.kind,
  teamId: reading.teamId,
  placeId: words.place ?? '',
  since: wholeDay(given.since),
  nextStep: given.nextStep ?? '',
  nextStepOn: wholeDay(given.nextStepOn),
})
