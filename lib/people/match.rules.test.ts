import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { neighboursOf } from './key.rules'
import { isShownBeside, likenessOfNames, type NameWeight, type Word } from './match.rules'
import { likenessOfSounds } from './sound.rules'

const nothing: NameWeight = () => undefined
/** Words whose sound is their spelling. */
const name = (text: string): Word[] => {
  const words = text.split(' ')
  const alone = words.map((word, index) => ({ starts: index + 1, span: 1, word, sound: word }))
  const joined = words.slice(1).map((word, index) => {
    const together = `${words[index] ?? ''}${word}`
    return { starts: index + 1, span: 2, word: together, sound: together }
  })
  return [...alone, ...joined]
}
const score = (heard: string, known: string, weight = nothing): number =>
  likenessOfNames(name(heard), name(known), weight).score
const letters = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnoprstuvwxyz'),
  minLength: 1,
  maxLength: 12,
})

describe('two sounds', () => {
  it('are between nothing and the same, and as near from one side as from the other', () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const near = likenessOfSounds(a, b)
        expect(near).toBeGreaterThanOrEqual(0)
        expect(near).toBeLessThanOrEqual(1)
        expect(likenessOfSounds(b, a)).toBeCloseTo(near, 9)
        expect(likenessOfSounds(a, a)).toBe(1)
      }),
    )
  })

  it('are nearer where a letter is easily taken for the other, and where vowels alone differ', () => {
    expect(likenessOfSounds('fabelo', 'vabelo')).toBeGreaterThan(likenessOfSounds('fabelo', 'mabelo'))
    expect(likenessOfSounds('fabelo', 'fabulo')).toBeGreaterThan(likenessOfSounds('fabelo', 'fakelo'))
  })

  it('of a script without vowels are compared by their consonants', () => {
    expect(likenessOfSounds('*fktr', 'fiktar')).toBeGreaterThan(0.95)
    expect(likenessOfSounds('fktr', 'fiktar')).toBeLessThan(0.9)
  })
})

describe('two names', () => {
  it('are the same in any order, and near with a letter more or a word less', () => {
    expect(likenessOfNames(name('fiktar kalimo'), name('kalimo fiktar'), nothing).isSame).toBe(true)
    expect(isShownBeside({ score: score('kalimo viktar', 'kalimo fiktar') })).toBe(true)
    expect(isShownBeside({ score: score('fiktar', 'kalimo fiktar') })).toBe(true)
    expect(score('kalimo fiktar', 'kalimo')).toBeLessThan(0.72)
  })

  it('are two where one word of two differs, however alike the other is', () => {
    expect(isShownBeside({ score: score('kalimo fiktar', 'kalimo exemplo') })).toBe(false)
  })

  it('are one where two words are written together', () => {
    expect(isShownBeside({ score: score('gebre meskel hagos', 'gebremeskel hagos') })).toBe(true)
    expect(isShownBeside({ score: score('gebremeskel hagos', 'gebre meskel hagos') })).toBe(true)
  })

  it('follow what is told of them: one, or two, whatever they sound like', () => {
    const told =
      (weight: number): NameWeight =>
      (one, other) =>
        [one, other].sort().join() === 'fiktar,onliher' || [one, other].sort().join() === 'fiktar,viktar'
          ? weight
          : undefined
    expect(isShownBeside({ score: score('kalimo onliher', 'kalimo fiktar', told(0.9)) })).toBe(true)
    expect(isShownBeside({ score: score('kalimo viktar', 'kalimo fiktar', told(-1)) })).toBe(false)
  })

  it('take an initial for a word that begins like it, and nothing for a name', () => {
    expect(score('k fiktar', 'kalimo fiktar')).toBeGreaterThan(score('n fiktar', 'kalimo fiktar'))
    expect(likenessOfNames([], name('kalimo'), nothing)).toEqual({ score: 0, isSame: false })
  })
})

describe('keys one letter away', () => {
  it('reach one another, and short ones have none', () => {
    const key = fc.string({ unit: fc.constantFrom(...'PFTSKMNLR'), minLength: 3, maxLength: 7 })
    fc.assert(
      fc.property(key, (one) => {
        for (const near of neighboursOf(one)) if (near.length > 2) expect(neighboursOf(near)).toContain(one)
      }),
    )
    expect(neighboursOf('PR')).toEqual([])
  })
})
