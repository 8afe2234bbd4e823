/** Something that is not as it was left. */
export type Finding = {
  readonly sentence: string
  /** What it has in common with others of its kind, with the table where there is one. */
  readonly kind: string
  /** The row, event or checkpoint; empty where there is only one. */
  readonly key: string
}

export const finding = (sentence: string, kind = sentence, key = ''): Finding => ({ sentence, kind, key })

/** So many sentences are read one by one; more are counted. */
const READ = 100
const KEYS = 5
const LINES = 190

/**
 * What is printed: every sentence while they are few, else a line for each kind with how many and the first five. Never more than 191
 * lines: no one reads fifty thousand.
 */
export const toLines = (findings: readonly Finding[]): string[] => {
  if (findings.length <= READ) return findings.map(({ sentence }) => sentence)
  const kinds = new Map<string, Finding[]>()
  for (const one of findings) {
    const alike = kinds.get(one.kind)
    if (alike === undefined) kinds.set(one.kind, [one])
    else alike.push(one)
  }
  const lines = [...kinds].map(([kind, alike]) => {
    const [first] = alike
    if (alike.length === 1 && first !== undefined) return first.sentence
    const keys = alike.slice(0, KEYS).map(({ key }) => key)
    return `${kind}: ${alike.length}, the first ${keys.length}: ${keys.join(', ')}`
  })
  if (lines.length <= LINES) return lines
  return [...lines.slice(0, LINES), `… and ${lines.length - LINES} more kinds.`]
}
