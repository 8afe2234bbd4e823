import fs from 'node:fs'
import os from 'node:os'
import { afterAll, expect, it } from 'vitest'
import { engineVersion } from '@/lib/statistics/release.rules'
import { attacks, type Outcome } from '@/tests/support/attacks/attacks'

/** Other sizes: ATTACK_SIZES=500,2000 npm run stress -- attacks. */
const sizes = (process.env.ATTACK_SIZES ?? '500,5000,20000').split(',').map(Number)
const seeds = [21, 22, 23]
const rows: (Outcome & { name: string; n: number; seed: number; seconds: number })[] = []

const inOrder = (): typeof rows =>
  rows.toSorted((a, b) => a.n - b.n || a.seed - b.seed || a.name.localeCompare(b.name))

afterAll(() => {
  const line = ({ name, n, seed, found, limit, holds, seconds }: (typeof rows)[number]): string =>
    `| ${name} | ${n} | ${seed} | ${found} | ${limit} | ${holds ? 'held' : '**failed**'} | ${seconds.toFixed(1)} s |`
  fs.writeFileSync(
    'docs/statistics/attacks.md',
    `# Attacks

Written by \`npm run stress -- attacks\`; do not edit. Invented populations; engine ${engineVersion}, ${new Date().toISOString().slice(0, 10)},
Node ${process.version}, ${os.cpus().length} × ${os.cpus()[0]?.model.trim() ?? 'unknown processor'}. A control is the same code pointed at a weaker
protection: it holds when it succeeds.

| Attack | People | Seed | Found | Allowed | | Time |
| --- | ---: | ---: | --- | --- | --- | ---: |
${inOrder().map(line).join('\n')}
`,
  )
})

it.each(sizes.flatMap((n) => seeds.flatMap((seed) => attacks.map((attack) => ({ ...attack, n, seed })))))(
  '$n people, seed $seed: $name',
  async ({ name, n, seed, run }) => {
    const since = Date.now()
    const outcome = await run(n, seed)
    rows.push({ ...outcome, name, n, seed, seconds: (Date.now() - since) / 1000 })
    expect(outcome.holds, `${outcome.found}; allowed: ${outcome.limit}`).toBe(true)
  },
)
