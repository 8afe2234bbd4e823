import { FileChoicePage } from '@/components/cases/file-choice'
import { FileFrame, fileHref } from '@/components/cases/file-frame'
import { CentreFacts } from '@/components/countries/centre-facts'
import { Explanations } from '@/components/countries/explanations'
import { FileDetention } from '@/components/detention/file-detention'
import { toRights } from '@/lib/cases/file.view'
import { toOpened } from '@/lib/cases/file-page.data'
import { listCentreFacts, listExplanations } from '@/lib/countries/at-hand.data'
import { readDetentionPage } from '@/lib/detention/detention-page.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'
import { HERE } from '@/lib/shared/here'

export default enter({
  permission: 'case:read',
  words: ['detention', 'when'],
  load: async (work, request) => ({
    data: await readDetentionPage(work, request),
    explanations: await listExplanations(work, HERE),
    centres: await listCentreFacts(work, HERE),
  }),
  audit: ({ data }) => toOpened(data),
  show: ({ data, explanations, centres }, { actor, now, locale }) => {
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
          help={<Explanations explanations={explanations} beside="detention" />}
          about={(placeIds) => <CentreFacts centres={centres} placeIds={placeIds} />}
        />
      </FileFrame>
    )
  },
})
