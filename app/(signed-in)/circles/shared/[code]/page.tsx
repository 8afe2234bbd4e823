import { SharedPage } from '@/components/today/shared-page'
import { enter } from '@/lib/server/enter'
import { readShared } from '@/lib/today/shared.data'

export default enter({
  permission: 'part:read',
  messages: [],
  load: (work, { params }) => readShared(work, params.code ?? ''),
  audit: ({ file }) => ({ event: 'part.opened', caseId: file.id, parts: file.parts }),
  show: (read, { now }) => <SharedPage read={read} now={now} />,
})
