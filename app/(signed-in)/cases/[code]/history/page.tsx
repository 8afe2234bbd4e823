import { filePage } from '@/components/cases/file-page'
import { HistoryPage } from '@/components/cases/history-page'
import { readHistoryPage } from '@/lib/cases/file-page.data'

export default filePage('history', {
  messages: [],
  load: readHistoryPage,
  show: ({ caseHeader: sheet, part, today }) => <HistoryPage caseHeader={sheet} {...part} today={today} />,
})
