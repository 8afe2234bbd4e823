// npx tsx scripts/adult.ts DIRECTORY: the search for k-anonymous rows against what ARX answers on the Adult extract, which
// is not part of this project. The result stands in docs/statistics/oracles.md.
import fs from 'node:fs'
import path from 'node:path'
import type { Node, Row } from '@/lib/statistics/class.rules'
import type { Level } from '@/lib/statistics/hierarchy.rules'
import { findBest, judge, type Model } from '@/lib/statistics/lattice.rules'

const names = 'sex age race marital-status education native-country workclass occupation salary-class'.split(
  ' ',
)
const [directory = ''] = process.argv.slice(2)
const read = (name: string): string[][] =>
  fs
    .readFileSync(path.join(directory, name), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(';'))

const [head = [], ...lines] = read('adult.csv')
const rows = lines.map(
  (line): Row => ({ quasi: names.map((name) => line[head.indexOf(name)] ?? ''), sensitive: [] }),
)
const levels = names.map((name): Level[] => {
  const steps = read(`adult_hierarchy_${name}.csv`)
  return (steps[0] ?? []).map((_, at) => ({
    id: `${name}${at}`,
    nodeOf: new Map(steps.map((step) => [step[0] ?? '', step[at] ?? ''])),
  }))
})
const model = (k: number, suppression: number): Model => ({ k, distinct: 1, maxShare: 1, t: 1, suppression })

let wrong = 0
function check(what: string, found: unknown, expected: unknown): void {
  const isSame = JSON.stringify(found) === JSON.stringify(expected)
  if (!isSame) wrong += 1
  console.log(
    `${isSame ? '✓' : '✗'} ${what}: ${JSON.stringify(found)}${isSame ? '' : `, not ${JSON.stringify(expected)}`}`,
  )
}

const known: readonly [node: Node, k: number, classes: number, smallest: number | null, removed: number][] = [
  [[0, 4, 1, 1, 3, 2, 0, 2, 0], 2, 52, 2, 0],
  [[0, 4, 1, 1, 3, 2, 2, 1, 0], 5, 24, 69, 0],
  [[0, 3, 0, 1, 1, 1, 1, 2, 0], 5, 370, null, 1178],
  [[0, 4, 0, 1, 2, 1, 1, 1, 0], 11, 186, null, 1507],
  [[0, 0, 1, 2, 3, 2, 2, 1, 1], 5, 356, null, 105],
]
check('rows', rows.length, 30162)
for (const [node, k, classes, smallest, removed] of known) {
  const found = judge(rows, levels, node, model(k, 1))
  check(
    `(${node}) k = ${k}`,
    [found.classes, smallest && found.smallest, found.removed],
    [classes, smallest, removed],
  )
}
// The extract holds as many classes as its average risk says.
const raw = judge(
  rows,
  levels,
  names.map(() => 0),
  model(1, 0),
)
check('average risk of the raw rows', raw.risk, 0.6465751607983555)

// The loss itself is ARX's up to a factor, and is printed only.
for (const [k, share, node, feasible] of [
  [2, 0, known[0]?.[0], null],
  [5, 0, known[1]?.[0], 87],
  [5, 0.04, known[2]?.[0], 4452],
  [11, 0.05, known[3]?.[0], 3235],
] as const) {
  const since = Date.now()
  const found = findBest(rows, levels, model(k, share), 12_960)
  check(`best of all nodes for k = ${k}, ${100 * share} %`, found?.node, node)
  if (feasible !== null) check('  nodes allowed', found?.allowed, feasible)
  console.log(`  loss ${found?.loss.toFixed(5)}, ${((Date.now() - since) / 1000).toFixed(0)} s`)
}
process.exitCode = wrong === 0 ? 0 : 1
