import * as z from 'zod/mini'
import { DATE_ORDERS } from './date-order.rules'
import { checkColumns, FIELDS, LIST_FIELDS } from './field.rules'
import { DECISIONS } from './import.rules'
import { ENCODINGS } from './table.rules'

const importId = z.uuid()

const ownColumn = z.templateLiteral(['own:', z.string().check(z.regex(/^[a-z][a-z0-9_]{1,39}$/))])
const COLUMN_CODES = {
  nameMissing: 'columnsNoName',
  twice: 'columnsTwice',
  nameWhole: 'columnsWhole',
} as const

const encoding = z.union([z.literal(''), z.enum(ENCODINGS.codes)])
/** How a file is opened: '' and 0 are found out. */
export const tableOptions = z.object({
  encoding,
  sheet: z.string().check(z.maxLength(60)),
  headLine: z.int().check(z.minimum(0)),
  mayAsk: z.boolean(),
})

/** What is chosen beside the file. '' is found out; whether anyone may be asked for the sheet and the row of its headings. */
export const bringTableSchema = z.strictObject({
  teamId: z.uuid('required'),
  encoding,
  sheet: z._default(z.string().check(z.maxLength(60)), ''),
  headLine: z._default(z.int().check(z.minimum(0)), 0),
  mayAsk: z._default(z.boolean(), false),
})
/** The sheets of a file, to choose from. */
export const lookSchema = z.strictObject({ teamId: z.uuid('required'), encoding })
const lineSchema = z.object({ line: z.number(), cells: z.array(z.string()) })
export const lookedAt = z.object({
  sheets: z.array(
    z.object({ name: z.string(), rows: z.number(), headLine: z.number(), lines: z.array(lineSchema) }),
  ),
})
export type LookedAt = z.output<typeof lookedAt>

/** What the columns mean. `said`: words that no list knows, in the order in which the page asked for them. */
export const planSchema = z
  .strictObject({
    importId,
    columns: z.array(z.union([z.literal(''), z.enum(FIELDS.codes), ownColumn])).check(z.maxLength(100)),
    /** '' while the table holds no date that could be read in two ways. */
    dateOrder: z.union([z.literal(''), z.enum(DATE_ORDERS.codes)]),
    kind: z.string().check(z.regex(/^[a-z0-9_]{1,40}$/, 'required')),
    workerId: z.uuid('required'),
    said: z
      .array(
        z.strictObject({
          field: z.enum(LIST_FIELDS.codes),
          word: z.string().check(z.maxLength(20_000, 'tooLong')),
          /** The code it means; 'open' leaves the answer open, 'note' puts the cell into a note; '' no one said. */
          code: z.string().check(z.maxLength(60, 'tooLong')),
        }),
      )
      .check(z.maxLength(400)),
  })
  .check(
    z.superRefine(({ columns }, context) => {
      const problem = checkColumns(columns)
      if (problem !== null)
        context.addIssue({ code: 'custom', path: ['columns'], message: COLUMN_CODES[problem] })
    }),
  )

export const importSchema = z.strictObject({ importId })
export const decideSchema = z.strictObject({
  importId,
  line: z.int().check(z.minimum(1)),
  decision: z.enum(DECISIONS.codes),
})

/** How far it is: numbers only. */
export const progress = z.object({
  importId,
  state: z.string(),
  at: z.number(),
  pieces: z.number(),
  rows: z.number(),
  good: z.number(),
  bad: z.number(),
  made: z.number(),
  passed: z.number(),
  gone: z.number(),
  kept: z.number(),
  askedTo: z.number(),
})
export type Progress = z.output<typeof progress>
