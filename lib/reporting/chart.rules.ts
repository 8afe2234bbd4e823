// Charts of reports as scenes. Letters keep their size at every width, so what does not fit a phone is drawn in rows there.

import type { Scene } from '@/lib/countries/drawing/scene.rules'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import { drawBars, drawPanel, fitsColumns, fitsRow, TALLEST } from './chart-bars.rules'
import { endOf, type Language, ROOM, type Series, valuesOf, widthOf } from './chart-ground.rules'
import { drawLines, drawSteps, LEGEND, MOST_LINES } from './chart-lines.rules'
import { isSmall, type ReportChart, type ReportTable } from './document.rules'

/** The charts that a report may have: its first figure month by month, and centre by centre. */
export const CHART_IDS = vocabulary('reporting.charts', ['months', 'centres'])
export type ChartId = CodeOf<typeof CHART_IDS>

/** One drawing with its title: small multiples have several, other charts one without a title. */
export type Panel = { readonly title: string | null; readonly scene: Scene }
export type DrawnChart = {
  readonly panels: readonly Panel[]
  /** In place of the panels where the screen is narrow; null where they fit. */
  readonly phone: readonly Panel[] | null
}

const drawMultiples = (
  series: readonly Series[],
  unit: ReportChart['unit'],
  language: Language,
): DrawnChart => {
  const end = endOf(series, unit)
  const panels = series.map(({ label, points }) => ({
    title: label,
    scene: drawPanel(points, { unit, language, end, room: ROOM.panel, tallest: TALLEST.panel }),
  }))
  return { panels, phone: null }
}

/** A chart of a report. Several bars for one label, and more lines than can be told apart, become small multiples on one scale. */
export const drawChart = ({ kind, unit, series }: ReportChart, language: Language): DrawnChart => {
  const filled = series.filter(({ points }) => points.length > 0)
  const [first] = filled
  if (first === undefined) return { panels: [], phone: null }
  const untitled = (scenes: readonly Scene[]): readonly Panel[] =>
    scenes.map((scene) => ({ title: null, scene }))
  const named = (draw: (room: number) => Scene): DrawnChart => {
    const isSame = filled.every(({ label }) => widthOf(label) <= ROOM.phone - LEGEND)
    return { panels: untitled([draw(ROOM.page)]), phone: isSame ? null : untitled([draw(ROOM.phone)]) }
  }
  switch (kind) {
    case 'bars': {
      if (filled.length > 1) return drawMultiples(filled, unit, language)
      const { points } = first
      const page = { unit, language, end: endOf(filled, unit), room: ROOM.page, tallest: TALLEST.page }
      const phone = { ...page, room: ROOM.phone }
      const isColumns = fitsColumns(points, page)
      const isSame = isColumns
        ? fitsColumns(points, phone)
        : points.every(({ label }) => fitsRow(label, phone))
      return {
        panels: untitled(drawBars(points, page)),
        phone: isSame ? null : untitled(drawBars(points, phone)),
      }
    }
    case 'lines':
      if (filled.length > MOST_LINES) return drawMultiples(filled, unit, language)
      return named((room) => drawLines(filled, { unit, language, room }))
    case 'steps':
      if (filled.length > MOST_LINES)
        return {
          panels: filled.map((each) => ({
            title: each.label,
            scene: drawSteps([each], { language, room: ROOM.panel }),
          })),
          phone: null,
        }
      return named((room) => drawSteps(filled, { language, room }))
    case 'multiples':
      return drawMultiples(filled, unit, language)
  }
}

/** Whether a number of the chart is drawn hatched, so that the line that explains it is printed. */
export const hasSmall = ({ unit, kind, series }: ReportChart): boolean =>
  unit === 'count' && (kind === 'bars' || kind === 'multiples') && valuesOf(series).some(isSmall)

/** The same numbers as a table: a line for each label, a column for each series. */
export const tableOfChart = (
  { title, unit, series, rowsLabel }: ReportChart,
  say: { readonly rows: string; readonly value: string },
): ReportTable => {
  const names = [...new Set(series.flatMap(({ points }) => points.map(({ label, name }) => name ?? label)))]
  return {
    caption: title,
    rowsLabel: rowsLabel ?? say.rows,
    columns: series.map(({ label }, index) => ({
      id: String(index),
      label: label === '' ? say.value : label,
      unit,
      sensitive: false,
    })),
    rows: names.map((name) => ({
      id: name,
      label: name,
      kind: 'known',
      cells: series.map(
        ({ points }) => points.find((point) => (point.name ?? point.label) === name)?.value ?? null,
      ),
    })),
    notes: [],
  }
}
