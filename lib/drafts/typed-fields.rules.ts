type Values = Readonly<Record<string, unknown>>

/** Fields come and go without a value of their own: an empty one is none. */
const plain = (value: unknown): unknown =>
  value === undefined || value === null || value === false || value === '' ? null : value
const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(plain(one)) === JSON.stringify(plain(other))

/** The fields in which something else stands than the form began with: what someone typed or chose. */
export const typedFields = (values: Values, began: Values): string[] =>
  Object.keys(values).filter((name) => !isSame(values[name], began[name]))

const isGroup = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const withKnew = (of: unknown, now: unknown): unknown => {
  if (Array.isArray(of)) return of.map((one, index) => withKnew(one, Array.isArray(now) ? now[index] : null))
  return isGroup(of) && isGroup(now) ? takenUp(of, now) : of
}

/**
 * The values of a draft as a form takes them up. What a form `knew` of the last change is said by the page as it is now, however deep it
 * stands: with what the draft knew, it would be refused for ever once a colleague has changed the same.
 */
export const takenUp = (draft: Values, now: Values): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(draft).map(([name, value]) => [
      name,
      name === 'knew' && name in now ? now.knew : withKnew(value, now[name]),
    ]),
  )
