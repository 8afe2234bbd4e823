import { describe, expect, it } from 'vitest'
import { countriesBeside } from './address.rules'

describe('the countries that are asked while a page is read', () => {
  it('are the one that it is of and the one where the application works, each once', () => {
    expect(countriesBeside('/countries/zx/facts/a', 'BE')).toEqual(['zx', 'be'])
    expect(countriesBeside('/countries/zx', 'BE')).toEqual(['zx', 'be'])
    expect(countriesBeside('/countries/be/laws', 'BE')).toEqual(['be'])
  })
  it('are the second alone on every other page', () => {
    for (const path of ['/', '/cases/ABC-2345', '/countries', '/countries/kept.json', '/countries/ZX'])
      expect(countriesBeside(path, 'BE')).toEqual(['be'])
  })
})
