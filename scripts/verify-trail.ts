// npm run db -- verify [--all <file>] [--head <file or line>] | seals: whether the trail, its seals and every row are what the house left.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { toLines } from './trail/finding'
import type { Head } from './trail/seals'
import { readHead, verifyTrail } from './trail/verify'

/** Taken out first: the line of a head is several words. */
const takeFile = (given: readonly string[]): { words: readonly string[]; all: string | null } => {
  const at = given.indexOf('--all')
  if (at === -1) return { words: given, all: null }
  const all = given[at + 1]
  if (all === undefined || all.startsWith('--'))
    throw new Error('Say where every sentence goes: npm run db -- verify --all FILE')
  return { words: [...given.slice(0, at), ...given.slice(at + 2)], all }
}
const url = process.env.BACKUP_DATABASE_URL ?? ''

/** A line, or a file of such lines: what a head was written down in. */
const givenHead = (words: readonly string[]): Head | null => {
  const at = words.indexOf('--head')
  if (at === -1) return null
  const given = words.slice(at + 1).join(' ')
  const head = readHead(existsSync(given) ? readFileSync(given, 'utf8') : given)
  if (head === null)
    throw new Error(
      `No seal is named in "${given}": give the line that "npm run db -- seals" printed, or a file with it.`,
    )
  return head
}

try {
  const { words, all } = takeFile(process.argv.slice(2))
  const head = givenHead(words)
  const seen = await verifyTrail(url, head)
  if (words.includes('--seals'))
    console.log(seen.head ?? 'Nothing is sealed yet: the house does it within minutes of its start.')
  else {
    const lines = toLines(seen.findings)
    for (const line of lines) console.log(line)
    if (all !== null) {
      writeFileSync(all, seen.found.map((sentence) => `${sentence}\n`).join(''), { mode: 0o600 })
      console.log(`All ${seen.found.length} sentences are in ${all}.`)
    } else if (lines.length < seen.found.length)
      console.log(
        'One line for what is alike: "npm run db -- verify --all FILE" writes every sentence to a file.',
      )
    const against =
      head === null
        ? 'no head was given, so a cut end would not be seen'
        : `against seal ${head.number} kept elsewhere`
    const verdict =
      seen.found.length === 0 ? 'All is as it was left' : `Not as it was left: ${seen.found.length}`
    console.log(
      `${verdict}. Seals: ${seen.seals}, tables: ${seen.tables}, events not sealed yet: ${seen.unsealed}; ${against}.`,
    )
    if (seen.found.length > 0) process.exitCode = 1
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : 'The trail could not be read.')
  process.exitCode = 1
}
