// The commands of docs/install.md, so that none stands there which no one has run.
import { readFileSync } from 'node:fs'

const sections = readFileSync('docs/install.md', 'utf8')
  .split(/^## /m)
  .slice(1)
  .map((text) => ({
    title: text.slice(0, text.indexOf('\n')),
    commands: [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) =>
      block.trim().split('\n'),
    ),
  }))
const left = new Set(sections.filter(({ commands }) => commands.length > 0).map(({ title }) => title))

/** @returns its commands, as root types them, with what stands for something in place of it */
export const commandsOf = (title: string, ...instead: readonly (readonly [string, string])[]): string[] => {
  const found = sections.find((one) => one.title === title)
  if (found === undefined) throw new Error(`docs/install.md has no part "${title}"`)
  left.delete(title)
  return found.commands.map((command) => {
    const filled = instead.reduce(
      (text, [from, to]) => text.replaceAll(from, to),
      command.replace(/^sudo /, ''),
    )
    if (filled.includes('…')) throw new Error(`nothing stands for … in "${command}"`)
    return filled
  })
}

/** Parts of the page whose commands were not asked for. */
export const partsLeft = (): string[] => [...left]
