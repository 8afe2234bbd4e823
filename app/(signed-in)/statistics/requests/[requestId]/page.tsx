import { RequestPage } from '@/components/statistics/request-page'
import { enter } from '@/lib/server/enter'
import { readRequest } from '@/lib/statistics/request-desk.data'
import { readReferenceLabels } from '@/lib/statistics/wording.data'

export default enter({
  permission: 'statistics:export',
  messages: ['statistics.request'],
  load: async (work, { params, locale }) => ({
    data: await readRequest(work, params.requestId ?? ''),
    reference: await readReferenceLabels(work, locale),
  }),
  audit: ({ data }) => ({ event: 'statistics.request', requestId: data.request.id }),
  show: (props) => <RequestPage {...props} />,
})
