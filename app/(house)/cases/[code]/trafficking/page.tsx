import { FileChoicePage } from '@/components/cases/file-choice'
import { FileFrame, fileHref, referralSheetHref } from '@/components/cases/file-frame'
import { Explanations } from '@/components/countries/explanations'
import { BodyLine } from '@/components/referrals/body-line'
import { BeginTrafficking } from '@/components/trafficking/begin'
import { FileTrafficking } from '@/components/trafficking/file-trafficking'
import { toOpened } from '@/lib/cases/file-page.data'
import { listExplanations } from '@/lib/countries/at-hand.data'
import { minority } from '@/lib/people/minority.rules'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'
import { HERE } from '@/lib/shared/here'
import { readTraffickingPage } from '@/lib/trafficking/trafficking-page.data'

export default enter({
  permission: 'case:edit',
  words: ['trafficking'],
  load: async (work, request) => ({
    data: await readTraffickingPage(work, request),
    explanations: await listExplanations(work, HERE),
  }),
  audit: ({ data }) => toOpened(data),
  show: ({ data, explanations }, { actor, now }) => {
    if (data.type === 'choice') return <FileChoicePage data={data} />
    const { sheet, part } = data
    const today = dayOf(now)
    const people = sheet.people.map(({ id, names }) => ({ value: id, label: names[0]?.text ?? sheet.code }))
    const [first] = people
    if (part.type === 'begin')
      return (
        <FileFrame sheet={sheet} part="referrals" today={today}>
          <BeginTrafficking
            caseId={sheet.id}
            people={people}
            colleagues={part.colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </FileFrame>
      )
    return (
      <FileFrame sheet={sheet} part="trafficking" today={today}>
        <FileTrafficking
          caseId={sheet.id}
          personId={first?.value ?? ''}
          me={actor.id}
          room={part}
          isMinor={sheet.people.some(({ ageClaims }) => minority(ageClaims, today).treatedAsMinor)}
          sheetHref={referralSheetHref(sheet)}
          deadlinesHref={fileHref(sheet, 'deadlines')}
          today={today}
          drawBody={(body) => <BodyLine body={body} />}
          help={(beside) => <Explanations explanations={explanations} beside={beside} />}
        />
      </FileFrame>
    )
  },
})
