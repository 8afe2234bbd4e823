import { FileChoicePage } from '@/components/cases/file-choice'
import { FileFrame } from '@/components/cases/file-frame'
import { Consents } from '@/components/consents/consents-part'
import { toRights } from '@/lib/cases/file.view'
import { toOpened } from '@/lib/cases/file-page.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'
import { readConsentsPage } from '@/lib/summaries/consents-page.data'

export default enter({
  permission: 'case:read',
  words: ['consents'],
  load: readConsentsPage,
  audit: toOpened,
  show: (data, { actor, now }) => {
    if (data.type === 'choice') return <FileChoicePage data={data} />
    const { sheet, part } = data
    return (
      <FileFrame sheet={sheet} part="consents" today={dayOf(now)}>
        <Consents
          caseId={sheet.id}
          fileCode={sheet.code}
          part={part}
          canEdit={toRights(actor, sheet).canEdit}
          today={dayOf(now)}
        />
      </FileFrame>
    )
  },
})
