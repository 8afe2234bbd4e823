import { SheetPage } from '@/components/summaries/sheet-page'
import { catalogue } from '@/lib/i18n/catalogue'
import { enter } from '@/lib/server/enter'
import { readSummary, toSheetOpened } from '@/lib/summaries/summary-page.data'

export default enter({
  permission: 'case:edit',
  messages: [],
  load: async (work, { params }) => {
    const data = await readSummary(work, params.summaryId ?? '')
    return { data, messages: await catalogue[data.summary.language]() }
  },
  audit: ({ data }) => toSheetOpened(data),
  show: ({ data, messages }, { actor, now }) => (
    <SheetPage data={data} messages={messages} by={actor.name} at={now} />
  ),
})
