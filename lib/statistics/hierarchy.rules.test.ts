import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { givenDomains } from '@/tests/support/given/population'
import { assertLaminar, hierarchyOf, isLaminar, leafSets, nationalityLeaves } from './hierarchy.rules'
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
