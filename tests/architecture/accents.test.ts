import { describe, expect, it } from 'vitest'
import { ACCENTS } from '@/lib/settings/setting.rules'
import { read } from './walk'

const css = read('app/globals.css')
const TOKEN = /--color-(\w[\w-]*): light-dark\((#\w+), (#\w+)\)/g
const colours = (text: string): ReadonlyMap<string, readonly string[]> =>
  new Map([...text.matchAll(TOKEN)].map(([, name = '', light = '', dark = '']) => [name, [light, dark]]))
const shipped = colours(css.slice(0, css.indexOf('[data-accent=')))

const luminance = (hex: string): number => {
  const long = hex.length === 4 ? hex.replaceAll(/[^#]/g, '$&$&') : hex
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(long.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

describe('each colour that an organisation may choose', () => {
  it.each(ACCENTS.codes)('%s can be read in light and in dark (WCAG AA)', (accent) => {
    const at = css.indexOf(`[data-accent="${accent}"]`)
    // The first one is what is shipped, and has no block of its own.
    expect(at === -1).toBe(accent === 'petrol')
    const own = at === -1 ? shipped : colours(css.slice(at, css.indexOf('}', at)))
    for (const scheme of [0, 1]) {
      const of = (name: string) => {
        const found = (own.get(name) ?? shipped.get(name))?.[scheme]
        if (found === undefined) throw new Error(`no colour ${name}`)
        return found
      }
      for (const [text, ground] of [
        ['accent', 'paper'],
        ['accent', 'surface'],
        ['accent', 'accent-soft'],
        ['accent-strong', 'accent-soft'],
        ['accent-ink', 'accent'],
        ['accent-ink', 'accent-strong'],
      ] as const)
        expect({ text, ground, scheme, is: contrast(of(text), of(ground)) }).toSatisfy(({ is }) => is >= 4.5)
    }
  })
})
