import { describe, expect, it } from 'vitest'
import { chain } from '@/tests/support/given/chain'
import { givenRandom } from '@/tests/support/given/population'
import { type Row, toClasses } from './class.rules'
import {
  distance,
  findBest,
  judge,
  listNodes,
  type Model,
  orderedDistance,
  removedShares,
} from './lattice.rules'

describe('known answers', () => {
  it('measures how far salaries of a class lie from those of everyone', () => {
    const all = [3, 4, 5, 6, 7, 8, 9, 10, 11]
    const from = (own: number[]) => orderedDistance(own, all, all)
    expect(from([3, 4, 5])).toBeCloseTo(0.375, 10)
    expect(from([6, 8, 11])).toBeCloseTo(0.167, 3)
    expect(from([3, 5, 9])).toBeCloseTo(0.167, 3)
    expect(from([4, 7, 10])).toBeCloseTo(0.083, 3)
  })

  it('refuses the class in which everyone has the same illness', () => {
    const ill = [
      'heart',
      'heart',
      'viral',
      'viral',
      'cancer',
      'heart',
      'viral',
      'viral',
      'cancer',
      'cancer',
      'cancer',
      'cancer',
    ]
    const rows = ill.map((one, i): Row => ({ quasi: [`class${Math.floor(i / 4)}`], sensitive: [one] }))
    const levels = [chain('class', ['class0', 'class1', 'class2'])]
    const judged = judge(rows, levels, [0], { k: 4, distinct: 2, maxShare: 0.8, t: 1, suppression: 1 })
    expect(judged).toMatchObject({ classes: 2, removed: 4 })
    expect(
      distance(
        new Map([['a', 1]]),
        new Map([
          ['a', 1],
          ['b', 1],
        ]),
      ),
    ).toBe(0.5)
  })
})

describe('rows for a partner', () => {
  const random = givenRandom(17)
  const countries = ['AF', 'SY', 'MA', 'GN', 'AL', 'ER']
  const ages = ['0-9', '16-17', '18-24', '25-34', '35-44', '60+']
  const pick = (list: readonly string[]): string => list[Math.floor(random() ** 2 * list.length)] ?? ''
  const rows = Array.from(
    { length: 900 },
    (): Row => ({
      quasi: [pick(countries), pick(ages), pick(['f', 'm'])],
      sensitive: [pick(['granted', 'refused', 'open', 'left'])],
    }),
  )
  const levels = [
    chain('country', countries, (leaf) => (leaf === 'AF' || leaf === 'SY' ? 'asia' : 'other')),
    chain('age', ages, (leaf) => (leaf === '0-9' || leaf === '16-17' ? 'minor' : 'adult')),
    chain('sex', ['f', 'm']),
  ]
  const model: Model = { k: 11, distinct: 3, maxShare: 0.8, t: 0.3, suppression: 0.05 }

  it('lose no more than any other allowed combination', () => {
    const best = findBest(rows, levels, model)
    if (best === null) throw new Error('none is allowed')
    for (const node of listNodes(levels)) {
      const other = judge(rows, levels, node, model)
      if (other.kept.length > 0 && other.removed <= 45) expect(best.loss).toBeLessThanOrEqual(other.loss)
    }
    expect(best.removed).toBeLessThanOrEqual(45)
  })

  it('stand in classes of k by every choice of columns, and are linked at most once in eleven', () => {
    const best = findBest(rows, levels, model)
    if (best === null) throw new Error('none is allowed')
    for (const columns of [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]]) {
      const part = best.kept.map((row) => ({ ...row, quasi: columns.map((i) => row.quasi[i] ?? '') }))
      const classes = toClasses(
        part,
        columns.map((i) => levels[i] ?? []),
        columns.map((i) => best.node[i] ?? 0),
      )
      for (const own of classes) expect(own.length).toBeGreaterThanOrEqual(11)
    }
    expect(best.risk).toBeLessThanOrEqual(1 / 11)
    for (const share of removedShares(rows, best.kept, (row) => row.quasi[0] ?? '').values())
      expect(share).toBeLessThan(1)
  })
})
