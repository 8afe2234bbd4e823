import * as z from 'zod'
import { toCountry } from '@/lib/countries/address.rules'
import { CHART_FILES, makeChartFile } from '@/lib/countries/chart-file'
import { getChart } from '@/lib/countries/chart-file.data'
import { LOCALES } from '@/lib/i18n/locales'
import { defineDownload } from '@/lib/server/define-download'

/** A chart of a country as a picture or as data. It shows no one, so the audit log keeps nothing of it. */
export const GET = defineDownload({
  permission: 'country:read',
  query: z.strictObject({
    country: z.string().max(2),
    chart: z.string().max(80),
    as: z.enum(CHART_FILES.codes),
    language: z.enum(LOCALES.codes),
  }),
  audit: null,
  run: async (work, { country, chart: slug, as, language }) => {
    const { chart, given } = await getChart(work, toCountry(country), slug)
    return makeChartFile(chart, given, as, language)
  },
})
