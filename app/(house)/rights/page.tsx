import { RightsPage } from '@/components/rights/rights-page'
import { readRightsPage } from '@/lib/rights/rights-page.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'rights:read',
  words: ['rights'],
  load: readRightsPage,
  audit: ({ asked }) => ({
    event: 'erasure.listed',
    caseIds: asked.map(({ file }) => file.id),
    more: false,
  }),
  show: (data) => <RightsPage data={data} />,
})
