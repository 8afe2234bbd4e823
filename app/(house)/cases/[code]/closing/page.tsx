import { FileChoicePage } from '@/components/cases/file-choice'
import { FileFrame } from '@/components/cases/file-frame'
import { ClosingPart } from '@/components/closings/closing-part'
import { toRights } from '@/lib/cases/file.view'
import { toOpened } from '@/lib/cases/file-page.data'
import { readClosingPage } from '@/lib/closings/closing-page.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'case:read',
  words: ['closings'],
  load: readClosingPage,
  audit: toOpened,
  show: (data, { actor, now }) => {
    if (data.type === 'choice') return <FileChoicePage data={data} />
    const { sheet, part } = data
    return (
      <FileFrame sheet={sheet} part={null} today={dayOf(now)}>
        <ClosingPart sheet={sheet} {...part} canEdit={toRights(actor, sheet).canEdit} />
      </FileFrame>
    )
  },
})
