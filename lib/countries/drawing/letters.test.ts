import { describe, expect, it } from 'vitest'
import { asOutlines, measure } from './letters'
import { words } from './scene.rules'

const outlines = (text: string, size = 14): readonly string[] => {
  const shape = words({ x: 0, y: 20, text, size })
  if (shape.kind !== 'words') throw new Error('words are words')
  return [...asOutlines(shape, '#000').matchAll(/ d="([^"]+)"/g)].map(([, path = '']) => path)
}

describe('words of a picture', () => {
  it('are drawn in the letters they are written in, on pages and in titles', () => {
    // No face has a sign for private use: what is drawn for it is the box of a missing letter.
    for (const size of [14, 24]) {
      const [box] = outlines('\ue000', size)
      for (const text of ['Zoë', 'Łódź', 'İğne', 'مُخترَع', 'ልብወለድ', 'Centre مُخترَع 2']) {
        const drawn = outlines(text, size)
        expect(drawn.length).toBeGreaterThan(2)
        expect(drawn, text).not.toContain(box)
      }
    }
  })

  it('are as wide as their parts, with the space between two faces', () => {
    const [first, space, second] = ['Centre', ' ', 'مُخترَع'].map((text) => measure(text, 14, false, false))
    expect(measure('Centre مُخترَع', 14, false, false)).toBeGreaterThan(
      (first ?? 0) + (second ?? 0) + (space ?? 0) / 2,
    )
  })
})
