import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { givenDomains, givenPopulation, givenRandom, toAtoms } from '@/tests/support/given/population'
import { type Policy, publicPolicy as policy } from './disclosure.rules'
import { toFiles } from './file.rules'
import { hierarchyOf, isLaminar, isResidual } from './hierarchy.rules'
import { type Dimension, findBreakdown, type MeasureId, measureIds, measures } from './measure.rules'
import { toReleaseId, toSpec } from './release.rules'
import { toUniform } from './snapshot-key'
import { type Only, type ProtectedTable, protectTable, roundPeople } from './table.rules'

const key = new Uint8Array(32).fill(9)
const u = toUniform(key)
const small = givenPopulation(640, 11, key)

function ask(
  records: ReturnType<typeof givenPopulation>,
  id: MeasureId,
  also: readonly Dimension[] = [],
  more: { levels?: readonly (string | null)[]; only?: Only | null; policy?: Policy } = {},
): ProtectedTable {
  const measure = measures[id]
  const asked = findBreakdown(measure, also)
  if (!asked) throw new Error('no such breakdown')
  return protectTable({
    measure,
    hierarchies: asked.map((one) => hierarchyOf(one, givenDomains)),
    atoms: toAtoms(records, measure, asked),
    people: 640,
    policy,
    u,
    ...more,
  })
}

describe('the list of measures', () => {
  it('knows no other question', () => {
    expect(findBreakdown(measures.peopleByCentre, ['age'])).toEqual(['centre', 'age'])
    expect(findBreakdown(measures.peopleByCentre, ['age', 'nationality'])).toHaveLength(3)
    expect(findBreakdown(measures.peopleByCentre, ['age', 'age'])).toBeNull()
    expect(findBreakdown(measures.peopleByCentre, ['signal'])).toBeNull()
    expect(findBreakdown(measures.visitsByCentre, ['age'])).toBeNull()
    for (const id of measureIds.codes) expect(measures[id].id).toBe(id)
  })
})

describe('how fine a table is', () => {
  it('joins masked countries and names the printed ones', () => {
    const [axis] = ask(small, 'peopleByNationality').axes
    expect(axis).toMatchObject({ dimension: 'nationality', level: 'country', merged: true })
    expect(axis?.nodes).toContain('MA')
    expect(axis?.nodes.some((node) => node.startsWith('other:') || /^\d{3}$/.test(node))).toBe(true)
  })

  it('lists what the code list holds, no matter who was met: an empty row says nothing', () => {
    const [first] = small
    const withOneFijian = small.map((record) =>
      record.person === first?.person ? { ...record, nationality: 'FJ' } : record,
    )
    const nodes = (records: typeof small) => ask(records, 'peopleByNationality').axes[0]?.nodes
    expect(nodes(withOneFijian)).toEqual(nodes(small))
    expect(ask(small, 'peopleByCentre').axes[0]?.nodes).toEqual([...givenDomains.centre, 'elsewhere'])
  })

  it('gets coarser when crossed, until half of it can be printed', () => {
    const crossed = ask(small, 'peopleByNationality', ['age'])
    const inner = crossed.cells.filter(
      (cell) => !cell.nodes.some((node) => node === 'total' || isResidual(node)),
    )
    const printed = inner.filter((cell) => cell.flag === 'rounded')
    expect(crossed.axes.length === 1 || printed.length >= inner.length / 2).toBe(true)
  })

  it('keeps all groups of a dimension nested, in every table of a snapshot', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const records = givenPopulation(700, seed, key)
      const tables = [
        ask(records, 'peopleByCentre'),
        ask(records, 'peopleByCentre', ['age']),
        ask(records, 'peopleByNationality'),
        ask(records, 'peopleByNationality', ['age']),
        ask(records, 'peopleByAge'),
      ]
      for (const dimension of ['centre', 'nationality', 'age'] as const) {
        const sets = tables
          .flatMap((table) => table.axes.filter((axis) => axis.dimension === dimension))
          .flatMap((axis) =>
            axis.nodes.map(
              (node) => new Set([...axis.nodeOf].flatMap(([leaf, own]) => (own === node ? leaf : []))),
            ),
          )
        expect(isLaminar(sets)).toBe(true)
      }
    }
  }, 60_000)

  it('is as coarse as wished, by the groups of the chain', () => {
    const table = ask(small, 'peopleByNationality', [], { levels: ['continent'] })
    expect(table.axes[0]?.level).toBe('continent')
    const fine = ask(small, 'peopleByNationality')
    const sets = [...fine.axes, ...table.axes].flatMap((axis) =>
      axis.nodes.map(
        (node) => new Set([...axis.nodeOf].flatMap(([leaf, own]) => (own === node ? leaf : []))),
      ),
    )
    expect(isLaminar(sets)).toBe(true)
  })

  it('of one group is cut from the whole table, number for number', () => {
    const many = givenPopulation(3000, 12, key)
    const whole = ask(many, 'peopleByCentre', ['age'], { levels: [null, 'majority'] })
    const only: Only = { dimension: 'age', node: 'adult' }
    const slice = ask(many, 'peopleByCentre', ['age'], { levels: [null, 'majority'], only })
    expect(slice.cells).toEqual(whole.cells.filter((cell) => cell.nodes[1] === 'adult'))
    expect(slice.cells.length).toBeGreaterThan(2)
    const none = ask(many, 'peopleByCentre', ['age'], { only: { dimension: 'age', node: '8-9' } })
    expect(none).toMatchObject({ cells: [], shown: 0 })
  })

  it('has three dimensions when there are people enough', () => {
    const table = ask(givenPopulation(5000, 13, key), 'peopleByCentre', ['age', 'nationality'], {
      levels: [null, 'majority', 'continent'],
      policy: { ...policy, sparsity: 0.1 },
    })
    expect(table.axes).toHaveLength(3)
    for (const cell of table.cells) if (cell.value !== null) expect(cell.value).toBeGreaterThanOrEqual(20)
  })

  it('shows no one of a population that is too thin for its own list', () => {
    const few = givenPopulation(12, 4, key)
    const table = ask(few, 'peopleByCentre')
    expect(table.shown).toBe(0)
    expect(table.axes).toEqual([])
  })
})

