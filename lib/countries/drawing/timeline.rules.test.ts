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
  publication: null,
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
    expect([old?.x, one?.x, two?.x]).toEqual([7, 93, 93])
    for (const { x, y, r } of dots) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x).toBeLessThanOrEqual(100)
      expect(y + r).toBeLessThanOrEqual(scene.height)
      expect(y - r).toBeGreaterThan(0)
    }
    expect(dots.filter(({ tone }) => tone === 'light')).toHaveLength(1)
  })

  it('of years close together touch on no telephone', () => {
    const close = [1980, 2016, 2017, 2017, 2018, 2019].map((year) => law(`of-${year}`, { year }))
    const scene = drawTimeline(toBands(toTimeline(close, null), (theme) => theme))
    const dots = scene.shapes.flatMap((shape) => (shape.kind === 'dot' ? [shape] : []))
    // What is left of 320 pixels within the frame of the page.
    const at = dots.map(({ x, y, r }) => ({ x: (x / 100) * 256, y, r }))
    for (const [index, one] of at.entries())
      for (const other of at.slice(index + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(one.r + other.r)
  })

  it('are said in words, and the year of most', () => {
    expect(sayTimeline(bands)).toBe('entry: 1980, 2018, 2018. minors: 2004')
    expect(busiestOf(bands)).toEqual({ year: 2018, count: 2 })
    expect(busiestOf([])).toBeNull()
  })
})
