import { BesidePage } from '@/components/countries/beside-page'
import { CountedPage } from '@/components/countries/counted-page'
import { toCountry } from '@/lib/countries/address.rules'
import { countingReaches, loadCounted } from '@/lib/reporting/beside.data'
import { toSearch } from '@/lib/reporting/question.rules'
import { enter } from '@/lib/server/enter'
import { loadBeside } from '@/lib/statistics/beside.data'
import { readReferenceLabels } from '@/lib/statistics/wording.data'

export default enter({
  permission: 'report:read',
  messages: [],
  // Who counts people in reports compares those. Of who opens the page, admins without the capability alone count none: for them it is what a
  // release would print.
  load: async (work, { params, search, locale }) => {
    const country = toCountry(params.country)
    if (countingReaches(work).length > 0)
      return { by: 'report' as const, data: await loadCounted(work, country, search) }
    return {
      by: 'release' as const,
      data: await loadBeside(work, country, search),
      reference: await readReferenceLabels(work, locale),
    }
  },
  audit: (shown) =>
    shown.by === 'report'
      ? { event: 'report.ran', question: shown.data.ours === null ? 'none' : toSearch(shown.data.question) }
      : {
          event: 'statistics.previewed',
          snapshotId: shown.data.ours?.read?.snapshot.id ?? 'none',
          measure: shown.data.comparison.question,
        },
  show: (shown) =>
    shown.by === 'report' ? (
      <CountedPage data={shown.data} />
    ) : (
      <BesidePage data={shown.data} reference={shown.reference} />
    ),
})