describe('a table', () => {
  it('is the same whatever the order of rows, however often it is asked', () => {
    const random = givenRandom(5)
    const first = ask(small, 'peopleByCentre', ['age'])
    for (let i = 0; i < 20; i++) {
      const shuffled = small.map((record) => ({ record, at: random() })).sort((a, b) => a.at - b.at)
      const again = ask(
        shuffled.map(({ record }) => record),
        'peopleByCentre',
        ['age'],
      )
      expect(again.cells).toEqual(first.cells)
    }
  })

  it('counts distinct people: the total is not the sum of the topics', () => {
    const table = ask(small, 'peopleByTopic')
    const total = table.cells.find((cell) => cell.nodes[0] === 'total')
    expect(total?.value).toBe(640)
    expect(total?.value).toBe(roundPeople({ persons: 640, key: 0 }, policy, u))
  })

  it.each(measureIds.codes)('of %s gives the golden file, byte for byte', (id) => {
    const table = ask(small, id, id === 'peopleByCentre' ? ['age'] : [])
    const spec = toSpec(table, [measures[id].dimension], 'en', policy, 'h1')
    const files = toFiles(
      table,
      {
        releaseId: toReleaseId('0199d0a0-0000-7000-8000-000000000001', spec, () => new Uint8Array(32)),
        spec,
        periodStart: '2026-07-01',
        periodEnd: '2026-09-30',
        frozenOn: '2026-10-16',
      },
      (_, node) => node,
      ['How to read it.'],
    )
    expect(files.csv).toBe(readFileSync(new URL(`golden/${id}.csv`, import.meta.url), 'utf8'))
    const json: unknown = JSON.parse(files.json)
    expect(json).toMatchObject({ release: { engine: 'frr3' }, rows: expect.any(Array) })
    for (const line of files.csv.split('\r\n').slice(2, -1)) {
      expect(line).not.toMatch(/,,|,$/)
      expect(line).toMatch(/,(?:[2-9]\d|\d{3,}|<20|withheld),\d+,\d+,(?:rounded|withheld),/)
    }
  })
})
