import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { reportDocument } from '@/tests/support/report-documents'
import { drawPictures, makeChartFile } from './chart-picture'

const report = reportDocument('fr')
const charts = report.blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []))
const around = {
  ...report,
  condition: 'People met, 2026. Counted: North.',
  legend: 'Hachuré',
}

describe('a chart as a picture', () => {
  it('leaves with its title, mark, copy and every number', async () => {
    for (const chart of charts.slice(0, 2)) {
      const svg = new TextDecoder().decode(await makeChartFile(chart, around, 'svg'))
      const said = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text)
      // The title and the mark may take two lines.
      for (const text of [chart.title, report.mark, report.copy, around.condition])
        expect(said.join(' ')).toContain(text)
      for (const { value } of chart.series.flatMap(({ points }) => points))
        expect(said).toContain(String(value))
    }
    const [, small] = charts
    if (small === undefined) throw new Error('the invented report has several charts')
    expect(new TextDecoder().decode(await makeChartFile(small, around, 'svg'))).toContain('>Hachuré<')
  })

  it('is a PNG of twice its size, in as many pictures as pages need', async () => {
    const [first] = charts
    if (first === undefined) throw new Error('the invented report has charts')
    const { format, width } = await sharp(await makeChartFile(first, around, 'png')).metadata()
    expect([format, width]).toEqual(['png', 1440])
    const points = Array.from({ length: 40 }, (_, index) => ({
      label: `A nationality with a long name ${index}`,
      value: 90 - index,
    }))
    const pictures = await drawPictures({ ...first, series: [{ label: '', points }] }, 'fr')
    expect(pictures).toHaveLength(3)
    for (const { height, png } of pictures) {
      expect(height).toBeLessThanOrEqual(782)
      expect((await sharp(png).metadata()).height).toBe(height * 2)
    }
  })
})
