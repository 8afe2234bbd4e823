// The commands of docs/install.md and docs/runbook.md, so that none stands there which no one has run.
import { readFileSync } from 'node:fs'

const sections = ['docs/install.md', 'docs/runbook.md']
  .flatMap((file) => readFileSync(file, 'utf8').split(/^## /m).slice(1))
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
  if (found === undefined) throw new Error(`no page has a part "${title}"`)
  left.delete(title)
  return found.commands.map((command) => {
    const filled = instead.reduce(
      (text, [from, to]) => text.replaceAll(from, to),
      command.replace(/^sudo -u (\S+) /, 'runuser -u $1 -- ').replace(/^sudo /, ''),
    )
    if (filled.includes('…')) throw new Error(`nothing stands for … in "${command}"`)
    return filled
  })
}

/** Parts of the pages whose commands were not asked for. */
export const partsLeft = (): string[] => [...left]
