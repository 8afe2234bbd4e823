import { FileChoicePage } from '@/components/cases/file-choice'
import { FileFrame, fileHref } from '@/components/cases/file-frame'
import { FileGuardianship } from '@/components/guardianship/file-guardianship'
import { toRights } from '@/lib/cases/file.view'
import { toOpened } from '@/lib/cases/file-page.data'
import { readGuardianshipPage } from '@/lib/guardianship/guardianship-page.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'case:read',
  words: ['guardianship', 'when'],
  load: readGuardianshipPage,
  audit: toOpened,
  show: (data, { actor, now }) => {
    if (data.type === 'choice') return <FileChoicePage data={data} />
    const { sheet, part } = data
    return (
      <FileFrame sheet={sheet} part="guardianship" today={dayOf(now)}>
        <FileGuardianship
          caseId={sheet.id}
          href={fileHref(sheet, 'guardianship')}
          deadlinesHref={fileHref(sheet, 'deadlines')}
          part={part}
          canEdit={toRights(actor, sheet).canEdit}
          today={dayOf(now)}
        />
      </FileFrame>
    )
  },
})
