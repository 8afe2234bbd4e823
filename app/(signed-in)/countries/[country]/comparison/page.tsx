import { BesidePage } from '@/components/countries/beside-page'
import { toCountry } from '@/lib/countries/address.rules'
import { enter } from '@/lib/server/enter'
import { loadBeside } from '@/lib/statistics/beside.data'
import { readReferenceLabels } from '@/lib/statistics/wording.data'

export default enter({
  permission: 'statistics:read',
  messages: [],
  load: async (work, { params, search, locale }) => ({
    data: await loadBeside(work, toCountry(params.country), search),
    reference: await readReferenceLabels(work, locale),
  }),
  audit: ({ data }) => ({
    event: 'statistics.previewed',
    snapshotId: data.ours?.read?.snapshot.id ?? 'none',
    measure: data.comparison.question,
  }),
  show: (data) => <BesidePage {...data} />,
})
