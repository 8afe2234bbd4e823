import { FileChoicePage } from '@/components/cases/file-choice'
import { FileFrame, fileHref } from '@/components/cases/file-frame'
import { FileDetention } from '@/components/detention/file-detention'
import { toRights } from '@/lib/cases/file.view'
import { toOpened } from '@/lib/cases/file-page.data'
import { readDetentionPage } from '@/lib/detention/detention-page.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'case:read',
  load: readDetentionPage,
  audit: toOpened,
  show: (data, { actor, now, locale }) => {
    if (data.type === 'choice') return <FileChoicePage data={data} />
    const { sheet, part } = data
    return (
      <FileFrame sheet={sheet} part="detention" today={dayOf(now)}>
        <FileDetention
          caseId={sheet.id}
          people={[...sheet.people, ...sheet.former].map(({ id, names, inFile }) => ({
            id,
            name: names[0]?.text ?? '',
            isHere: inFile.until === null,
          }))}
          part={part}
          hrefs={{ detention: fileHref(sheet, 'detention'), deadlines: fileHref(sheet, 'deadlines') }}
          canEdit={toRights(actor, sheet).canEdit}
          savedId={part.savedId}
          today={dayOf(now)}
          locale={locale}
        />
      </FileFrame>
    )
  },
})
