import 'server-only'
import { spawn } from 'node:child_process'
import path from 'node:path'
import * as z from 'zod'
import { report } from '@/lib/runtime/log'
import { no, ok, type Result } from '@/lib/shared/result'
import { fromFrames, toFrames } from './frames'

// Limits of one process (docs/adr/0101). What an honest file needs: 50,000 rows of 12 columns take 150 MB of heap; a photo of 60
// million pixels takes 240 MB outside the heap, and as much again while it is turned.
const HEAP_MB = 256
const MEMORY_KB = 2 ** 20
const CPU_SECONDS = 60
const PATIENCE = 120_000
/** Of an answer: a paper of 25 MB, or the rows of a table (lib/imports/table.rules.ts). */
const ANSWER_BYTES = 96 * 2 ** 20

/** Ended by itself over a file that a parser could not cope with (parser-process.ts). */
const UNREADABLE = 65

export type ApartRefusal = 'fileTooHeavy' | 'fileBroken'

/** Written by scripts/parser-bundle.mjs. By its place and not by import, so that no bundler packs it into a page. */
const program = (): string =>
  path.join(process.cwd(), 'node_modules', '.cache', 'accompany', 'parser-process.mjs')

/** The kernel holds the process to its memory and time; `$0` and `$1` are the limits, then comes the command. */
const LIMITED = 'ulimit -t "$1"; ulimit -d "$0" 2>/dev/null; shift; exec "$@"'

const start = () => {
  const command = [process.execPath, `--max-old-space-size=${HEAP_MB}`, program()]
  const [file = '', ...args] =
    process.platform === 'win32'
      ? command
      : ['/bin/sh', '-c', LIMITED, String(MEMORY_KB), String(CPU_SECONDS), ...command]
  return spawn(file, args, {
    // What was said on stderr may quote the file. Nothing of our environment goes along: no key, no address of a database. A
    // picture is unpacked in memory: beyond 100 MB libvips would write it to the disk.
    env: { NODE_ENV: 'production', VIPS_DISC_THRESHOLD: '4g' },
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  })
}

type End = { readonly code: number | null; readonly signal: string | null; readonly said: Buffer }

const run = (frames: readonly Uint8Array[]): Promise<End> =>
  new Promise((resolve, reject) => {
    const child = start()
    const stop = (): void => void child.kill('SIGKILL')
    const timer = setTimeout(stop, PATIENCE)
    const parts: Buffer[] = []
    let size = 0
    child.stdout.on('data', (part: Buffer) => {
      size += part.length
      if (size > ANSWER_BYTES) stop()
      else parts.push(part)
    })
    // It may end before it has read everything.
    child.stdin.on('error', () => undefined)
    child.once('error', reject)
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      resolve({ code, signal, said: Buffer.concat(parts) })
    })
    for (const frame of frames) child.stdin.write(frame)
    child.stdin.end()
  })

/**
 * Has files from outside parsed in a process of its own, with its own memory and time: what kills it harms no one else. One
 * process for one call; it ends with its answer. Throws when the process could not be started.
 */
export const parseApart = async <S extends z.core.$ZodType>(
  job: 'table' | 'sheets' | 'papers' | 'template' | 'letter',
  options: object,
  files: readonly Uint8Array[],
  answer: S,
): Promise<Result<{ readonly answer: z.output<S>; readonly parts: readonly Buffer[] }, ApartRefusal>> => {
  const { code, signal, said } = await run(
    toFrames([Buffer.from(JSON.stringify({ job, options })), ...files]),
  )
  if (code === 0) {
    const [head, ...parts] = fromFrames(said)
    return ok({ answer: z.parse(answer, JSON.parse(String(head))), parts })
  }
  report(`parser ${job}`, new Error(`ended with ${code ?? signal}`))
  // Without a kernel that says so, a code above 127 is how a program ends that had no memory left.
  if (signal !== null || (code ?? 0) > 127) return no('fileTooHeavy')
  if (code === UNREADABLE) return no('fileBroken')
  throw new Error('the parser process did not start')
}
