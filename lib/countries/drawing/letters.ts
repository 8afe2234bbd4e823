import 'server-only'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { create, type Font } from 'fontkit'
import type { Shape } from './scene.rules'
import { type Measure, TITLE_SIZE } from './sheet.rules'

// The faces of the pages, from their packages: a picture looks the same on a machine without a single font installed.
const FACES = { text: 'atkinson-hyperlegible-next', title: 'source-serif-4' } as const
type Face = keyof typeof FACES

// fontkit reads the regular weight of a packed variable face and no other. Strong words are the same outlines with a thin
// edge of their own colour, in parts of the size of the letters.
const STRONG_EDGE = 0.035

const opened = new Map<Face, Font>()
const fontOf = (face: Face): Font => {
  const known = opened.get(face)
  if (known !== undefined) return known
  const name = FACES[face]
  const file = `node_modules/@fontsource-variable/${name}/files/${name}-latin-wght-normal.woff2`
  const path = join(process.cwd(), file)
  const font = create(readFileSync(path))
  if (!('layout' in font)) throw new Error(`${path} is a collection and not a font`)
  opened.set(face, font)
  return font
}

// Narrow spaces of French and German are not in the face; a space that does not break looks the same here.
const known = (text: string): string => text.replaceAll('\u202f', '\u00a0')

const setIn = (text: string, isTitle: boolean) => {
  const font = fontOf(isTitle ? 'title' : 'text')
  return { font, run: font.layout(known(text)) }
}

export const measure: Measure = (text, size, isStrong, isTitle) => {
  const { font, run } = setIn(text, isTitle)
  return (run.advanceWidth / font.unitsPerEm) * size * (isStrong ? 1 + STRONG_EDGE : 1)
}

/** Words as outlines, so that anyone who draws the file needs no font. */
export const asOutlines = (shape: Extract<Shape, { kind: 'words' }>, fill: string): string => {
  const { font, run } = setIn(shape.text, shape.size >= TITLE_SIZE)
  const scale = shape.size / font.unitsPerEm
  const width = run.advanceWidth * scale
  const back = { start: 0, middle: width / 2, end: width }[shape.anchor]
  let x = shape.x + shape.dx - back
  const paths = run.glyphs.map((glyph, index) => {
    const at = x
    x += (run.positions[index]?.xAdvance ?? glyph.advanceWidth) * scale
    const path = glyph.path.toSVG()
    return path === ''
      ? ''
      : `<path transform="translate(${at.toFixed(2)} ${shape.y}) scale(${scale.toFixed(5)} ${(-scale).toFixed(5)})" d="${path}"/>`
  })
  const edge = shape.isStrong
    ? ` stroke="${fill}" stroke-width="${Math.round(STRONG_EDGE * font.unitsPerEm)}"`
    : ''
  return `<g fill="${fill}"${edge}>${paths.join('')}</g>`
}
