import { GlassPage } from '@/components/circles/glass-page'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'glass:break',
  words: ['circles'],
  // Shows nobody: the same page for everybody.
  audit: null,
  load: async () => null,
  show: () => <GlassPage />,
})
