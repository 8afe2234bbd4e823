type Values = Readonly<Record<string, unknown>>

/** Fields come and go without a value of their own: an empty one is none. */
const plain = (value: unknown): unknown =>
  value === undefined || value === null || value === false || value === '' ? null : value
const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(plain(one)) === JSON.stringify(plain(other))

/** The fields in which something else stands than the form began with: what someone typed or chose. */
export const typedFields = (values: Values, began: Values): string[] =>
  Object.keys(values).filter((name) => !isSame(values[name], began[name]))
