import { DraftsPage } from '@/components/drafts/drafts-page'
import { OwnEntries } from '@/components/submissions/own-entries'
import { can } from '@/lib/access/can'
import { enter } from '@/lib/server/enter'
import { listOwnEntries } from '@/lib/submissions/waiting.data'

// What was typed is not here until the browser has opened it: the server knows of what waits for a coordinator alone.
export default enter({
  permission: 'draft:own',
  messages: ['drafts'],
  audit: null,
  load: listOwnEntries,
  show: (entries, { actor }) => (
    <DraftsPage canRecord={can(actor, 'visit:record')}>
      <OwnEntries entries={entries} />
    </DraftsPage>
  ),
})
