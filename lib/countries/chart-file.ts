import 'server-only'
import sharp from 'sharp'
import { createTranslator } from 'use-intl/core'
import { catalogue } from '@/lib/i18n/catalogue'
import type { Locale } from '@/lib/i18n/locales'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import type { Chart } from './chart.rules'
import { type Given, toCsv, toSheet } from './chart-file.view'
import { asOutlines, measure } from './drawing/letters'
import { layOut } from './drawing/sheet.rules'
import { asText, toSvg } from './drawing/svg.rules'

export const CHART_FILES = vocabulary('countries.chart-files', ['svg', 'png', 'csv'])
export type ChartFile = CodeOf<typeof CHART_FILES>

const TYPES: Readonly<Record<ChartFile, string>> = {
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8',
}

/** A chart as a file in one language: words stay words in SVG, and are outlines in PNG. */
export const makeChartFile = async (chart: Chart, given: Given, as: ChartFile, locale: Locale) => {
  const t = createTranslator({ locale, messages: await catalogue[locale](), namespace: 'countries' })
  const file = { type: TYPES[as], fileName: `${chart.country.toLowerCase()}-${chart.slug}-${locale}.${as}` }
  if (as === 'csv') return { ...file, body: toCsv(chart, given, t, locale) }
  const sheet = toSheet(chart, given, t, locale)
  const scene = layOut(sheet, measure)
  const named = { title: sheet.title, locale }
  if (as === 'svg') return { ...file, body: toSvg(scene, named, asText) }
  const outlined = Buffer.from(toSvg(scene, named, asOutlines))
  // Twice the size of the sheet: sharp on paper and on screens of today.
  const png = await sharp(outlined, { density: 108 }).png({ compressionLevel: 9, palette: true }).toBuffer()
  return { ...file, body: new Uint8Array(png) }
}
