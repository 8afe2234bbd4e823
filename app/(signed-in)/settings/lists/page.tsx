import { ListsPage } from '@/components/settings/lists-page'
import { listLines } from '@/lib/lists/lists-page.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'config:keep',
  messages: [],
  // Words of lists; no one is behind them.
  audit: null,
  load: listLines,
  show: (lines) => <ListsPage lines={lines} />,
})
