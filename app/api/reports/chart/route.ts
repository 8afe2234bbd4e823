import * as z from 'zod'
import { formatTime } from '@/components/ui/time'
import { NotFound } from '@/lib/db/errors'
import { CHART_IDS } from '@/lib/reporting/chart.rules'
import { makeChartFile } from '@/lib/reporting/chart-picture'
import { toDocument } from '@/lib/reporting/document.view'
import { toSearch } from '@/lib/reporting/question.rules'
import { readReport, toRaw } from '@/lib/reporting/report.data'
import { defineDownload } from '@/lib/server/define-download'
import { newCode } from '@/lib/shared/ids'

const TYPES = { svg: 'image/svg+xml; charset=utf-8', png: 'image/png' } as const

/** One chart of a report as a picture. It leaves alone, so it says what is counted, under which conditions, who took it and as which copy. */
export const GET = defineDownload({
  permission: 'report:read',
  stepUp: true,
  query: z.strictObject({
    as: z.enum(['svg', 'png']),
    chart: z.enum(CHART_IDS.codes),
    question: z.string().max(4000),
  }),
  run: async (work, { as, chart: id, question }) => {
    const report = await readReport(work, toRaw(question))
    if (!report.leaves) throw new NotFound()
    const { name: organisation } = await work.tx.organisation.findFirstOrThrow({ select: { name: true } })
    const copy = newCode()
    const { document, charts, legend } = await toDocument(report, {
      locale: work.locale,
      organisation,
      by: work.actor.name,
      moment: formatTime(work.locale, work.now, 'moment'),
      copy,
      day: (day) => formatTime(work.locale, day, 'day'),
    })
    const found = charts.find((one) => one.id === id)
    if (found === undefined) throw new NotFound()
    return {
      body: new Uint8Array(
        await makeChartFile(found.chart, { ...document, condition: found.condition, legend }, as),
      ),
      type: TYPES[as],
      fileName: `INTERNAL_chart_${copy}.${as}`,
      copy,
      asked: toSearch(report.question),
    }
  },
  audit: ({ as }, { copy, asked }) => ({ event: 'report.exported', question: asked, form: as, copy }),
})
