import { filePage } from '@/components/cases/file-page'
import { RightsPart } from '@/components/rights/rights-part'
import { readRightsPart } from '@/lib/rights/rights-page.data'

export default filePage('rights', {
  messages: ['rights'],
  load: readRightsPart,
  show: ({ sheet, part, today }) => <RightsPart sheet={sheet} part={part} today={today} />,
})
