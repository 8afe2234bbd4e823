import { getLocale } from 'next-intl/server'
import { StatisticsPage } from '@/components/statistics/statistics-page'
import { can } from '@/lib/access/can'
import { enter, one } from '@/lib/server/enter'
import { readPage } from '@/lib/statistics/desk.data'
import { readReferenceLabels } from '@/lib/statistics/wording.data'

export default enter({
  permission: 'statistics:read',
  words: ['statistics'],
  load: async (work, { search }) => ({
    data: await readPage(work, {
      period: one(search.period),
      against: one(search.against),
      table: one(search.table),
      count: one(search.count),
      by: [search.by ?? []].flat(),
      only: one(search.only),
      profile: one(search.profile),
    }),
    reference: await readReferenceLabels(work, await getLocale()),
  }),
  audit: ({ data }) => ({
    event: 'statistics.previewed',
    snapshotId: data.read?.snapshot.id ?? 'none',
    measure: data.code,
  }),
  show: ({ data, reference }, { actor }) => (
    <StatisticsPage data={data} reference={reference} canRelease={can(actor, 'statistics:export')} />
  ),
})
