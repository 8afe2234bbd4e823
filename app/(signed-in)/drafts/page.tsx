import { DraftsPage } from '@/components/drafts/drafts-page'
import { enter } from '@/lib/server/enter'

// The page is empty until the browser has opened what is its own: the server knows nothing to show here.
export default enter({
  permission: 'draft:own',
  messages: ['drafts'],
  audit: null,
  load: async () => null,
  show: () => <DraftsPage />,
})
