import * as z from 'zod/mini'
import { intakeSchema } from '@/lib/cases/file.schema'
import { checkIntake, type IntakeGround, type IntakeInput } from '@/lib/cases/intake.schema'
import { emptyPerson } from '@/lib/people/empty-person'
import { eachPersonField } from '@/lib/people/person-field.rules'
import { isDay } from '@/lib/shared/dates'
import { toWhen } from '@/lib/shared/when/when.schema'
import { type DateOrder, inDayMonthOrder } from './date-order.rules'
import {
  type Columns,
  DATE_FIELDS,
  FIELDS,
  type Field,
  foldWord,
  isListField,
  type ListField,
} from './field.rules'
import { findWord, type SaidWords, type WordBook } from './word.rules'

/** How the rows of one table are read: what its columns mean, in which order its dates stand, what its words mean. */
export type Reading = {
  readonly columns: Columns
  readonly dateOrder: DateOrder | null
  readonly said: SaidWords
  readonly book: WordBook
  readonly teamId: string
  /** Of rows that do not say it themselves. */
  readonly kind: string
  readonly ground: IntakeGround
}

export type Reason = { readonly field: Field; readonly code: string }
export type Judged =
  | { readonly ok: true; readonly input: IntakeInput; readonly openedOn: string }
  | { readonly ok: false; readonly reasons: readonly Reason[] }

/** Marks that sheets put where nothing is to be said. */
const NOTHING = new Set(['-', '--', '—', '/', 'n/a', 'N/A', 'nihil', 'néant'])
const SILENT = { not_known: 'notKnown', declined: 'declined' } as const

/** Which column a refused answer of the intake stands in. */
const FIELD_OF: Readonly<Record<string, Field>> = {
  placeId: 'place',
  ageYears: 'age',
  ageTo: 'age',
  ageAnswer: 'born',
  ageAsOf: 'born',
}

/** The cells of a row by their fields; a date with the day before the month. */
export const cellsOf = (
  cells: readonly string[],
  { columns, dateOrder }: Pick<Reading, 'columns' | 'dateOrder'>,
): Partial<Record<Field, string>> => {
  const found: Partial<Record<Field, string>> = {}
  for (const [index, field] of columns.entries()) {
    const cell = (cells[index] ?? '').trim()
    if (field === '' || cell === '' || NOTHING.has(cell)) continue
    found[field] = DATE_FIELDS.includes(field) ? inDayMonthOrder(cell, dateOrder) : cell
  }
  return found
}

/** The whole name that a row gives, in one piece or in two. */
export const nameOf = ({ name, givenName, familyName }: Partial<Record<Field, string>>): string =>
  name ?? [givenName, familyName].filter((part) => part !== undefined).join(' ')

const ageAnswers = ({ born, age }: Partial<Record<Field, string>>) => {
  if (born !== undefined) {
    const when = toWhen(born)
    if (when?.form === 'not_known' || when?.form === 'declined') return { ageAnswer: SILENT[when.form] }
    return { ageAnswer: 'born', born }
  }
  if (age === undefined) return {}
  if (age === '?' || toWhen(age)?.form === 'not_known') return { ageAnswer: SILENT.not_known }
  const [, from, to] = /^(\d{1,3})\s?[-–/]\s?(\d{1,3})$/u.exec(age) ?? []
  if (from !== undefined && to !== undefined) return { ageAnswer: 'years', ageYears: from, ageTo: to }
  // "17 ans", "17 j.": the number is the age, whatever word follows it.
  return { ageAnswer: 'years', ageYears: /^(\d{1,3})\s?(?:\p{L}+\.?)?$/u.exec(age)?.[1] ?? age }
}

/** A day that must be whole: as a day of the calendar, or as it stands there, so that the reason can be given. */
const wholeDay = (text: string | undefined): string => {
  if (text === undefined) return ''
  const when = toWhen(text)
  return when?.form === 'exact' ? when.day : text
}

/** What a row says, read as the intake would have been typed; or why it cannot be one. The same rules as at the intake. */
export const judgeRow = (cells: readonly string[], reading: Reading): Judged => {
  const said = cellsOf(cells, reading)
  const { ground } = reading
  const reasons: Reason[] = []
  const refuse = (field: Field, code: string) => reasons.push({ field, code })
  const word = (field: ListField): string => {
    const text = said[field]
    if (text === undefined) return ''
    const code = findWord(field, text, reading)
    if (code === null) refuse(field, 'unknownChoice')
    return code ?? ''
  }
  const openedOn = wholeDay(said.openedOn)
  if (openedOn !== '' && !isDay(openedOn)) refuse('openedOn', 'notADay')
  else if (openedOn > ground.on) refuse('openedOn', 'inTheFuture')
  const answers = eachPersonField((field) => word(field) || 'not_asked')
  const nationality = word('nationality')
  const parsed = z.safeParse(intakeSchema, {
    ...emptyPerson,
    name: nameOf(said),
    otherName: said.otherName ?? '',
    ...answers,
    ...ageAnswers(said),
    ...(nationality === '' ? {} : { nationality }),
    language: word('language'),
    kind: word('kind') || reading.kind,
    teamId: reading.teamId,
    placeId: word('place'),
    since: wholeDay(said.since),
    nextStep: said.nextStep ?? '',
    nextStepOn: wholeDay(said.nextStepOn),
  })
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) add(reasons, String(path[0]), message, said)
    return { ok: false, reasons }
  }
  const refused = checkIntake(parsed.data, ground)
  for (const [field, code] of Object.entries(refused?.fields ?? {})) add(reasons, field, code, said)
  return reasons.length > 0
    ? { ok: false, reasons }
    : { ok: true, input: parsed.data, openedOn: openedOn === '' ? ground.on : openedOn }
}

/** One reason a column, and none for what a column has given a reason for already. */
const add = (reasons: Reason[], path: string, code: string, said: Partial<Record<Field, string>>): void => {
  const isName = path === 'name' && said.name === undefined
  const field = isName && said.familyName !== undefined ? 'familyName' : (FIELD_OF[path] ?? path)
  const known = FIELDS.read(field)
  // A place that is no place leaves "since" alone: one reason is enough.
  const follows = known === 'place' && code === 'required' && said.place !== undefined
  if (!follows && !reasons.some((one) => one.field === known)) reasons.push({ field: known, code })
}

/** Words of a row that the lists do not know: what someone is asked the meaning of. */
export const unknownWords = (
  cells: readonly string[],
  reading: Reading,
): { readonly field: ListField; readonly word: string }[] =>
  Object.entries(cellsOf(cells, reading)).flatMap(([field, word]) =>
    isListField(field) && findWord(field, word, reading) === null ? [{ field, word }] : [],
  )

/** By what two rows of one table would be the same person: their name and what is said of their birth. */
export const duplicateKey = (cells: readonly string[], reading: Reading): string | null => {
  const said = cellsOf(cells, reading)
  const name = foldWord(nameOf(said)).split(' ').sort().join(' ')
  return name === '' ? null : `${name}|${said.born ?? said.age ?? ''}`
}
