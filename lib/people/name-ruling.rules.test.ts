import { describe, expect, it } from 'vitest'
import { inOrder, pairOf, RULINGS, rulingOf, weightOf } from './name-ruling.rules'

describe('what is said of two names', () => {
  it.each(RULINGS.codes)('%s has a weight by which it is known again', (ruling) =>
    expect(rulingOf(weightOf(ruling))).toBe(ruling),
  )
  it('is of one pair, whichever name comes first and however it is written', () => {
    expect(pairOf('Diallo', 'JALLOW')).toBe(pairOf('jallow', 'diallo'))
    expect(inOrder('Zed', 'abel')).toEqual(['abel', 'Zed'])
    expect(inOrder('Éva', 'Zed')).toEqual(['Zed', 'Éva'])
  })
})
