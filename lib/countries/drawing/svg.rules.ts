// A scene as a picture file: dark on white, as it is printed; no style sheet, no script, nothing from elsewhere.

import type { Scene, Shape, Tone } from './scene.rules'

type Words = Extract<Shape, { kind: 'words' }>

const ACCENT = '#0b5c7a'
const FILLS: Readonly<Record<Tone, string>> = {
  full: ACCENT,
  half: '#5f92a5',
  light: '#e3f0f4',
  hatch: 'url(#hatch)',
  empty: '#f1eee7',
  ink: '#14181f',
  muted: '#4a5361',
  edge: '#6f7886',
  hair: '#e2ddd2',
}
const EDGES: Readonly<Partial<Record<Tone, string>>> = { light: ACCENT, hatch: ACCENT, empty: '#6f7886' }

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const round = (value: number): number => Math.round(value * 100) / 100

const lineTone = (tone: Tone): string => EDGES[tone] ?? FILLS[tone]

/** Words as words: they can be found, read out and corrected where the file goes. */
export const asText = (shape: Words): string => {
  const anchor = shape.anchor === 'start' ? '' : ` text-anchor="${shape.anchor}"`
  const family =
    shape.size >= 24 ? 'Source Serif 4, Georgia, serif' : 'Atkinson Hyperlegible Next, Arial, sans-serif'
  const weight = shape.isStrong ? ' font-weight="600"' : ''
  return `<text x="${round(shape.x + shape.dx)}" y="${round(shape.y)}" font-family="${family}" font-size="${shape.size}"${weight}${anchor} fill="${FILLS[shape.tone]}">${escaped(shape.text)}</text>`
}

const drawn = (shape: Shape, write: (words: Words, fill: string) => string): string => {
  switch (shape.kind) {
    case 'box': {
      const edge = EDGES[shape.tone]
      return `<rect x="${round(shape.x)}" y="${round(shape.y)}" width="${round(shape.width)}" height="${round(shape.height)}" fill="${FILLS[shape.tone]}"${edge === undefined ? '' : ` stroke="${edge}"`}/>`
    }
    case 'line':
      return `<line x1="${round(shape.x1)}" x2="${round(shape.x2)}" y1="${round(shape.y1)}" y2="${round(shape.y2)}" stroke="${lineTone(shape.tone)}" stroke-width="${shape.weight}"/>`
    case 'dot':
      return `<circle cx="${round(shape.x)}" cy="${round(shape.y)}" r="${shape.r}" fill="${FILLS[shape.tone]}"/>`
    case 'words':
      return write(shape, FILLS[shape.tone])
  }
}

const HATCH = `<defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="#fff"/><rect width="3" height="7" fill="${ACCENT}"/></pattern></defs>`

/** The file. `write` decides whether words stay words or become outlines. */
export const toSvg = (
  { width, height, shapes }: Scene & { readonly width: number },
  { title, locale }: { readonly title: string; readonly locale: string },
  write: (words: Words, fill: string) => string,
): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" lang="${locale}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    HATCH,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...shapes.map((shape) => drawn(shape, write)),
    '</svg>',
    '',
  ].join('\n')
