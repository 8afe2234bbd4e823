import { notFound } from 'next/navigation'
import { enter } from '@/lib/server/enter'

/** An address that no page has: said inside the frame, where the menu, the search and urgent help are. */
export default enter({
  permission: 'session:own',
  // It shows no one.
  audit: null,
  messages: [],
  load: async () => null,
  show: () => notFound(),
})
