import { FileChoicePage } from '@/components/cases/file-choice'
import { HistoryPage } from '@/components/cases/history-page'
import { readHistoryPage, toOpened } from '@/lib/cases/file-page.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'case:read',
  words: [],
  load: readHistoryPage,
  audit: toOpened,
  show: (data, { now }) =>
    data.type === 'choice' ? (
      <FileChoicePage data={data} />
    ) : (
      <HistoryPage sheet={data.sheet} {...data.part} today={dayOf(now)} />
    ),
})
