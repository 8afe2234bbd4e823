// npm run db -- verify [--all <file>] [--heads <file or line>] | seals: whether the audit log, its checkpoints and every row are as
// they were left; the last checkpoint in one line.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { type Head, readHeads } from '@/lib/crypto/checkpoint-head'
import { toLines } from './audit-log/finding'
import { type Verified, verifyAuditLog } from './audit-log/verify'
import { leaveSystemMark } from './system-mark.mjs'

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

/** A line, or a file of such lines. --head is the word of earlier versions. */
const givenHeads = (words: readonly string[]): readonly Head[] => {
  const at = words.findIndex((word) => word === '--heads' || word === '--head')
  if (at === -1) return []
  const given = words.slice(at + 1).join(' ')
  const heads = readHeads(existsSync(given) ? readFileSync(given, 'utf8') : given)
  if (heads.length === 0)
    throw new Error(
      `No checkpoint is named in "${given}": give the line that "npm run db -- seals" printed, or a file of such lines.`,
    )
  return heads
}

/** What was looked at, and what cannot be told from it. */
const toVerdict = (seen: Verified, heads: readonly Head[]): string => {
  const latest = heads.at(-1)
  const verdict =
    seen.found.length > 0
      ? `Not as it was left: ${seen.found.length}`
      : latest === undefined
        ? 'All that is here fits together'
        : 'All is as it was left'
  const numbered =
    seen.numberedSince === null
      ? 'no event has a number yet'
      : `events are numbered without gaps from ${seen.numberedSince} on`
  const against =
    latest === undefined
      ? 'no head was given: a person with the power of the database who made counters and checkpoints anew would not be seen'
      : `against checkpoint ${latest.number} kept elsewhere, of ${latest.at.toISOString()}; what came later is shown by what is here alone`
  return `${verdict}. Checkpoints: ${seen.checkpoints}, tables: ${seen.tables}, events not covered yet: ${seen.uncovered}, ${numbered}; ${against}.`
}

try {
  const { words, all } = takeFile(process.argv.slice(2))
  const heads = givenHeads(words)
  const seen = await verifyAuditLog(url, heads)
  if (words.includes('--seals'))
    console.log(seen.head ?? 'Nothing is covered yet: it is done within minutes of a start.')
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
    console.log(toVerdict(seen, heads))
    if (seen.found.length > 0) process.exitCode = 1
    await leaveSystemMark(url, 'verify', seen.found.length === 0, seen.found.length)
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : 'The audit log could not be read.')
  process.exitCode = 1
}
