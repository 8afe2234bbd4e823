import { directoryOf } from '@/components/layout/menu'
import { DirectoryPage } from '@/components/shell/directory-page'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'closure:set',
  // It shows no one: names of pages.
  audit: null,
  messages: [],
  load: async (work) => directoryOf(work.actor, 'lists'),
  show: (pages) => <DirectoryPage of="lists" pages={pages} />,
})
