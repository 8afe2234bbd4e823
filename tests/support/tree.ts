/** The code of a file in a name, which every row of people has. */
export const FILE_CODE = /[2-9A-Z]{3}-[2-9A-Z]{4}/

/**
 * A part of what a screen reader is told: a role (`heading[level=1]` where an attribute counts), its name where that counts, and what
 * stands in it. Other things may stand between; the order is that of the page.
 */
export type Branch = readonly [role: string, name?: string | RegExp | null, inside?: readonly Branch[]]

const lineOf = ([role, name]: Branch): string => {
  const [own = '', attribute] = role.split('[')
  const named =
    name === undefined || name === null
      ? []
      : [name instanceof RegExp ? `${name}` : JSON.stringify(name.replace(/\s+/g, ' ').trim())]
  return JSON.stringify([own, ...named, ...(attribute === undefined ? [] : [`[${attribute}`])].join(' '))
}
const linesOf = (branches: readonly Branch[], depth: number): readonly string[] =>
  branches.flatMap((branch) => {
    const [, , inside = []] = branch
    return [
      `${'  '.repeat(depth)}- ${lineOf(branch)}${inside.length === 0 ? '' : ':'}`,
      ...linesOf(inside, depth + 1),
    ]
  })

/** What `toMatchAriaSnapshot` compares, with names by key: a changed text changes no test. */
export const tree = (branches: readonly Branch[]): string => linesOf(branches, 0).join('\n')
