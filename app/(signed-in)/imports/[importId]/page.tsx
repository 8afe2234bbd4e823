import { ImportPage } from '@/components/imports/import-page'
import { readImport, toPage } from '@/lib/imports/imports-page.data'
import { toShownRows } from '@/lib/imports/preview.rules'
import { enter } from '@/lib/server/enter'
import { meant } from '@/lib/shared/search'

export default enter({
  permission: 'import:run',
  load: (work, { params, search }) =>
    readImport(work, params.importId ?? '', {
      page: meant(search, 'page', toPage) ?? 1,
      rows: meant(search, 'rows', toShownRows) ?? 'all',
      from: meant(search, 'from', toPage) ?? 1,
    }),
  audit: (data) => ({ event: 'import.opened', importId: data.one.id }),
  messages: ['imports'],
  show: (data) => <ImportPage data={data} />,
})
