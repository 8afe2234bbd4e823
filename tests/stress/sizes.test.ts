import fs from 'node:fs'
import { expect, it } from 'vitest'
import { quarterOf, yearOf } from '@/lib/statistics/period.rules'
import { engineVersion } from '@/lib/statistics/release.rules'
import { standardSet } from '@/lib/statistics/standard.rules'
import {
  countNarrow,
  give,
  givenPart,
  givenPeriod,
  oldTables,
  verdictOf,
  weighGiven,
} from '@/tests/support/attacks/sizes'

/** Others: SIZES=66,600 SEEDS=1,2 npm run stress -- sizes. */
const sizes = (process.env.SIZES ?? '66,130,200,600,2000').split(',').map(Number)
const seeds = (process.env.SEEDS ?? '1,2,3').split(',').map(Number)
const attacked = (process.env.ATTACKED ?? '60,100,130,200,600,5000').split(',').map(Number)
/** Three in ten people of a quarter are met in the next one again: a year has about three times its people. */
const aYear = 3.1
/** The ten coarse tables of people; fine ones and other units come after them. */
const coarse = standardSet.slice(0, 10)

type Row = { people: number; period: string; before: string; coarse: string; more: string; seconds: number }
const rows: Row[] = []
const attacks: string[] = []
const mean = (values: readonly number[]): string =>
  (values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length)).toFixed(1).replace('.0', '')

const say = (all: readonly ReturnType<typeof weighGiven>[], of: number): string =>
  `${mean(all.map((one) => one.tables))} of ${of}; ${mean(all.map((one) => one.printed))} of ${mean(all.map((one) => one.cells))} numbers`

/** After each of them: a reader who stops it has what was measured. */
const write = (): void => {
  const line = (row: Row): string =>
    `| ${row.people} | ${row.period} | ${row.before} | ${row.coarse} | ${row.more} | ${row.seconds.toFixed(0)} s |`
  const more = standardSet.length - coarse.length
  fs.writeFileSync(
    'docs/statistics/sizes.md',
    `# What an organisation of so many people gets

Written by \`npm run stress -- sizes\`; do not edit. Invented populations, ${seeds.length} of each size, means; engine ${engineVersion}.
People are those who agreed to be counted. A year holds 3.1 times the people of a quarter: three in ten are met in the next one again. Each table goes through the gate beside those
before it; what is "known of no one" is left out of the numbers. "Before" is the list of nine tables that there was before h2
(docs/adr/0139), with the coin at 100; "coarse" are the first ten of the standard set, "more" the other ${more}.

| People | Period | Before | Coarse | More | Time |
| ---: | --- | --- | --- | --- | ---: |
${rows.map(line).join('\n')}

## Attacked

Everything of the standard set that left, as one linear program: of the cells with at most ten people, how many can be known to less than
five. "Beside its quarter": two fifths of the people of the period in a quarter of it, half of them held still, with the tables of both.

| People | Seed | Alone | Beside its quarter |
| ---: | ---: | --- | --- |
${attacks.join('\n')}
`,
  )
}

it.each(sizes.flatMap((people) => [quarterOf(2026, 3), yearOf(2026)].map((period) => ({ people, period }))))(
  '$people people a quarter, $period.kind',
  async ({ people, period }) => {
    const n = period.kind === 'quarter' ? people : Math.round(people * aYear)
    const since = Date.now()
    const all = []
    for (const seed of seeds) {
      const own = givenPeriod(period, n, seed)
      const before = weighGiven(await give(own, oldTables, 'h1'))
      const after = await give(own, standardSet, 'h2')
      all.push({ before, coarse: weighGiven(after.slice(0, 10)), more: weighGiven(after.slice(10)) })
      // A number of people decides, and no coin.
      expect(after.some(({ left }) => left !== null)).toBe(n >= 60)
      expect(verdictOf(own, 'h2') === 'tooFew').toBe(n < 60)
    }
    rows.push({
      people: n,
      period: period.kind,
      before: say(
        all.map((one) => one.before),
        oldTables.length,
      ),
      coarse: say(
        all.map((one) => one.coarse),
        coarse.length,
      ),
      more: say(
        all.map((one) => one.more),
        standardSet.length - coarse.length,
      ),
      seconds: (Date.now() - since) / 1000 / seeds.length,
    })
    write()
  },
)

it.each(attacked.flatMap((n) => seeds.map((seed) => ({ n, seed }))))(
  '$n people, seed $seed: nothing is narrower than promised',
  async ({ n, seed }) => {
    const year = givenPeriod(yearOf(2026), n, seed)
    const alone = await give(year, coarse, 'h2')
    const own = await countNarrow([{ days: year.days, given: alone }], 5)
    const quarter = givenPart(year, quarterOf(2026, 3), 0.4, seed)
    const first = { days: quarter.days, given: await give(quarter, coarse, 'h2') }
    const beside = { days: year.days, given: await give(year, coarse, 'h2', [first]) }
    const both = await countNarrow([first, beside], 5)
    attacks.push(
      `| ${n} | ${seed} | ${own.narrow} of ${own.small} narrow | ${both.narrow} of ${both.small} narrow |`,
    )
    write()
    expect({ own: own.narrow, both: both.narrow }).toEqual({ own: 0, both: 0 })
  },
)
