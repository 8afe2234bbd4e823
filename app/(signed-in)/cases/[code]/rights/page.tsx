import { filePage } from '@/components/cases/file-page'
import { RightsPart } from '@/components/rights/rights-part'
import { readRightsPart } from '@/lib/rights/rights-page.data'

export default filePage('rights', {
  messages: ['rights'],
  load: readRightsPart,
  show: ({ caseHeader: sheet, part, today }) => <RightsPart caseHeader={sheet} part={part} today={today} />,
})
