import { StatisticsPage } from '@/components/statistics/statistics-page'
import { can } from '@/lib/access/can'
import { enter } from '@/lib/server/enter'
import { readAddress } from '@/lib/statistics/desk.data'
import { readReferenceLabels } from '@/lib/statistics/wording.data'

export default enter({
  permission: 'statistics:read',
  messages: ['statistics.release'],
  load: async (work, { search, locale }) => ({
    data: await readAddress(work, search),
    reference: await readReferenceLabels(work, locale),
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
