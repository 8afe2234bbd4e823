import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import * as z from 'zod'

/** An hour; SOAK_MINUTES for less. */
const minutes = Number(process.env.SOAK_MINUTES ?? '60')
const result = z.object({
  read: z.number(),
  saved: z.number(),
  p95: z.number(),
  before: z.number(),
  after: z.number(),
})

it(`serves and saves for ${minutes} minutes without growing`, () => {
  const program = ['--conditions=react-server', '--import', 'tsx', 'scripts/bench/soak.ts', String(minutes)]
  const done = spawnSync(process.execPath, program, { encoding: 'utf8' })
  expect(done.stderr).not.toMatch(/Error/)
  const { read, saved, p95, before, after } = result.parse(
    JSON.parse(done.stdout.trim().split('\n').at(-1) ?? '{}'),
  )
  console.log(`${read} pages, p95 ${p95} ms, ${saved} visits saved; memory ${before} MB, then ${after} MB`)
  expect(read).toBeGreaterThan(minutes * 60)
  expect(saved).toBeGreaterThan(minutes * 10)
  expect(after).toBeLessThan(before * 1.1 + 16)
})
