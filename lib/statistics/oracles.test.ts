import { describe, expect, it } from 'vitest'
import { chain } from '@/tests/support/given/chain'
import { givenGridExact } from '@/tests/support/given/grid'
import { givenRandom } from '@/tests/support/given/population'
import { findFlaw } from './certificate.rules'
import { type Row, toClasses } from './class.rules'
import { judge, listNodes, type Model } from './lattice.rules'
import { withSolver } from './solver'
import {
  type Exact,
  findExposed,
  type PriceOf,
  primariesOf,
  suppress,
  toPublishedSystem,
} from './suppress.rules'

/*
 * Answers that other programs and papers print (docs/statistics/oracles.md says which, and which were counted again).
 */
const byPeople: PriceOf = (value) => Math.max(1, value)

async function complement(exact: Exact, width: number, price?: PriceOf): Promise<ReadonlySet<number>> {
  const done = await suppress(exact, { width, lines: [], threshold: 0 }, withSolver, price)
  if (done === null) throw new Error('not safe')
  expect(findFlaw(toPublishedSystem(exact, done.hidden, width), done.certificate)).toBeNull()
  return done.hidden
}

describe('tables that other programs protect', { timeout: 60_000 }, () => {
  it('of four regions by sex: three more cells, those of C, when a person withheld is the price (sdcTable)', async () => {
    const counts = [
      [18, 2],
      [19, 14],
      [12, 10],
      [6, 19],
    ]
    const { exact, names } = givenGridExact(counts, (_, name) => name === '01')
    expect(exact.cells.find((_, i) => names[i] === 'tt')?.value).toBe(100)
    const hidden = await complement(exact, 1, byPeople)
    expect([...hidden].map((i) => names[i]).sort()).toEqual(['00', '01', '20', '21'])
    expect(exact.cells).toHaveLength(15)
  })

  it('of two by five cells: three who are alone would see each other (sdcTable, question 135)', () => {
    const counts = [
      [1, 1, 7, 1, 0],
      [1, 0, 0, 2, 8],
    ]
    const { exact, names, lines } = givenGridExact(counts, (value) => value <= 2)
    const hidden = primariesOf(exact)
    const alone = [...hidden].filter((i) => exact.cells[i]?.value === 1 && names[i]?.startsWith('0'))
    expect(alone.map((i) => names[i])).toEqual(['00', '01', '03'])
    const exposed = findExposed(exact, { lines, threshold: 11 }, hidden).map(({ whole }) => names[whole])
    // Both rows, the row of totals, and the columns whose total is printed.
    expect(exposed).toEqual(['0t', '1t', 'tt', 't2', 't3', 't4'])
    expect(findExposed(exact, { lines, threshold: 11 }, new Set())).toEqual([])
  })

  it('of young and old by country: one rectangle; with the union beside it, eight cells (SSBtools)', async () => {
    const young = [5, 2, 0]
    const old = [6, 3, 4]
    const alone = givenGridExact([young, old], (value, name) => value < 1 && !name.includes('t'))
    const hidden = await complement(alone.exact, 1)
    // Columns are Spain, Iceland, Portugal.
    expect([...hidden].map((i) => alone.names[i]).sort()).toEqual(['01', '02', '11', '12'])

    const groups = { Spain: [0], Iceland: [1], Portugal: [2], EU: [0, 2], nonEU: [1], all: [0, 1, 2] }
    const cells = Object.entries(groups).flatMap(([group, columns]) =>
      Object.entries({ young: [young], old: [old], both: [young, old] }).map(([age, rows]) => {
        const plus = rows.flatMap((row) => columns.map((column) => (row === young ? 0 : 3) + column))
        const value = rows
          .flatMap((row) => columns.map((column) => row[column] ?? 0))
          .reduce((a, b) => a + b, 0)
        return { name: `${age} ${group}`, plus, value, isPrimary: value <= 2 }
      }),
    )
    const linked = await complement({ columns: 6, cells }, 1, byPeople)
    expect([...linked].map((i) => cells[i]?.name ?? '').sort()).toEqual([
      'old EU',
      'old Iceland',
      'old Portugal',
      'old nonEU',
      'young EU',
      'young Iceland',
      'young Portugal',
      'young nonEU',
    ])
  })
})

const plain: Model = { k: 1, distinct: 1, maxShare: 1, t: 1, suppression: 1 }

