import { DefinitionsPage } from '@/components/reporting/definitions-page'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'report:read',
  messages: [],
  load: async () => null,
  // It says what is counted, and counts nothing.
  audit: null,
  show: () => <DefinitionsPage />,
})
