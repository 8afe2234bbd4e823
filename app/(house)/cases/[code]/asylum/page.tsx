import { FileAsylum } from '@/components/asylum/file-asylum'
import { FileChoicePage } from '@/components/cases/file-choice'
import { FileFrame, fileHref } from '@/components/cases/file-frame'
import { readAsylumPage } from '@/lib/asylum/asylum-page.data'
import { toRights } from '@/lib/cases/file.view'
import { toOpened } from '@/lib/cases/file-page.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'case:read',
  load: readAsylumPage,
  audit: toOpened,
  show: (data, { actor, now }) => {
    if (data.type === 'choice') return <FileChoicePage data={data} />
    const { sheet, part } = data
    return (
      <FileFrame sheet={sheet} part="asylum" today={dayOf(now)}>
        <FileAsylum
          caseId={sheet.id}
          href={fileHref(sheet, 'asylum')}
          deadlinesHref={fileHref(sheet, 'deadlines')}
          part={part}
          canEdit={toRights(actor, sheet).canEdit}
          today={dayOf(now)}
        />
      </FileFrame>
    )
  },
})
