// Runs in a process of its own, started by parse-apart.ts for one call: it gets files, answers, and ends. It has no database, no key
// and nothing of the server's environment. scripts/parser-bundle.mjs makes one file of it.
import { buffer } from 'node:stream/consumers'
import { preparePapers } from '@/lib/attachments/papers-job'
import { lookAtSheets, prepareTable } from '@/lib/imports/table-job'
import { checkTemplateJob, makeLetterJob } from '@/lib/letters/letters-job'
import { fromFrames, toFrames } from '@/lib/parsing/frames'
import type { Job } from '@/lib/parsing/job'

const JOBS: Readonly<Record<string, Job>> = {
  table: prepareTable,
  sheets: lookAtSheets,
  papers: preparePapers,
  template: checkTemplateJob,
  letter: makeLetterJob,
}

/** What a parser did not expect of a file is about the file: the server answers that it cannot be read. */
const UNREADABLE = 65
process.on('uncaughtException', () => process.exit(UNREADABLE))

const [head, ...files] = fromFrames(await buffer(process.stdin))
const { job, options }: { job: string; options: Readonly<Record<string, unknown>> } = JSON.parse(String(head))
const run = JOBS[job]
if (run === undefined) process.exit(1)
const { answer, parts } = await run(files, options)
for (const frame of toFrames([Buffer.from(JSON.stringify(answer)), ...parts])) process.stdout.write(frame)
