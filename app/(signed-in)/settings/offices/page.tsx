import { OfficesPage } from '@/components/settings/offices-page'
import { listEditions } from '@/lib/configuration/edition.data'
import { listOffices } from '@/lib/configuration/office.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'config:keep',
  messages: ['settings.offices'],
  // Names of offices; no one is behind them.
  audit: null,
  load: async (work) => ({
    offices: await listOffices(work),
    editions: await listEditions(work, ['office']),
  }),
  show: (page) => <OfficesPage {...page} />,
})
