import fs from 'node:fs'
import { afterAll, expect, it } from 'vitest'
import { engineVersion } from '@/lib/statistics/release.rules'
import { type Read, readConfidential, readDenials, readNamed } from '@/tests/support/attacks/archives'
import {
  layPlanBesideTables,
  layRowsBesideTables,
  layYearBesideQuarters,
} from '@/tests/support/attacks/beside'
import { givenOrganisation } from '@/tests/support/attacks/organisations'

const seeds = Array.from({ length: 40 }, (_, i) => i + 1)
const small = (seed: number) => givenOrganisation(seed, 130, 420)
const large = (seed: number) => givenOrganisation(seed, 520, 1000)

/** before: the same attack on what engine frr2 gave out; null where nothing changed. */
type Attack = {
  name: string
  now: (seed: number) => Promise<Read>
  before: ((seed: number) => Promise<Read>) | null
}
const attacks: readonly Attack[] = [
  {
    name: 'B1. Witnesses of a public archive, read as a confidential table',
    now: (seed) => readConfidential(small(seed), 'public'),
    before: (seed) => readConfidential(small(seed), 'everything'),
  },
  {
    name: 'B2. A year beside its quarters, both profiles',
    now: (seed) => layYearBesideQuarters(large(seed), 'joint'),
    before: (seed) => layYearBesideQuarters(large(seed), 'alone'),
  },
  {
    name: 'B3. Groups named by what is withheld',
    now: async (seed) => readDenials(large(seed), 'coarser'),
    before: async (seed) => readDenials(large(seed), 'withheld'),
  },
  {
    name: 'B4. An exact plan beside the rounded tables before it',
    now: (seed) => layPlanBesideTables(large(seed), 'kept'),
    before: (seed) => layPlanBesideTables(large(seed), 'nothing'),
  },
  {
    name: 'B5. Numbers named in sentences',
    now: async (seed) => readNamed(seed, 'keyed'),
    before: async (seed) => readNamed(seed, 'nearest'),
  },
  {
    name: 'A file of rows beside tables of its people and of the year',
    now: (seed) => layRowsBesideTables(large(seed)),
    before: null,
  },
]
const rows: string[] = []

afterAll(() => {
  fs.writeFileSync(
    'docs/statistics/archives.md',
    `# What all archives together tell

Written by \`npm run stress -- archives\`; do not edit. Forty invented organisations, half of which began in the last quarter of the
year; engine ${engineVersion}, ${new Date().toISOString().slice(0, 10)}. Narrow: a number that lies closer than it was promised, a group
named by a refusal, a named number behind which fewer than eleven people may stand. Before: the same attack on what engine frr2 gave out.

| Attack | Numbers | Narrow | Numbers before | Narrow before |
| --- | ---: | ---: | ---: | ---: |
${rows.join('\n')}
`,
  )
})

it.each(attacks)('$name', async ({ name, now, before }) => {
  const sum = async (of: (seed: number) => Promise<Read>): Promise<Read> => {
    const found = { narrow: 0, of: 0 }
    for (const seed of seeds) {
      const one = await of(seed)
      found.narrow += one.narrow
      found.of += one.of
    }
    return found
  }
  const found = await sum(now)
  const old = before && (await sum(before))
  rows.push(`| ${name} | ${found.of} | ${found.narrow} | ${old?.of ?? '–'} | ${old?.narrow ?? '–'} |`)
  expect(found.narrow).toBe(0)
  if (old) expect(old.narrow).toBeGreaterThan(0)
})
