import { ListPage } from '@/components/settings/list-page'
import { readList } from '@/lib/lists/lists-page.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'config:keep',
  messages: ['settings'],
  // Words of lists; no one is behind them.
  audit: null,
  load: (work, { params, locale }) => readList(work, params.list ?? '', locale),
  show: (data, { locale }) => <ListPage data={data} locale={locale} />,
})
