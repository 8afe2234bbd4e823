// Appends what it reads to a file, and is done once the disk has it. A process of its own, so that a disk that no longer answers holds
// nothing else up (scripts/head-job.ts). Made by hand or by this: on a disk that allows appending only, nothing else would work.
import { appendFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'

const [file = ''] = process.argv.slice(2)
const lines = await text(process.stdin)
try {
  appendFileSync(file, lines, { mode: 0o600, flush: true })
} catch (error) {
  console.error(error instanceof Error ? error.message : 'The file could not be written.')
  process.exitCode = 1
}
