import { FileChoicePage } from '@/components/cases/file-choice'
import { FileFrame } from '@/components/cases/file-frame'
import { RightsPart } from '@/components/rights/rights-part'
import { toOpened } from '@/lib/cases/file-page.data'
import { readRightsPart } from '@/lib/rights/rights-page.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'case:edit',
  words: ['rights'],
  load: readRightsPart,
  audit: toOpened,
  show: (data, { now }) => {
    if (data.type === 'choice') return <FileChoicePage data={data} />
    const { sheet, part } = data
    return (
      <FileFrame sheet={sheet} part={null} today={dayOf(now)}>
        <RightsPart sheet={sheet} part={part} today={dayOf(now)} />
      </FileFrame>
    )
  },
})
