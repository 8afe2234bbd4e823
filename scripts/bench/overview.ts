// The load of every colleague of every office, from the count that the database keeps.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { environment, type Urls } from './database'
import { type Line, ms, times } from './line'
import { recordings } from './servers'

const read = z.object({ served: z.number(), sql: z.number(), lines: z.number() })

export const measureOverview = (urls: Urls, size: string): Line => {
  mkdirSync(recordings, { recursive: true })
  const file = path.join(recordings, 'overview.ndjson')
  rmSync(file, { force: true })
  const run = (before: readonly string[], env: Readonly<Record<string, string>>): string => {
    const program = ['--conditions=react-server', '--import', 'tsx', 'scripts/bench/overview-read.ts', file]
    const done = spawnSync(process.execPath, [...before, ...program], {
      env: { ...process.env, ...environment(urls), ...env },
      encoding: 'utf8',
    })
    if (done.status !== 0) throw new Error(`the overview was not read: ${done.stderr.slice(-1500)}`)
    return done.stdout
  }
  run(['--require', path.resolve('scripts/bench/recorder.cjs')], { BENCH_RECORD: file })
  const { served, sql, lines } = read.parse(JSON.parse(run([], {})))
  return {
    what: `Load of all offices from the kept count, ${size}`,
    ours: ms(served),
    theirs: ms(sql),
    measured: times(served / sql),
    aim: '≤ 1.3 × and ≤ 10 ms',
    isHit: served / sql <= 1.3 && served <= 10,
    note: `${lines} colleagues; the statements through pg beside the same through the application, transaction and session included`,
  }
}
