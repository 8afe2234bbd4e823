import { HandoverPage } from '@/components/handovers/handover-page'
import { openHandover } from '@/lib/handovers/handover-page.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'handover:own',
  messages: ['cases.danger', 'handovers'],
  load: (work, { params, isDiscreet }) => openHandover(work, params.handoverId ?? '', isDiscreet),
  audit: ({ id, files }) => ({
    event: 'handover.opened',
    handoverId: id,
    caseIds: files.map(({ caseId }) => caseId),
  }),
  show: (data, { actor }) => <HandoverPage data={data} actorId={actor.id} />,
})
