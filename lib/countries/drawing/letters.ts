import 'server-only'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { create, type Font } from 'fontkit'
import type { Shape } from './scene.rules'
import { type Measure, TITLE_SIZE } from './sheet.rules'

// The faces of the pages, from their packages: a picture looks the same on a machine without a single font installed. The first that
// has a letter draws it: names of places and of offices are not all written in the letters of four languages.
const OTHERS = [
  ['noto-sans-arabic', 'arabic'],
  ['noto-sans-ethiopic', 'ethiopic'],
] as const
const latin = (name: string) =>
  [
    [name, 'latin'],
    [name, 'latin-ext'],
  ] as const
const FACES = {
  text: [...latin('atkinson-hyperlegible-next'), ...OTHERS],
  title: [...latin('source-serif-4'), ...OTHERS],
} as const

// fontkit reads the regular weight of a packed variable face and no other. Strong words are the same outlines with a thin
// edge of their own colour, in parts of the size of the letters.
const STRONG_EDGE = 0.035

const opened = new Map<string, Font>()
const fontOf = (name: string, letters: string): Font => {
  const path = join(
    process.cwd(),
    `node_modules/@fontsource-variable/${name}/files/${name}-${letters}-wght-normal.woff2`,
  )
  const known = opened.get(path)
  if (known !== undefined) return known
  const font = create(readFileSync(path))
  if (!('layout' in font)) throw new Error(`${path} is a collection and not a font`)
  opened.set(path, font)
  return font
}

/** The first that has the sign; a sign that none has is the box of a missing letter of the first. */
const fontFor = (code: number, faces: (typeof FACES)[keyof typeof FACES]): Font => {
  for (const [name, letters] of faces) {
    const font = fontOf(name, letters)
    if (font.hasGlyphForCodePoint(code)) return font
  }
  return fontOf(...faces[0])
}

// Narrow spaces of French and German are not in the face; a space that does not break looks the same here.
const known = (text: string): string => text.replaceAll('\u202f', '\u00a0')

const RIGHT_TO_LEFT = /\p{Script=Arabic}/u

/** A text in runs of one face. A run from right to left begins at its end, so the space behind it belongs to the next one. */
const setIn = (text: string, isTitle: boolean) => {
  const faces = FACES[isTitle ? 'title' : 'text']
  const parts: { font: Font; text: string }[] = []
  for (const letter of known(text)) {
    const code = letter.codePointAt(0) ?? 0
    const last = parts.at(-1)
    if (last?.font.hasGlyphForCodePoint(code) === true) {
      last.text += letter
      continue
    }
    const font = fontFor(code, faces)
    const space = RIGHT_TO_LEFT.test(last?.text ?? '') ? (/\s+$/.exec(last?.text ?? '')?.[0] ?? '') : ''
    if (last !== undefined) last.text = last.text.slice(0, last.text.length - space.length)
    parts.push({ font, text: `${space}${letter}` })
  }
  return parts.map((part) => ({ font: part.font, run: part.font.layout(part.text) }))
}

export const measure: Measure = (text, size, isStrong, isTitle) =>
  setIn(text, isTitle).reduce((sum, { font, run }) => sum + run.advanceWidth / font.unitsPerEm, 0) *
  size *
  (isStrong ? 1 + STRONG_EDGE : 1)

/** Words as outlines, so that anyone who draws the file needs no font. */
export const asOutlines = (shape: Extract<Shape, { kind: 'words' }>, fill: string): string => {
  const parts = setIn(shape.text, shape.size >= TITLE_SIZE)
  const width = parts.reduce(
    (sum, { font, run }) => sum + (run.advanceWidth * shape.size) / font.unitsPerEm,
    0,
  )
  const back = { start: 0, middle: width / 2, end: width }[shape.anchor]
  let x = shape.x + shape.dx - back
  const drawn = parts.map(({ font, run }) => {
    const scale = shape.size / font.unitsPerEm
    const edge = shape.isStrong
      ? ` stroke="${fill}" stroke-width="${Math.round(STRONG_EDGE * font.unitsPerEm)}"`
      : ''
    const paths = run.glyphs.map((glyph, index) => {
      const position = run.positions[index]
      const at = x + (position?.xOffset ?? 0) * scale
      const y = shape.y - (position?.yOffset ?? 0) * scale
      x += (position?.xAdvance ?? glyph.advanceWidth) * scale
      const path = glyph.path.toSVG()
      return path === ''
        ? ''
        : `<path transform="translate(${at.toFixed(2)} ${y.toFixed(2)}) scale(${scale.toFixed(5)} ${(-scale).toFixed(5)})" d="${path}"/>`
    })
    return `<g fill="${fill}"${edge}>${paths.join('')}</g>`
  })
  return drawn.join('')
}
