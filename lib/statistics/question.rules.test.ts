import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measures, tableIds } from './measure.rules'
import { presetIds, presets } from './preset.rules'
import { compose, findAsked, toCode } from './question.rules'

describe('a question in one word', () => {
  it('reads every ready table, and writes back what it read', () => {
    for (const code of [...tableIds, ...presetIds.codes.flatMap((id) => presets[id])]) {
      const asked = findAsked(code)
      expect(asked, code).not.toBeNull()
      if (asked === null) continue
      const again = findAsked(toCode(asked))
      expect(again).toMatchObject({ measure: asked.measure, also: asked.also, only: asked.only })
    }
  })

  it.each([
    'peopleByName',
    'public/peopleByName/name/all',
    'secret/peopleByAge/age/all',
    'public/peopleByAge/centre/all',
    'public/peopleByAge/age,age/all',
    'public/peopleByAge/age,centre,nationality,topic/all',
    'public/visitsByCentre/centre,age/all',
    'public/peopleByAge/age:street/all',
    'public/peopleByAge/age/nationality:AF',
    'public/peopleByAge/age/age:minor/more',
    "public/peopleByAge/age/age:1' OR 1=1",
    'public/peopleByAge/age/',
    '',
    '/',
  ])('knows no %s', (code) => expect(findAsked(code)).toBeNull())

  it('never throws, and takes no two words for one question', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const asked = findAsked(text)
        if (asked !== null) expect(findAsked(toCode(asked))).toEqual({ ...asked, levels: expect.anything() })
      }),
    )
  })
})

describe('a question put together from lists', () => {
  const ask = (count: string, by: string[], only = '', profile = 'public') =>
    compose({ count, by, only, profile })

  it('begins with the dimension its unit needs, wherever it was chosen', () => {
    expect(ask('topic', ['age:band', 'topic'])?.also).toEqual(['age'])
    expect(ask('topic', ['age:band'])).toBeNull()
    expect(ask('encounter', ['nationality:region', 'centre'])?.measure).toBe('encountersByCentre')
    expect(ask('visit', ['centre', 'age:band'])).toBeNull()
    expect(ask('crime', ['centre'])).toBeNull()
  })

  it('asks for the dimension of a group that is looked at alone, at its own level', () => {
    expect(ask('person', ['nationality:country'], 'age:minor')).toEqual({
      measure: 'peopleByNationality',
      also: ['age'],
      levels: ['country', 'majority'],
      only: { dimension: 'age', node: 'minor' },
      profile: 'public',
    })
    expect(ask('person', ['age:band', 'centre'], 'age:16-17')?.levels).toEqual([null, 'band'])
  })

  it('has at most three dimensions, the group included', () => {
    expect(ask('person', ['centre', 'nationality:region', 'age:band'])?.also).toHaveLength(2)
    expect(ask('person', ['centre', 'nationality:region', 'age:band'], 'age:minor')?.also).toHaveLength(2)
    expect(ask('topic', ['topic', 'age:band', 'nationality:region'], 'age:adult')?.also).toHaveLength(2)
    expect(measures.peopleByCentre.also).not.toContain('topic')
  })
})
