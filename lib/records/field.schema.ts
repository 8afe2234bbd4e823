import * as z from 'zod/mini'
import { idOrNone } from '@/lib/registers/register.schema'
import { type Day, toDate, toDay } from '@/lib/shared/dates'
import { day, dayOrNone, timeOrNone } from '@/lib/shared/day.schema'
import type { Vocabulary } from '@/lib/shared/vocabulary'
import { columnsWhen, onColumns } from '@/lib/shared/when/columns.rules'
import { boundsOf, isKnown, type WhenBasis } from '@/lib/shared/when/when.rules'
import { toWhen, whenText } from '@/lib/shared/when/when.schema'

/** The kinds of fields of a register: what may be typed, and beside it how it is stored (docs/adr/0115). */

type Bytes = Uint8Array<ArrayBuffer>
/** Encrypts and decrypts under the name to which the cipher of a column is bound (docs/stored-names.md). */
export type Cipher = {
  encrypt(boundAs: string, text: string): Promise<Bytes>
  open(boundAs: string, encrypted: Uint8Array): Promise<string>
  /** Opens the texts that one cipher holds together, each by the name of its field. */
  openParts(boundAs: string, encrypted: Uint8Array): Promise<(name: string) => unknown>
}

/** How a field is stored. Its functions are methods, so that a list of different fields has a type. */
export type Storage<Form, Value, Cells> = {
  /** The columns by what follows the name of the field ('' for nothing), with `?` where one may be null. */
  readonly columns: readonly string[]
  /** Encrypted together with other fields, as JSON under this name: its cells are members there, and no columns. */
  readonly within?: string
  /** The codes of its column: a test compares them with the CHECKs. */
  readonly list?: Vocabulary<string>
  /** What a new form holds. */
  readonly empty: Form
  write(typed: Form, cipher: Cipher, basis: WhenBasis): Cells | Promise<Cells>
  read(cells: Cells, cipher: Cipher): Value | Promise<Value>
  /** `text` is a date of any precision as it was typed. */
  toForm(value: Value, text: string): Form
  /** Whether a day is typed that is still to come. Missing where it may be. */
  isToCome?(typed: Form, today: Day): boolean
}
export type Fields = Readonly<
  Record<
    string,
    z.ZodMiniType & { readonly storage: Storage<unknown, unknown, Readonly<Record<string, unknown>>> }
  >
>

const field = <Form, Z extends z.ZodMiniType<Form>, Value, Cells>(
  schema: Z & z.ZodMiniType<Form>,
  storage: Storage<Form, Value, Cells>,
): Z & { readonly storage: Storage<Form, Value, Cells> } => Object.assign(schema.clone(), { storage })

/** The column that has the name of the field, and the one that holds its cipher. */
type Own<T> = { readonly '': T }
type Encrypted<T> = { readonly Cipher: T }

/** One code of a list, chosen from the start. */
export const code = <C extends string>(list: Vocabulary<C>, empty: NoInfer<C>) =>
  field(z.custom<C>(list.has, 'required'), {
    columns: [''],
    list,
    empty,
    write: (typed: C): Own<string> => ({ '': typed }),
    read: (cells) => list.read(cells['']),
    toForm: (value) => value,
  })

const orNone = <C extends string>(list: Vocabulary<C>) =>
  z.custom<C | ''>((typed) => typed === '' || list.has(typed), 'unknownChoice')

/** One code of a list or none. */
export const maybeCode = <C extends string>(list: Vocabulary<C>) =>
  field(orNone(list), {
    columns: ['?'],
    list,
    empty: '',
    write: (typed: C | ''): Own<string | null> => ({ '': typed === '' ? null : typed }),
    read: (cells) => list.readOrNull(cells['']),
    toForm: (value) => value ?? '',
  })

/** One code of a list that has to be chosen: empty in a new form, refused there, and never in a row. */
export const askedCode = <C extends string>(list: Vocabulary<C>) =>
  field(orNone(list).check(z.refine((typed) => typed !== '', 'required')), {
    columns: [''],
    list,
    empty: '',
    write: (typed: C | ''): Own<string> => ({ '': list.read(typed) }),
    read: (cells) => list.read(cells['']),
    toForm: (value) => value,
  })

/** Any codes of a list, in its order. */
export const codes = <C extends string>(list: Vocabulary<C>) =>
  field(z.array(z.custom<C>(list.has, 'unknownChoice')).check(z.maxLength(list.codes.length, 'tooLong')), {
    columns: ['?'],
    list,
    empty: [],
    write: (typed: C[]): Own<string[]> => ({ '': list.codes.filter((one) => typed.includes(one)) }),
    read: (cells) => cells[''].map(list.read),
    toForm: (value) => [...value],
  })

/** Text of at most so many characters, encrypted under the key of the file. */
export const text = (boundAs: string, most: number) =>
  field(z.string().check(z.trim(), z.maxLength(most, 'tooLong')), {
    columns: ['Cipher?'],
    empty: '',
    write: async (typed: string, { encrypt }): Promise<Encrypted<Bytes | null>> => ({
      Cipher: typed === '' ? null : await encrypt(boundAs, typed),
    }),
    read: (cells, { open }) => (cells.Cipher === null ? '' : open(boundAs, cells.Cipher)),
    toForm: (value) => value,
  })

