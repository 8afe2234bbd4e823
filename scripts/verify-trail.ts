// npm run db -- verify [--head <file or line>] | seals: whether the trail, its seals and every row are what the house left.
import { existsSync, readFileSync } from 'node:fs'
import type { Head } from './trail/seals'
import { readHead, verifyTrail } from './trail/verify'

const words = process.argv.slice(2)
const url = process.env.BACKUP_DATABASE_URL ?? ''

/** A line, or a file of such lines: what a head was written down in. */
const givenHead = (): Head | null => {
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
  const head = givenHead()
  const seen = await verifyTrail(url, head)
  if (words.includes('--seals'))
    console.log(seen.head ?? 'Nothing is sealed yet: the house does it within minutes of its start.')
  else {
    for (const sentence of seen.found) console.log(sentence)
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
