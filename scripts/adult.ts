// npx tsx scripts/adult.ts DIRECTORY: the search for k-anonymous rows against what ARX answers on the Adult extract, which
// is not part of this project. The result stands in docs/statistics/oracles.md.
import fs from 'node:fs'
import path from 'node:path'
import { classify, type Node, type Row, toLattice } from '@/lib/statistics/class.rules'
import type { Level } from '@/lib/statistics/hierarchy.rules'
import { findBest, judge, listNodes, type Model } from '@/lib/statistics/lattice.rules'

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

/**
 * Non-uniform entropy of a column at each of its levels (de Waal and Willenborg 1999), as ARX counts it where it calls it
 * monotonic: bits by which the value of every row is less known, rows that are removed as well as the others.
 */
const bitsOf = levels.map((own, at) => {
  const count = (values: readonly string[]): Map<string, number> => {
    const counts = new Map<string, number>()
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
    return counts
  }
  const raw = count(rows.map(({ quasi }) => quasi[at] ?? ''))
  return own.map(({ nodeOf }) => {
    const shown = count(rows.map(({ quasi }) => nodeOf.get(quasi[at] ?? '') ?? ''))
    return [...raw].reduce(
      (bits, [leaf, people]) => bits + people * Math.log2((shown.get(nodeOf.get(leaf) ?? '') ?? 0) / people),
      0,
    )
  })
})
// What is lost depends on the levels alone, so that the first allowed one of the sorted list is the best of all.
const byBits = listNodes(levels, 12_960)
  .map((node) => ({ node, bits: node.reduce((sum, level, at) => sum + (bitsOf[at]?.[level] ?? 0), 0) }))
  .sort((a, b) => a.bits - b.bits)
const lattice = toLattice(rows, levels)
const removedAt = (node: Node, k: number): number =>
  classify(lattice, node).sizes.reduce((sum, size) => (size < k ? sum + size : sum), 0)
for (const [k, share, node, bits] of [
  [5, 0.04, [1, 0, 1, 1, 3, 2, 2, 0, 1], 255559.85455731067],
  [100, 0.04, [1, 1, 1, 1, 3, 2, 2, 1, 1], 379417.3460570988],
  [5, 0, [1, 2, 1, 1, 3, 2, 2, 1, 1], 407289.5388925293],
  [100, 0, [0, 4, 1, 1, 3, 2, 2, 1, 1], 453196.8932458743],
] as const) {
  const found = byBits.find((one) => removedAt(one.node, k) <= share * rows.length)
  check(`best by entropy for k = ${k}, ${100 * share} %`, found?.node, node)
  // Sums of logarithms in another order differ in the last digits.
  check('  its entropy', found?.bits.toFixed(6), bits.toFixed(6))
}
process.exitCode = wrong === 0 ? 0 : 1
