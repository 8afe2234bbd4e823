import { describe, expect, it } from 'vitest'
import { isEnough, pressed } from './escapes'

const after = (...moments: readonly number[]) => moments.reduce<readonly number[]>(pressed, [])

describe('Escape three times', () => {
  it.each([
    { moments: [0, 400, 900], hides: true, intention: 'quickly after each other' },
    { moments: [0, 750, 1500], hides: true, intention: 'within a second and a half to the millisecond' },
    { moments: [0, 750, 1501], hides: false, intention: 'a little too slowly' },
    { moments: [0, 400], hides: false, intention: 'only twice' },
    { moments: [0, 5000, 5200, 5400], hides: true, intention: 'after one that was long ago' },
    { moments: [0, 1400, 2800, 4200], hides: false, intention: 'slowly, however often' },
  ])('$intention: $hides', ({ moments, hides }) => {
    expect(isEnough(after(...moments))).toBe(hides)
  })
})
