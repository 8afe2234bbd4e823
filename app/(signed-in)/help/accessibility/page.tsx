import { AccessibilityPage } from '@/components/help/accessibility-page'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'session:own',
  // It shows no one.
  audit: null,
  messages: [],
  load: async () => null,
  show: () => <AccessibilityPage />,
})
