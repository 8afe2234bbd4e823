import { FileChoicePage } from '@/components/cases/file-choice'
import { FileFrame } from '@/components/cases/file-frame'
import { FileContacts } from '@/components/contacts/file-contacts'
import { toRights } from '@/lib/cases/file.view'
import { readFile, toOpened } from '@/lib/cases/file-page.data'
import { readContactsPart } from '@/lib/contacts/contacts-page.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'case:read',
  words: ['contacts'],
  load: (work, request) => readFile(work, request, (sheet) => readContactsPart(work, sheet)),
  audit: (data) => toOpened(data),
  show: (data, { actor, now }) => {
    if (data.type === 'choice') return <FileChoicePage data={data} />
    const { sheet, part } = data
    return (
      <FileFrame sheet={sheet} part="contacts" today={dayOf(now)}>
        <FileContacts
          caseId={sheet.id}
          part={part}
          canEdit={toRights(actor, sheet).canEdit}
          today={dayOf(now)}
        />
      </FileFrame>
    )
  },
})
