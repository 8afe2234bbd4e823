import { describe, expect, it } from 'vitest'
import { givenDomains } from '@/tests/support/given/population'
import { publicPolicy } from './disclosure.rules'
import { hierarchyOf } from './hierarchy.rules'
import type { Dimension } from './measure.rules'
import { judgePeople, leastOf, maySee } from './size.rules'

const of = (...by: readonly Dimension[]) => by.map((one) => hierarchyOf(one, givenDomains))

describe('how many people a table needs', () => {
  it.each([
    [99, 'tooFew'],
    [100, 'oneDimensionOnly'],
    [199, 'oneDimensionOnly'],
    [200, 'coarseOnly'],
    [499, 'coarseOnly'],
    [500, 'enough'],
  ] as const)('of %i is decided by the number itself: %s', (people, verdict) =>
    expect(judgePeople(people, publicPolicy)).toBe(verdict),
  )

  it.each([
    ['end', 'length', null, true],
    ['sex', 'nationality', 'area', true],
    ['centre', 'end', null, true],
    ['centre', 'age', 'majority', true],
    ['sex', 'nationality', 'continent', true],
    ['centre', 'nationality', 'area', false],
    ['sex', 'nationality', null, false],
    ['centre', 'age', 'group', false],
  ] as const)('%s by %s (%s) is a coarse cross: %s', (one, other, level, isCoarse) => {
    expect(maySee('coarseOnly', of(one, other), [null, level])).toBe(isCoarse)
    expect(maySee('oneDimensionOnly', of(one, other), [null, level])).toBe(false)
    expect(maySee('enough', of(one, other), [null, level])).toBe(true)
  })

  it('lets three dimensions through from five hundred on alone', () => {
    expect(maySee('coarseOnly', of('sex', 'end', 'length'), [null, null, null])).toBe(false)
    expect(maySee('enough', of('sex', 'end', 'length'), [null, null, null])).toBe(true)
    expect(maySee('tooFew', of('sex'), [null])).toBe(false)
  })
})

describe('what a table says of the number of people', () => {
  const least = (measure: string, dimensions: number, groups: string[][], hierarchies: 'h1' | 'h2' = 'h2') =>
    leastOf({ hierarchies, measure, dimensions, groups }, publicPolicy)
  const sexes = ['f', 'm', 'unknown']

  it('is what it could not have left without', () => {
    expect(least('peopleBySex', 1, [sexes])).toBe(100)
    expect(least('peopleBySex', 2, [sexes, ['002', '142', '150', 'rest', 'unknown']])).toBe(200)
    // Asked crossed, and printed by one of the two or by none.
    expect(least('peopleBySex', 2, [sexes])).toBe(200)
    expect(least('peopleBySex', 2, [])).toBe(200)
    expect(least('peopleBySex', 2, [sexes, Array.from({ length: 10 }, (_, i) => `${i}`)])).toBe(500)
    expect(least('peopleBySex', 3, [sexes, sexes, sexes])).toBe(500)
  })

  it('is nothing where the coin of the snapshot decided, and where something else is counted', () => {
    expect(least('peopleByCentre', 1, [['north']], 'h1')).toBe(0)
    expect(least('peopleByTopic', 1, [['health']])).toBe(0)
    expect(least('visitsByCentre', 1, [['north']])).toBe(0)
  })
})
