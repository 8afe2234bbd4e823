import { filePage } from '@/components/cases/file-page'
import { Explanations } from '@/components/countries/explanations'
import { BodyLine } from '@/components/referrals/body-line'
import { BeginTrafficking } from '@/components/trafficking/begin'
import { FileTrafficking } from '@/components/trafficking/file-trafficking'
import { alongside } from '@/lib/cases/file-page.data'
import { fileHref, referralSheetHref } from '@/lib/cases/file-part.view'
import { listExplanations } from '@/lib/countries/at-hand.data'
import { minority } from '@/lib/people/minority.rules'
import { HERE } from '@/lib/shared/here'
import { readTraffickingPage } from '@/lib/trafficking/trafficking-page.data'

export default filePage('trafficking', {
  messages: ['trafficking'],
  load: async (work, request) =>
    alongside(await readTraffickingPage(work, request), async () => ({
      explanations: await listExplanations(work, HERE),
    })),
  show: ({ caseHeader: sheet, part, actor, today }) => {
    const people = sheet.people.map(({ id, names }) => ({ value: id, label: names[0]?.text ?? sheet.code }))
    const [first] = people
    if (part.type === 'begin')
      return (
        <BeginTrafficking
          caseId={sheet.id}
          people={people}
          colleagues={part.colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )
    return (
      <FileTrafficking
        caseId={sheet.id}
        personId={first?.value ?? ''}
        me={actor.id}
        room={part}
        isMinor={sheet.people.some(({ ageClaims }) => minority(ageClaims, today).treatedAsMinor)}
        href={fileHref(sheet, 'trafficking')}
        sheetHref={referralSheetHref(sheet)}
        deadlinesHref={fileHref(sheet, 'deadlines')}
        today={today}
        drawBody={(body, isExplained, beside) => (
          <BodyLine isBrief isExplained={isExplained} body={body}>
            {beside}
          </BodyLine>
        )}
        help={(beside) => <Explanations explanations={part.explanations} beside={beside} />}
      />
    )
  },
})
