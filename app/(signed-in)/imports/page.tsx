import { ImportsPage } from '@/components/imports/imports-page'
import { readImports } from '@/lib/imports/imports-page.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'import:run',
  load: readImports,
  audit: ({ imports }) => ({ event: 'import.listed', count: imports.length }),
  messages: ['imports'],
  show: (data) => <ImportsPage data={data} />,
})