describe('rows that other programs classify', { timeout: 60_000 }, () => {
  it('of francdat: how many share a key, and the people they stand for (sdcMicro)', () => {
    const keys = ['1251', '1211', '1211', '3315', '4314', '4311', '6215', '1251']
    const weights = [18, 45.5, 39, 17, 541, 8, 5, 92]
    const rows = keys.map((key): Row => ({ quasi: [...key], sensitive: [] }))
    const levels = [0, 1, 2, 3].map((at) =>
      chain(`key${at}`, [...new Set(keys.map((key) => key.charAt(at)))]),
    )
    const classes = toClasses(rows, levels, [0, 0, 0, 0])
    const of = (row: Row) => classes.find((own) => own.includes(row)) ?? []
    expect(rows.map((row) => of(row).length)).toEqual([2, 2, 2, 1, 1, 1, 1, 2])
    const people = (row: Row) => of(row).reduce((sum, one) => sum + (weights[rows.indexOf(one)] ?? 0), 0)
    expect(rows.map(people)).toEqual([110, 84.5, 84.5, 17, 541, 8, 5, 110])
  })

  it('of seven rows: an average risk of three in seven at k = 2, of one half at most (ARX)', () => {
    const raw = [
      '34 m 81667',
      '45 f 81675',
      '66 m 81925',
      '70 f 81931',
      '34 f 81931',
      '70 m 81931',
      '45 m 81931',
    ]
    const rows = raw.map((text): Row => ({ quasi: text.split(' '), sensitive: [] }))
    const levels = [
      chain('age', ['34', '45', '66', '70'], (leaf) => (Number(leaf) < 50 ? '<50' : '>=50')),
      chain('sex', ['m', 'f']),
      chain('zip', ['81667', '81675', '81925', '81931'], (leaf) => leaf.slice(0, 3)),
    ]
    expect(judge(rows, levels, [0, 0, 0], plain).risk).toBe(1)
    const found = judge(rows, levels, [1, 1, 1], { ...plain, k: 2 })
    expect(found).toMatchObject({ removed: 0, smallest: 2, classes: 3 })
    expect(found.risk).toBeCloseTo(0.428571, 6)
  })

  it.each([
    { k: 2, minimal: ['0 1', '1 0'] },
    { k: 3, minimal: ['0 2', '1 0'] },
    { k: 4, minimal: ['0 2', '1 1'] },
  ])(
    'of race and ZIP: the least changed tables for k = $k (Samarati), counted by hand again',
    ({ k, minimal }) => {
      const races = ['asian', 'black', 'white']
      const zips = ['94138', '94139', '94141', '94142']
      const rows = races.flatMap((race) => zips.map((zip): Row => ({ quasi: [race, zip], sensitive: [] })))
      const levels = [chain('race', races), chain('zip', zips, (leaf) => leaf.slice(0, 4))]
      const shown = (row: Row, [race = 0, zip = 0]: readonly number[]) =>
        `${race === 0 ? row.quasi[0] : '*'} ${zip === 2 ? '*' : row.quasi[1]?.slice(0, 5 - zip)}`
      const isAnonymous = (node: readonly number[]) => {
        const all = rows.map((row) => shown(row, node))
        return all.every((one) => all.filter((other) => other === one).length >= k)
      }
      const nodes = listNodes(levels)
      const byHand = nodes.filter(isAnonymous)
      const byEngine = nodes.filter((node) => judge(rows, levels, node, { ...plain, k }).removed === 0)
      expect(byEngine).toEqual(byHand)
      const isMinimal = (node: readonly number[]) =>
        !byHand.some((other) => other !== node && other.every((level, i) => level <= (node[i] ?? 0)))
      expect(
        byHand
          .filter(isMinimal)
          .map((node) => node.join(' '))
          .sort(),
      ).toEqual(minimal)
    },
  )

  it('of a voters’ list: finds the governor in the medical file, and afterwards one of k (Sweeney)', () => {
    const random = givenRandom(97)
    const pick = (size: number) => Math.floor(random() * size)
    const zips = Array.from({ length: 30 }, (_, i) => String(2130 + i))
    const births = Array.from({ length: 60 }, (_, i) => `${1930 + i}-0${1 + (i % 9)}-1${i % 10}`)
    const voters = Array.from({ length: 2000 }, (_, i) => ({
      name: i === 0 ? 'governor' : `voter ${i}`,
      quasi:
        i === 0
          ? ['2138', 'm', '1945-07-31']
          : [zips[pick(30)] ?? '', pick(2) === 0 ? 'f' : 'm', births[pick(60)] ?? ''],
    }))
    const patients = voters.filter((_, i) => i === 0 || random() < 0.4)
    const rows = patients.map(({ quasi }): Row => ({ quasi, sensitive: [] }))
    const levels = [
      chain('zip', zips, (leaf) => leaf.slice(0, 3)),
      chain('sex', ['f', 'm']),
      chain(
        'born',
        [...births, '1945-07-31'],
        (leaf) => leaf.slice(0, 4),
        (leaf) => leaf.slice(0, 3),
      ),
    ]
    const governor = rows[0]
    if (!governor) throw new Error('nobody')
    const match = (node: readonly number[]) =>
      toClasses(rows, levels, node).find((own) => own.includes(governor)) ?? []
    expect(match([0, 0, 0])).toHaveLength(1)
    const k = 11
    const safe = listNodes(levels).filter((node) => judge(rows, levels, node, { ...plain, k }).removed === 0)
    expect(safe.length).toBeGreaterThan(0)
    for (const node of safe) expect(match(node).length).toBeGreaterThanOrEqual(k)
    expect(voters.filter((one) => one.name === 'governor')).toHaveLength(1)
  })
})
