/**
 * Checks of what comes from outside, for the little that every page of the application reads in the browser before anyone has
 * pressed anything (docs/adr/0033). What people type is checked with a schema.
 */
export type Shape<T> = (value: unknown) => value is T
export type ShapeOf<S> = S extends Shape<infer T> ? T : never

type Shapes = Readonly<Record<string, Shape<unknown>>>
type Whole<S extends Shapes> = { -readonly [K in keyof S]: ShapeOf<S[K]> }

const isThere = (value: unknown): value is object => typeof value === 'object' && value !== null

export const isText = (value: unknown): value is string => typeof value === 'string'
export const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value)
export const isUnknown = (_value: unknown): _value is unknown => true
/** A UUID of any version, in either case. */
export const isId = (value: unknown): value is string =>
  isText(value) && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)

export const isOneOf =
  <T extends string>(...list: readonly T[]): Shape<T> =>
  (value): value is T =>
    list.some((one) => one === value)
export const isNullOr =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value): value is T | null =>
    value === null || shape(value)
export const isListOf =
  <T>(shape: Shape<T>): Shape<T[]> =>
  (value): value is T[] =>
    Array.isArray(value) && value.every(shape)
export const isRecordOf =
  <T>(shape: Shape<T>): Shape<Record<string, T>> =>
  (value): value is Record<string, T> =>
    isThere(value) && !Array.isArray(value) && Object.values(value).every(shape)

/** An object with these fields, perhaps those of `optional`, and whatever else: a later version may have added something. */
export const isObject =
  <S extends Shapes, O extends Shapes = Record<never, never>>(
    shapes: S,
    optional?: O,
  ): Shape<Whole<S> & Partial<Whole<O>>> =>
  (value): value is Whole<S> & Partial<Whole<O>> => {
    if (!isThere(value)) return false
    const fields = new Map<string, unknown>(Object.entries(value))
    return (
      Object.entries(shapes).every(([name, shape]) => fields.has(name) && shape(fields.get(name))) &&
      Object.entries(optional ?? {}).every(([name, shape]) => !fields.has(name) || shape(fields.get(name)))
    )
  }
