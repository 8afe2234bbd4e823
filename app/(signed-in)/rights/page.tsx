import { RightsPage } from '@/components/rights/rights-page'
import { can } from '@/lib/access/can'
import { readRightsPage } from '@/lib/rights/rights-page.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'rights:read',
  messages: ['rights'],
  load: (work, { isDiscreet }) => readRightsPage(work, isDiscreet),
  audit: ({ asked, due }) => ({
    event: 'erasure.listed',
    caseIds: [...new Set([...asked.map(({ file }) => file.id), ...due.files.map(({ id }) => id)])],
    more: due.more,
  }),
  show: (data, { actor }) => <RightsPage data={data} canRule={can(actor, 'rights:rule')} />,
})
