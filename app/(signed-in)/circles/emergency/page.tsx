import { GlassPage } from '@/components/circles/glass-page'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'glass:break',
  messages: ['circles.glass'],
  // Shows no one: the same page for everyone.
  audit: null,
  load: async () => null,
  show: () => <GlassPage />,
})
