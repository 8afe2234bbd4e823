import { EntryPage } from '@/components/statistics/entry-page'
import { enter } from '@/lib/server/enter'
import { readEntry } from '@/lib/statistics/desk.data'
import { readReferenceLabels } from '@/lib/statistics/wording.data'

export default enter({
  permission: 'statistics:read',
  messages: [],
  load: async (work, { params, locale }) => ({
    data: await readEntry(work, params.releaseId ?? ''),
    reference: await readReferenceLabels(work, locale),
  }),
  audit: ({ data }) => ({ event: 'statistics.opened', releaseId: data.entry.id }),
  show: (props) => <EntryPage {...props} />,
})
