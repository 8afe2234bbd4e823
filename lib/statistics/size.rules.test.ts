import { describe, expect, it } from 'vitest'
import { givenDomains } from '@/tests/support/given/population'
import { publicPolicy } from './disclosure.rules'
import { hierarchyOf } from './hierarchy.rules'
import type { Dimension } from './measure.rules'
import { judgePeople, leastOf, maySee } from './size.rules'

const of = (...by: readonly Dimension[]) => by.map((one) => hierarchyOf(one, givenDomains))

describe('how many people a table needs', () => {
  it.each([
    [59, 'tooFew'],
    [60, 'headlinesOnly'],
    [99, 'headlinesOnly'],
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

describe('headlines, from sixty people on', () => {
  it.each([
    ['sex', null, true],
    ['nationality', 'area', true],
    ['age', 'majority', true],
    ['nationality', 'continent', false],
    ['nationality', null, false],
    ['age', 'group', false],
    ['end', null, false],
    ['length', null, false],
    ['centre', null, false],
    ['office', null, false],
    ['topic', null, false],
  ] as const)('%s (%s): %s', (dimension, level, isHeadline) => {
    expect(maySee('headlinesOnly', of(dimension), [level])).toBe(isHeadline)
    expect(maySee('tooFew', of(dimension), [level])).toBe(false)
  })

  it('are never crossed', () => {
    expect(maySee('headlinesOnly', of('sex', 'age'), [null, 'majority'])).toBe(false)
  })
})

describe('what a table says of the number of people', () => {
  const sexes = { dimension: 'sex', level: 'sex', groups: ['f', 'm', 'unknown'] }
  const areas = { dimension: 'nationality', level: 'area', groups: ['002', '142', '150', 'rest', 'unknown'] }
  const centres = { dimension: 'centre', level: 'centre', groups: ['north'] }
  const countries = {
    dimension: 'nationality',
    level: 'country',
    groups: Array.from({ length: 10 }, (_, i) => `${i}`),
  }
  const least = (
    measure: string,
    dimensions: number,
    axes: (typeof sexes)[],
    hierarchies: 'h1' | 'h2' = 'h2',
  ) => leastOf({ hierarchies, measure, dimensions, axes }, publicPolicy)

  it('is what it could not have left without', () => {
    expect(least('peopleBySex', 1, [sexes])).toBe(60)
    expect(least('peopleByNationality', 1, [areas])).toBe(60)
    expect(least('peopleByNationality', 1, [countries])).toBe(100)
    expect(least('peopleByCentre', 1, [centres])).toBe(100)
    expect(least('peopleBySex', 2, [sexes, areas])).toBe(200)
    // Asked crossed, and printed by one of the two or by none.
    expect(least('peopleBySex', 2, [sexes])).toBe(200)
    expect(least('peopleBySex', 2, [])).toBe(200)
    expect(least('peopleBySex', 2, [sexes, countries])).toBe(500)
    expect(least('peopleBySex', 3, [sexes, sexes, sexes])).toBe(500)
  })

  it('is nothing where the coin of the snapshot decided, and where something else is counted', () => {
    expect(least('peopleByCentre', 1, [centres], 'h1')).toBe(0)
    expect(least('peopleByTopic', 1, [{ dimension: 'topic', level: 'topic', groups: ['health'] }])).toBe(0)
    expect(least('visitsByCentre', 1, [centres])).toBe(0)
  })
})
