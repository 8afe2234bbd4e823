import { SharedPage } from '@/components/circles/shared-page'
import { readShared } from '@/lib/circles/shared.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'part:read',
  words: [],
  load: (work, { params }) => readShared(work, params.code ?? ''),
  audit: ({ file }) => ({ event: 'part.opened', caseId: file.id, parts: file.parts }),
  show: (read, { now }) => <SharedPage read={read} now={now} />,
})
