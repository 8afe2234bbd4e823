import { filePage } from '@/components/cases/file-page'
import { CentreFacts } from '@/components/countries/centre-facts'
import { Explanations } from '@/components/countries/explanations'
import { FileDetention } from '@/components/detention/file-detention'
import { alongside } from '@/lib/cases/file-page.data'
import { fileHref } from '@/lib/cases/file-part.view'
import { listCentreFacts, listExplanations } from '@/lib/countries/at-hand.data'
import { readDetentionPage } from '@/lib/detention/detention-page.data'
import { HERE } from '@/lib/shared/here'

export default filePage('detention', {
  messages: ['detention.episode', 'when'],
  load: async (work, request) =>
    alongside(await readDetentionPage(work, request), async () => ({
      explanations: await listExplanations(work, HERE),
      centreFacts: await listCentreFacts(work, HERE),
    })),
  show: ({ caseHeader: sheet, part, rights, today, locale }) => (
    <FileDetention
      caseId={sheet.id}
      people={[...sheet.people, ...sheet.former].map(({ id, names, inFile }) => ({
        id,
        name: names[0]?.text ?? '',
        isHere: inFile.until === null,
      }))}
      part={part}
      hrefs={{ detention: fileHref(sheet, 'detention'), deadlines: fileHref(sheet, 'deadlines') }}
      canEdit={rights.canEdit}
      savedId={part.savedId}
      today={today}
      locale={locale}
      help={<Explanations explanations={part.explanations} beside="detention" />}
      about={(placeIds) => <CentreFacts centres={part.centreFacts} placeIds={placeIds} />}
    />
  ),
})
