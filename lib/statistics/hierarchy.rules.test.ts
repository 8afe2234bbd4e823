import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { givenDomains } from '@/tests/support/given/population'
import { assertLaminar, hierarchyOf, holds, isLaminar, leafSets, nationalityLeaves } from './hierarchy.rules'
import { dimensions } from './measure.rules'

describe('groups', () => {
  it.each(dimensions.codes)('of %s are nested or disjoint', (dimension) => {
    const hierarchy = hierarchyOf(dimension, givenDomains)
    expect(isLaminar(leafSets(hierarchy.levels))).toBe(true)
    for (const level of hierarchy.levels) expect(level.nodeOf.size).toBe(hierarchy.levels[0]?.nodeOf.size)
  })

  it('that overlap are refused', () => {
    const leaves = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 })
    fc.assert(
      fc.property(leaves, leaves, (one, other) => {
        const shared = one.filter((leaf) => other.includes(leaf)).length
        const sliver = shared > 0 && shared < one.length && shared < other.length
        expect(isLaminar([new Set(one), new Set(other)])).toBe(!sliver)
      }),
    )
    const nodes = (text: string) => new Map(text.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)]))
    const overlapping = { dimension: 'centre' as const, levels: [] }
    expect(() =>
      assertLaminar({
        ...overlapping,
        levels: [
          { id: 'one', nodeOf: nodes('ax bx cy') },
          { id: 'two', nodeOf: nodes('ax by cy') },
        ],
      }),
    ).toThrow('overlaps')
  })

  it('of ages meet at eighteen', () => {
    const majority = hierarchyOf('age', givenDomains).levels.at(-1)?.nodeOf
    expect(majority?.get('16-17')).toBe('minor')
    expect(majority?.get('18-24')).toBe('adult')
    expect(majority?.get('unknown')).toBe('unknown')
  })

  it('of nationalities follow UN M49, without a word for what is not on the list', () => {
    const [, region, continent] = hierarchyOf('nationality', givenDomains).levels
    expect([region?.nodeOf.get('GN'), continent?.nodeOf.get('GN')]).toEqual(['011', '002'])
    expect([region?.nodeOf.get('PS'), continent?.nodeOf.get('PS')]).toEqual(['145', '142'])
    expect(continent?.nodeOf.get('XXA')).toBe('XXA')
    expect(['XXX', 'XXA'].map((code) => nationalityLeaves.includes(code))).toEqual([false, true])
  })
})

describe('a version', () => {
  it('of before keeps its levels, and the newer one has a coarser one of few regions', () => {
    const levels = (version: 'h1' | 'h2') => hierarchyOf('nationality', givenDomains, version).levels
    expect(levels('h1').map(({ id }) => id)).toEqual(['country', 'region', 'continent'])
    expect(levels('h2').slice(0, 3)).toEqual(levels('h1'))
    const area = levels('h2').at(-1)?.nodeOf
    expect(new Set(area?.values())).toEqual(new Set(['002', '142', '150', 'rest', 'unknown']))
    for (const [country, node] of [
      ['MA', '002'],
      ['AF', '142'],
      ['AL', '150'],
      ['BR', 'rest'],
      ['FJ', 'rest'],
      ['XXA', 'rest'],
      ['unknown', 'unknown'],
    ] as const)
      expect(area?.get(country)).toBe(node)
  })

  it('says which dimensions its snapshots hold', () => {
    const of = (version: 'h1' | 'h2') => dimensions.codes.filter((one) => holds(version, one))
    expect(of('h2')).toEqual(dimensions.codes)
    expect(of('h1')).toEqual([
      'centre',
      'nationality',
      'age',
      'topic',
      'signal',
      'guardianship',
      'trafficking',
    ])
  })
})
