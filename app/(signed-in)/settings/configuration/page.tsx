import { ConfigurationPage } from '@/components/settings/configuration-page'
import { EXAMPLES } from '@/lib/exchange/file.rules'
import { readFilePage } from '@/lib/exchange/files.data'
import { enter } from '@/lib/server/enter'
import { meant } from '@/lib/shared/search'

export default enter({
  permission: 'config:keep',
  messages: ['settings', 'fields', 'exchange', 'partners'],
  // Settings, lists and fields; no one is behind them.
  audit: null,
  load: (work, { search }) => readFilePage(work, meant(search, 'example', EXAMPLES.match)),
  show: (page) => <ConfigurationPage page={page} />,
})
