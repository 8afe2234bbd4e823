import { describe, expect, it } from 'vitest'
import type { Law } from '../law.rules'
import { toTimeline } from '../law.rules'
import { busiestOf, drawTimeline, sayTimeline, toBands } from './timeline.rules'

const same = (text: string) => ({ en: text, fr: text, nl: text, de: text })
const law = (slug: string, part: Partial<Law>): Law => ({
  slug,
  title: same(slug),
  kind: 'act',
  date: null,
  precision: 'year',
  year: null,
  entryIntoForce: null,
  jurisdiction: 'BE',
  theme: 'entry',
  subject: same(slug),
  amends: null,
  officialReference: null,
  note: null,
  ...part,
})
const laws = [
  law('old', { year: 1980 }),
  law('one', { date: '2018-03-01', precision: 'day', amends: 'old' }),
  law('two', { year: 2018 }),
  law('undated', {}),
  law('minor', { year: 2004, theme: 'minors' }),
]
const bands = toBands(toTimeline(laws, null), (theme) => theme)

describe('the laws through time', () => {
  it('stand at their year, each once, those of one year above each other', () => {
    const scene = drawTimeline(bands)
    const dots = scene.shapes.flatMap((shape) => (shape.kind === 'dot' ? [shape] : []))
    expect(dots).toHaveLength(4)
    expect(new Set(dots.map(({ x, y }) => `${x} ${y}`)).size).toBe(4)
    const [old, one, two] = dots
    expect([old?.x, one?.x, two?.x]).toEqual([4, 96, 96])
    for (const { x, y, r } of dots) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x).toBeLessThanOrEqual(100)
      expect(y + r).toBeLessThanOrEqual(scene.height)
      expect(y - r).toBeGreaterThan(0)
    }
    expect(dots.filter(({ tone }) => tone === 'light')).toHaveLength(1)
  })

  it('are said in words, and the year of most', () => {
    expect(sayTimeline(bands)).toBe('entry: 1980, 2018, 2018. minors: 2004')
    expect(busiestOf(bands)).toEqual({ year: 2018, count: 2 })
    expect(busiestOf([])).toBeNull()
  })
})
