import { FileChoicePage } from '@/components/cases/file-choice'
import { TimelinePage } from '@/components/cases/timeline-page'
import { toRights } from '@/lib/cases/file.view'
import { readTimelinePage, toOpened } from '@/lib/cases/file-page.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'case:read',
  words: ['cases'],
  load: readTimelinePage,
  audit: toOpened,
  show: (data, { actor, now }) =>
    data.type === 'choice' ? (
      <FileChoicePage data={data} />
    ) : (
      <TimelinePage
        sheet={data.sheet}
        part={data.part}
        rights={toRights(actor, data.sheet)}
        me={actor.id}
        today={dayOf(now)}
      />
    ),
})
