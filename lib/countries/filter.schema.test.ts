import { describe, expect, it } from 'vitest'
import { toBodyFilter, toFactFilter, toLawTheme } from './filter.schema'

describe('a filter in the address', () => {
  it('reads what the form wrote', () => {
    expect(toFactFilter({ topic: 'asylum', year: '2018', q: ' eritrea ' })).toEqual({
      topic: 'asylum',
      year: 2018,
      text: 'eritrea',
    })
    expect(toBodyFilter({ sector: 'church', q: 'jrs' })).toEqual({
      sector: 'church',
      level: null,
      topic: null,
      region: null,
      text: 'jrs',
    })
    expect(toLawTheme({ theme: 'minors' })).toBe('minors')
  })

  it('filters nothing by what it does not understand', () => {
    const nothing = { topic: null, year: null, text: '' }
    expect(toFactFilter({})).toEqual(nothing)
    expect(toFactFilter({ topic: '', year: '', q: '' })).toEqual(nothing)
    expect(toFactFilter({ topic: 'state', year: '18', q: undefined })).toEqual(nothing)
    expect(toLawTheme({ theme: '__proto__' })).toBeNull()
  })

  it('takes the first of a repeated word and cuts an endless one', () => {
    const filter = toFactFilter({ topic: ['uam', 'asylum'], q: 'a'.repeat(500) })
    expect(filter.topic).toBe('uam')
    expect(filter.text).toHaveLength(100)
  })
})
