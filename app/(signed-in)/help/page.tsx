import { HelpPage } from '@/components/help/help-page'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'session:own',
  // It shows no one.
  audit: null,
  messages: [],
  load: async () => null,
  show: (_data, { actor }) => <HelpPage role={actor.role} />,
})
