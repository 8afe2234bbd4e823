import { directoryOf } from '@/components/layout/menu'
import { DirectoryPage } from '@/components/shell/directory-page'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'statistics:read',
  // It shows no one: names of pages.
  audit: null,
  messages: [],
  load: async (work) => directoryOf(work.actor, 'requests'),
  show: (pages) => <DirectoryPage of="requests" pages={pages} />,
})
