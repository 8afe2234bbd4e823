/** One field in which two people wrote different things. */
export type Difference = {
  readonly name: string
  readonly mine: unknown
  readonly theirs: unknown
  readonly canHaveBoth: boolean
}
export type Choice = 'mine' | 'theirs' | 'both'

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? '') === JSON.stringify(b ?? '')
const isText = (value: unknown): value is string => typeof value === 'string' && value.includes(' ')

/** The fields that differ, except the version, which is no one’s text. Only fields the form has are compared. */
export const differences = (
  mine: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>>,
): Difference[] =>
  Object.keys(theirs)
    .filter((name) => name !== 'version' && name in mine && !same(mine[name], theirs[name]))
    .map((name) => ({
      name,
      mine: mine[name],
      theirs: theirs[name],
      canHaveBoth: isText(mine[name]) && isText(theirs[name]),
    }))

/** Both texts, paragraph by paragraph: theirs in their order, then what only mine has. Nothing is said twice. */
export const mergeTexts = (mine: string, theirs: string): string => {
  const paragraphs = (text: string) =>
    text
      .split(/\n{2,}/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
  const kept = paragraphs(theirs)
  return [...kept, ...paragraphs(mine).filter((part) => !kept.includes(part))].join('\n\n')
}

/** The value that a choice stands for. */
export const resolve = ({ mine, theirs }: Difference, choice: Choice): unknown => {
  if (choice === 'both' && typeof mine === 'string' && typeof theirs === 'string')
    return mergeTexts(mine, theirs)
  return choice === 'theirs' ? theirs : mine
}
