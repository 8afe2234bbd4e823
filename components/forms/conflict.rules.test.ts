import { describe, expect, it } from 'vitest'
import { differences, mergeTexts, resolve } from './conflict.rules'

describe('two people wrote', () => {
  it('only what differs is asked about, and never the version', () => {
    const mine = { version: 3, note: 'my words here', risk: 'high', team: 'a' }
    const theirs = { version: 4, note: 'their words here', risk: 'high', unknownToForm: 1 }
    expect(differences(mine, theirs)).toEqual([
      { name: 'note', mine: 'my words here', theirs: 'their words here', canHaveBoth: true },
    ])
  })

  it('a choice out of a list cannot be both', () => {
    expect(differences({ risk: 'high' }, { risk: 'low' })[0]?.canHaveBoth).toBe(false)
  })

  it('an empty answer equals a missing one', () => {
    expect(differences({ note: '' }, { note: null })).toEqual([])
  })

  it('both texts are kept and no paragraph twice', () => {
    expect(mergeTexts('common\n\nmine', 'common\n\ntheirs')).toBe('common\n\ntheirs\n\nmine')
    expect(mergeTexts('same', 'same')).toBe('same')
  })

  it('a choice gives its value', () => {
    const difference = { name: 'note', mine: 'my words', theirs: 'their words', canHaveBoth: true }
    expect(resolve(difference, 'mine')).toBe('my words')
    expect(resolve(difference, 'theirs')).toBe('their words')
    expect(resolve(difference, 'both')).toBe('their words\n\nmy words')
  })
})
