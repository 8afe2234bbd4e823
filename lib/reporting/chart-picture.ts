import 'server-only'
import sharp from 'sharp'
import { asOutlines, measure } from '@/lib/countries/drawing/letters'
import { type Scene, type Shape, words } from '@/lib/countries/drawing/scene.rules'
import { layOut as layOutSheet, placed, wrap } from '@/lib/countries/drawing/sheet.rules'
import { asText, toSvg } from '@/lib/countries/drawing/svg.rules'
import { drawChart, hasSmall, type Panel } from './chart.rules'
import { clean, cleanChart } from './clean.rules'
import type { ReportChart, ReportDocument } from './document.rules'

/** As wide as the text of a page of A4, in pixels of 96 to an inch. */
export const PICTURE_WIDTH = 640
const GAP = 24
const TITLE = 19
/** As tall as a picture may be, so that its title and what explains it are on the same page. */
const TALLEST = 780

export type Picture = { readonly png: Uint8Array; readonly width: number; readonly height: number }

type Laid = Scene & { readonly width: number }

/** What lies beside each other: small multiples two or three, each below its title; anything else over the whole width. */
const layRow = (row: readonly Panel[], across: number): Laid => {
  const width = (PICTURE_WIDTH - GAP * (across - 1)) / across
  const titles = row.map(({ title }) =>
    title === null ? [] : wrap(title, (line) => measure(line, 14, true, false) <= width),
  )
  const lines = Math.max(...titles.map(({ length }) => length))
  const head = lines === 0 ? 0 : lines * TITLE + 6
  const shapes = row.flatMap(({ scene }, index): readonly Shape[] => {
    const left = index * (width + GAP)
    const title = titles[index]?.map((text, at) =>
      words({ x: left, y: at * TITLE + 14, text, isStrong: true }),
    )
    return [...(title ?? []), ...placed(scene, { left, top: head, width })]
  })
  return { width: PICTURE_WIDTH, height: head + Math.max(...row.map(({ scene }) => scene.height)), shapes }
}

/** The rows of a chart on as few pictures as pages need. */
const layOut = (panels: readonly Panel[], tallest: number): readonly Laid[] => {
  const isTitled = panels.some(({ title }) => title !== null)
  const across = isTitled ? (panels.length > 4 ? 3 : 2) : 1
  const pictures: Laid[] = []
  for (let from = 0; from < panels.length; from += across) {
    const row = layRow(panels.slice(from, from + across), across)
    const last = pictures.at(-1)
    const top = (last?.height ?? 0) + (isTitled ? GAP : 0)
    if (last === undefined || top + row.height > tallest) pictures.push(row)
    else
      pictures[pictures.length - 1] = {
        ...last,
        height: top + row.height,
        shapes: [...last.shapes, ...placed(row, { left: 0, top, width: PICTURE_WIDTH })],
      }
  }
  return pictures
}

/** Twice its size: sharp on paper. */
const toPng = async (svg: string): Promise<Uint8Array> =>
  new Uint8Array(await sharp(Buffer.from(svg), { density: 144 }).png({ compressionLevel: 7 }).toBuffer())

/** A chart as pictures for paper, words as outlines; none where there is nothing to draw. Its title is text of the document. */
export const drawPictures = async (
  given: ReportChart,
  language: ReportDocument['language'],
): Promise<readonly Picture[]> => {
  const chart = cleanChart(given)
  return Promise.all(
    layOut(drawChart(chart, language).panels, TALLEST).map(async (laid) => {
      const scene = { ...laid, height: Math.ceil(laid.height) + 2 }
      const svg = toSvg(scene, { title: chart.title, locale: language }, asOutlines)
      return { png: await toPng(svg), width: scene.width, height: scene.height }
    }),
  )
}

/** What is written around a chart that leaves alone: it says as much as the page that it was taken from. */
type Around = Pick<ReportDocument, 'language' | 'mark' | 'copy'> & {
  /** What is counted, when, whose files and under which conditions. */
  readonly condition: string
  /** What the hatching means, in the language of the chart. */
  readonly legend: string
}

/** A chart as a file of its own, with its title, mark and copy: words stay words in SVG, and are outlines in PNG. */
export const makeChartFile = async (
  given: ReportChart,
  { language, mark, copy, condition, legend }: Around,
  as: 'svg' | 'png',
): Promise<Uint8Array> => {
  const chart = cleanChart(given)
  const [scene = null] = layOut(drawChart(chart, language).panels, Number.POSITIVE_INFINITY)
  const sheet = layOutSheet(
    {
      title: chart.title,
      sentence: clean(`${mark}. ${condition}`),
      scene,
      rows: [],
      notes: hasSmall(chart) ? [clean(legend)] : [],
      source: clean(copy),
    },
    measure,
  )
  const named = { title: chart.title, locale: language }
  if (as === 'svg') return new TextEncoder().encode(toSvg(sheet, named, asText))
  return toPng(toSvg(sheet, named, asOutlines))
}
