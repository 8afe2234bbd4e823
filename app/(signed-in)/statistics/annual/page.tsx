import { PublicYearPage } from '@/components/reporting/public-year-page'
import { can } from '@/lib/access/can'
import { enter } from '@/lib/server/enter'
import { meant } from '@/lib/shared/search'
import { readPublicYear } from '@/lib/statistics/public-year.data'
import { readReferenceLabels } from '@/lib/statistics/wording.data'

export default enter({
  permission: 'statistics:read',
  messages: [],
  load: async (work, { search, locale }) => ({
    data: await readPublicYear(work, (years) =>
      meant(search, 'year', (text) => years.find((year) => String(year) === text)),
    ),
    reference: await readReferenceLabels(work, locale),
  }),
  audit: ({ data }) => ({ event: 'statistics.listed', count: data.tables.length }),
  show: (props, { actor }) => <PublicYearPage {...props} mayTake={can(actor, 'statistics:export')} />,
})