/** The same where one is asked for. `width`: all are encrypted at this length, so that none is told by how long it is. */
export const askedText = (boundAs: string, schema: z.ZodMiniString, width = 0) =>
  field(schema, {
    columns: ['Cipher'],
    empty: '',
    write: async (typed: string, { encrypt }): Promise<Encrypted<Bytes>> => ({
      Cipher: await encrypt(boundAs, typed.padEnd(width)),
    }),
    read: async (cells, { open }) => {
      const opened = await open(boundAs, cells.Cipher)
      return width === 0 ? opened : opened.trimEnd()
    },
    toForm: (value) => value,
  })

/** A text that is encrypted together with others, in one cipher. */
export const part = <B extends string>(within: B, schema: z.ZodMiniString) =>
  Object.assign(schema.clone(), {
    storage: {
      columns: [''],
      within,
      empty: '',
      write: (typed: string): Own<string> => ({ '': typed }),
      read: (cells: Own<unknown>) => z.parse(z.string(), cells['']),
      toForm: (value: string) => value,
    },
  })

/** One code of a list, encrypted together with others. Where the codes are of one length, the cipher does not tell them; null: damaged. */
export const partCode = <B extends string, C extends string>(
  within: B,
  list: Vocabulary<C>,
  empty: NoInfer<C>,
) =>
  Object.assign(z.custom<C>(list.has, 'required'), {
    storage: {
      columns: [''],
      within,
      empty,
      write: (typed: C): Own<string> => ({ '': typed }),
      read: (cells: Own<unknown>): C | null => list.match(z.parse(z.string(), cells[''])),
      toForm: (value: C | null): C => value ?? empty,
    },
  })

/** A day that may be still to come, or none. */
export const maybeDay = field(dayOrNone, {
  columns: ['?'],
  empty: '',
  write: (typed: Day): Own<Date | null> => ({ '': typed === '' ? null : toDate(typed) }),
  read: (cells) => (cells[''] === null ? null : toDay(cells[''])),
  toForm: (value) => value ?? '',
})

/** A day that has come, or none. */
export const pastDay = field(dayOrNone, {
  columns: ['?'],
  empty: '',
  write: (typed: Day): Own<Date | null> => ({ '': typed === '' ? null : toDate(typed) }),
  read: (cells) => (cells[''] === null ? null : toDay(cells[''])),
  toForm: (value) => value ?? '',
  isToCome: (typed, today) => typed > today,
})

const inDayColumn = {
  columns: ['Day'],
  empty: '',
  write: (typed: Day): { readonly Day: Date } => ({ Day: toDate(typed) }),
  read: (cells: { readonly Day: Date }) => toDay(cells.Day),
  toForm: (value: Day) => value,
}
/** A day that is asked for, in a column whose name ends in `Day`; it may be still to come. */
export const askedDay = field(day, inDayColumn)
/** The same of a day that has come. */
export const askedPastDay = field(day, { ...inDayColumn, isToCome: (typed, today) => typed > today })

/** A time of day as clocks in Brussels show it, "09:30", or none. */
export const maybeTime = field(timeOrNone, {
  columns: ['?'],
  empty: '',
  write: (typed: string): Own<string | null> => ({ '': typed === '' ? null : typed }),
  read: (cells) => cells[''],
  toForm: (value) => value ?? '',
})

/** A date of any precision, in the five columns of docs/adr/0016. */
export const when = field(whenText, {
  columns: ['When?', 'From?', 'To?', 'Text?', 'Basis?'],
  empty: '',
  write: (typed: string, _cipher, basis): { readonly When: string | null; readonly Text: string | null } => {
    const on = onColumns(typed, basis)
    const cells = { When: on.onWhen, From: on.onFrom, To: on.onTo, Text: on.onText, Basis: on.onBasis }
    return cells
  },
  read: (cells) => columnsWhen({ when: cells.When }),
  toForm: (_value, typed) => typed,
  isToCome: (typed, today) => {
    const is = toWhen(typed)
    return isKnown(is) && boundsOf(is).earliest > today
  },
})

/** A whole number from 1 to `most`, or none. */
export const maybeCount = (most: number) =>
  field(
    z.string('notANumber').check(
      z.trim(),
      z.regex(/^(?:[1-9]\d{0,5})?$/, 'notANumber'),
      z.refine((typed) => Number(typed) <= most, 'tooMany'),
    ),
    {
      columns: ['?'],
      empty: '',
      write: (typed: string): Own<number | null> => ({ '': typed === '' ? null : Number(typed) }),
      read: (cells) => cells[''],
      toForm: (value) => (value === null ? '' : String(value)),
    },
  )

/** What names something elsewhere, or nothing. */
export const maybeName = (schema: z.ZodMiniType<string>) =>
  field(schema, {
    columns: ['?'],
    empty: '',
    write: (typed: string): Own<string | null> => ({ '': typed === '' ? null : typed }),
    read: (cells) => cells[''],
    toForm: (value) => value ?? '',
  })
/** The id of a row elsewhere. */
export const link = maybeName(idOrNone)
export const askedLink = field(z.uuid('required'), {
  columns: [''],
  empty: '',
  write: (typed: string): Own<string> => ({ '': typed }),
  read: (cells) => cells[''],
  toForm: (value) => value,
})
