import { FileChoicePage } from '@/components/cases/file-choice'
import { NotePage } from '@/components/cases/note-page'
import { toRights } from '@/lib/cases/file.view'
import { readNotePage } from '@/lib/cases/file-page.data'
import { toOpened } from '@/lib/cases/file-part.view'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'case:read',
  messages: ['cases.note', 'cases.noteKind', 'cases.write', 'warn'],
  load: readNotePage,
  audit: toOpened,
  show: (data, { actor, now }) =>
    data.type === 'choice' ? (
      <FileChoicePage data={data} />
    ) : (
      <NotePage
        caseHeader={data.caseHeader}
        part={data.part}
        rights={toRights(actor, data.caseHeader)}
        me={actor.id}
        today={dayOf(now)}
      />
    ),
})
