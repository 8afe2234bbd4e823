import { describe, expect, it } from 'vitest'
import { type Looked, look, previewsAnHour } from './preview.rules'

const minute = 60_000

/** So many different questions, a second apart. */
function ask(n: number): Looked {
  let looked: Looked = new Map()
  for (let i = 0; i < n; i++) looked = look(looked, `q${i}`, i * 1000) ?? new Map()
  return looked
}

describe('looking at tables', () => {
  it('ends for an hour after sixty different questions', () => {
    const full = ask(previewsAnHour)
    expect(full.size).toBe(60)
    expect(look(full, 'another', 2 * minute)).toBeNull()
    expect(look(full, 'another', 60 * minute)?.has('another')).toBe(true)
  })

  it('costs nothing for what was looked at already', () => {
    const full = ask(previewsAnHour)
    expect(look(full, 'q7', 2 * minute)).toEqual(full)
  })
})
