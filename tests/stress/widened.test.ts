import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { publicPolicy } from '@/lib/statistics/disclosure.rules'
import { engineVersion } from '@/lib/statistics/release.rules'
import {
  addUp,
  coarse,
  type Guess,
  type Guessed,
  guessCells,
  guessNewcomers,
  judge,
  knowOwn,
  nameGroups,
  releaseYear,
  solveYear,
} from '../support/attacks/widened'
import { givenYears } from '../support/attacks/years'

/** People of a quarter who agreed to be counted: WIDENED=66,130 YEARS=1 npm run stress -- widened. Twenty and thirty are sixty and ninety a year. */
const all = '20,25,30,60,66,80,100,130,200,300,450,600,1000,2000,5000'
const sizes = (process.env.WIDENED ?? all).split(',').map(Number)
const years = Number(process.env.YEARS ?? 3)
/** How many of those whom an organisation meets agree: between a little more than half and nearly all. */
const agreeing = [0.7, 0.55, 0.85, 0.95]

const report = 'docs/statistics/widened.md'
const span = years === 1 ? 'one year' : `${years} years`
const before = fs.existsSync(report) ? fs.readFileSync(report, 'utf8') : ''
/** By size: with other sizes than all, those alone are renewed, of as many years. */
const lines = new Map(
  (before.includes(`; ${span} of quarters`) ? before : '').split('\n').flatMap((line): [number, string][] => {
    const [, people] = /^\| (\d+) \|/.exec(line) ?? []
    return people === undefined ? [] : [[Number(people), line]]
  }),
)
const guesses: { plain: Guess[]; leaked: Guess[]; newcomers: Guessed[] } = {
  plain: [],
  leaked: [],
  newcomers: [],
}
const points = ({ of, right, blind }: Guessed): string =>
  of === 0 ? '–' : `${((100 * right) / of).toFixed(1)} / ${((100 * blind) / of).toFixed(1)} % of ${of}`

/** Of the run with the most sizes: their guesses are counted together, and not line by line. */
const sayGuesses = (): string => {
  const [old, many] = /^Guesses of (\d+) sizes.*$/m.exec(before) ?? []
  if (old !== undefined && Number(many) > done) return old
  return `Guesses of ${done} sizes that ran together: ${points(judge(guesses.plain))}; with copies ${points(judge(guesses.leaked))}; newcomers ${points(addUp(guesses.newcomers))}.`
}
let done = 0

const write = (): void =>
  fs.writeFileSync(
    report,
    `# Attacks on the wider releases

Written by \`npm run stress -- widened\`; do not edit. Engine ${engineVersion}. Invented organisations that meet so many people a quarter who
agree to be counted, and others who do not; ${span} of quarters and years; three in ten are met in the
next quarter again. Everything of the ten coarse tables of the standard set leaves as each period ends, one after the other, through the gate.

- **Left**: of the ten tables, means of a quarter and of a year.
- **Narrow**: all tables of a year and its quarters as one linear program: cells known to less than they were promised.
- **With copies**: the same, with the internal report of every period at hand, exact and of everyone. A cell is promised no more than its
  number there. Where fewer than five did not agree, the copy is the table but for them, and nothing is asserted.
- **Guessed**: withheld numbers from one to ten, exactly right from all printed numbers by least squares / from the margins or as the
  commonest number. With copies: from both / from the copies and the share that agrees.
- **Newcomers**: values of people who came between two quarters, by what rose most / by what is commonest.
- **Own**: cells that come too close when someone takes themselves and their household out of a year. **Groups**: with one sure answer.

| People | Agree | Left | Narrow | With copies | Guessed | With copies | Newcomers | Own | Groups | Time |
| ---: | ---: | --- | --- | --- | --- | --- | --- | ---: | ---: | ---: |
${[...lines]
  .sort(([a], [b]) => a - b)
  .map(([, line]) => line)
  .join('\n')}

${sayGuesses()}
`,
  )

const mean = (numbers: readonly number[]): string =>
  (numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length)).toFixed(1)

describe('the wider releases, attacked', { shuffle: false }, () => {
  it.each(sizes.map((people, at) => ({ people, at })))(
    '$people people a quarter: no cell narrower than promised',
    async ({ people, at }) => {
      const since = Date.now()
      const share = agreeing[at % agreeing.length] ?? 1
      const released = []
      for (const year of givenYears(people, 40 + at, years, share)) released.push(await releaseYear(year))
      const periods = released.flat()
      const solved: Record<'plain' | 'leaked', Awaited<ReturnType<typeof solveYear>>>[] = []
      for (const year of released)
        solved.push({ plain: await solveYear(year, false), leaked: await solveYear(year, true) })
      const plain = periods.flatMap((one) => guessCells(one, false))
      const leaked = periods.flatMap((one) => guessCells(one, true))
      const quarters = released.flatMap((year) => year.slice(0, -1))
      const newcomers = addUp(
        quarters.flatMap((one, i) => {
          const before = quarters[i - 1]
          return before === undefined ? [] : guessNewcomers(before, one, i)
        }),
      )
      guesses.plain.push(...plain)
      guesses.leaked.push(...leaked)
      guesses.newcomers.push(newcomers)
      done++
      const last = periods.at(-1)
      const own = last === undefined ? 0 : await knowOwn(last)
      const groups = periods.reduce((sum, one) => sum + nameGroups(one), 0)
      const sum = (of: (one: (typeof solved)[number]) => number): number =>
        solved.reduce((total, one) => total + of(one), 0)
      const narrow = sum(({ plain }) => plain.narrow)
      const narrowLeaked = sum(({ leaked: one }) => one.narrow)
      const left = (all: readonly { left: readonly unknown[] }[]): string =>
        mean(all.map((one) => one.left.length))
      lines.set(
        people,
        `| ${people} | ${Math.round(100 * share)} % | ${left(quarters)}; ${left(released.flatMap((year) => year.slice(-1)))} of ${coarse.length} | ${narrow} of ${sum(({ plain }) => plain.cells)} | ${narrowLeaked} of ${sum(({ leaked: one }) => one.cells)} | ${points(judge(plain))} | ${points(judge(leaked))} | ${points(newcomers)} | ${own} | ${groups} | ${Math.round((Date.now() - since) / 1000)} s |`,
      )
      write()
      expect({ narrow, own, groups }).toEqual({ narrow: 0, own: 0, groups: 0 })
      const others = Math.min(...periods.map((one) => one.share.everyone.length - one.share.records.length))
      if (others >= publicPolicy.width) expect(narrowLeaked).toBe(0)
    },
  )

  // Of all together: of a dozen numbers, one that is guessed by chance makes eight points.
  it('no guess is better by more than five points', () => {
    const all = [judge(guesses.plain), judge(guesses.leaked), addUp(guesses.newcomers)]
    for (const { of, right, blind } of all) expect(right).toBeLessThanOrEqual(blind + 0.05 * of)
  })
})
