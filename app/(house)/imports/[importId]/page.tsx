import { ImportPage } from '@/components/imports/import-page'
import { readImport } from '@/lib/imports/imports-page.data'
import { enter, one } from '@/lib/server/enter'

export default enter({
  permission: 'import:run',
  load: (work, { params, search }) => readImport(work, params.importId ?? '', one(search.page)),
  audit: (data) => ({ event: 'import.opened', importId: data.one.id }),
  words: ['imports'],
  show: (data) => <ImportPage data={data} />,
})
