import { FileChoicePage } from '@/components/cases/file-choice'
import { FileFrame, fileHref } from '@/components/cases/file-frame'
import { SummariesPart } from '@/components/summaries/summaries-part'
import { toOpened } from '@/lib/cases/file-page.data'
import { toLocale } from '@/lib/i18n/locales'
import { enter, one } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'
import { AUDIENCES } from '@/lib/summaries/level.rules'
import { readSummariesPage } from '@/lib/summaries/summary-page.data'

export default enter({
  permission: 'case:edit',
  words: ['summaries'],
  load: async (work, request) => ({
    data: await readSummariesPage(work, request),
    audience: AUDIENCES.find((audience) => audience === one(request.search.for)) ?? null,
  }),
  audit: ({ data }) => toOpened(data),
  show: ({ data, audience }, { now, locale }) => {
    if (data.type === 'choice') return <FileChoicePage data={data} />
    const { sheet, part } = data
    return (
      <FileFrame sheet={sheet} part={null} today={dayOf(now)}>
        <SummariesPart
          caseId={sheet.id}
          href={fileHref(sheet, 'summary')}
          audience={audience}
          made={part}
          language={toLocale(locale) ?? 'en'}
        />
      </FileFrame>
    )
  },
})
