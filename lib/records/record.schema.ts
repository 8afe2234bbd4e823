import * as z from 'zod/mini'
import type { MISTAKES } from '@/lib/registers/register.rules'
import { whichRow } from '@/lib/registers/register.schema'
import type { CodeOf } from '@/lib/shared/vocabulary'
import type { WhenBasis } from '@/lib/shared/when/when.rules'
import type { Fields } from './field.schema'

/**
 * A register is one declaration (docs/adr/0115): its table, and fields that each are the schema of what may be typed and say how it is
 * stored. From it follow the schema, the empty form and the form of a row (here), list and insert (record.data.ts), saving and taking
 * back (save.data.ts).
 */

type Input<F extends Fields> = z.ZodMiniObject<typeof whichRow & F, z.core.$strict>
type Which = z.output<z.ZodMiniObject<typeof whichRow>>
/** What may be typed: the fields, and which row it is. */
export type FormOf<F extends Fields> = z.output<Input<F>> & Which
/** A row as it is read. */
export type RowOf<F extends Fields> = {
  readonly [K in keyof F]: Awaited<ReturnType<F[K]['storage']['read']>>
} & {
  readonly id: string
  readonly caseId: string
  readonly subjectId: string
  readonly revision: number
  readonly mistake: CodeOf<typeof MISTAKES> | null
  /** Its date of any precision as it was typed; empty where it has none. */
  readonly typed: string
  readonly by: string
  readonly recordedAt: Date
}

export type Declaration<F extends Fields> = {
  readonly table: string
  readonly fields: F
  /** The fields that a form does not show: what is left in them must fit the field, is not compared with others, and is not written. */
  readonly hidden?: (typed: FormOf<F>) => readonly (keyof F & string)[]
  /** What the fields say of one another. */
  readonly check?: (typed: FormOf<F>, fault: (name: keyof F & string, code: string) => void) => void
  /** On what ground its date is known. */
  readonly basis?: (typed: FormOf<F>) => WhenBasis
  /** It is planned: its days may be still to come. */
  readonly isPlan?: (typed: FormOf<F>) => boolean
}
export type Register<F extends Fields> = Declaration<F> & { readonly schema: Input<F> }

export const defineRecord = <const F extends Fields>(declaration: Declaration<F>): Register<F> => {
  const { fields, check, table } = declaration
  // A row keeps one date as it was typed.
  if (Object.values(fields).filter(({ storage }) => storage.columns.includes('When?')).length > 1)
    throw new Error(`${table} has two dates of any precision`)
  const crossCheck = z.superRefine<z.output<Input<F>>>((typed, context) => {
    if (isForm(fields, typed))
      check?.(settled(declaration, typed), (name, message) =>
        context.addIssue({ code: 'custom', path: [name], message }),
      )
  })
  return { ...declaration, schema: z.strictObject({ ...whichRow, ...fields }).check(crossCheck) }
}

/** What is typed, with the fields emptied that are not shown. */
export const settled = <F extends Fields>(
  { fields, hidden }: Declaration<F>,
  typed: FormOf<F>,
): FormOf<F> => ({
  ...typed,
  ...Object.fromEntries((hidden?.(typed) ?? []).map((name) => [name, fields[name]?.storage.empty])),
})

/** Of what a loop put together the compiler knows nothing: each value came from its own field, so that all of them are the whole. */
const isForm = <F extends Fields>(fields: F, built: object): built is FormOf<F> =>
  Object.keys(fields).every((name) => name in built)
const build = <F extends Fields>(
  { fields }: Declaration<F>,
  which: Which,
  of: (name: string, storage: Fields[string]['storage']) => unknown,
): FormOf<F> => {
  const values = Object.entries(fields).map(([name, { storage }]) => [name, of(name, storage)])
  const built = { ...which, ...Object.fromEntries(values) }
  if (!isForm(fields, built)) throw new Error('a field has no value')
  return built
}

/** The form of a new row. */
export const emptyForm = <F extends Fields>(
  record: Declaration<F>,
  caseId: string,
  known: Partial<FormOf<F>> = {},
): FormOf<F> => ({
  ...build(record, { caseId, subjectId: '', version: 0 }, (_name, { empty }) => empty),
  ...known,
})

/** A row as its form holds it. */
export const toForm = <F extends Fields>(record: Declaration<F>, row: RowOf<F>): FormOf<F> => {
  const { caseId, subjectId, revision: version, typed } = row
  return build(record, { caseId, subjectId, version }, (name, storage) => storage.toForm(row[name], typed))
}
