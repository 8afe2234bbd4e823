import { BookletPage } from '@/components/handovers/booklet-page'
import { readBooklet } from '@/lib/handovers/handover-page.data'
import { enter } from '@/lib/server/enter'
import { says } from '@/lib/shared/search'

export default enter({
  permission: 'handover:own',
  messages: [],
  load: (work, { params, search }) =>
    readBooklet(work, params.handoverId ?? '', says(search, 'names', 'yes')),
  audit: ({ id, withNames, files }) => ({
    event: 'handover.printed',
    handoverId: id,
    names: withNames,
    caseIds: files.map(({ caseId }) => caseId),
  }),
  show: (data, { actor, now }) => <BookletPage data={data} by={actor.name} at={now} />,
})
