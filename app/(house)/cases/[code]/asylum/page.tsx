import { FileAsylum } from '@/components/asylum/file-asylum'
import { FileChoicePage } from '@/components/cases/file-choice'
import { FileFrame, fileHref } from '@/components/cases/file-frame'
import { Explanations } from '@/components/countries/explanations'
import { SafeHistory } from '@/components/countries/safe-history'
import { readAsylumPage } from '@/lib/asylum/asylum-page.data'
import { toRights } from '@/lib/cases/file.view'
import { toOpened } from '@/lib/cases/file-page.data'
import { listExplanations } from '@/lib/countries/at-hand.data'
import { listSafeCountryLists } from '@/lib/countries/entry.data'
import { countriesOf } from '@/lib/people/country.rules'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'
import { HERE } from '@/lib/shared/here'

export default enter({
  permission: 'case:read',
  words: ['asylum', 'deadlines', 'when'],
  load: async (work, request) => ({
    data: await readAsylumPage(work, request),
    explanations: await listExplanations(work, HERE),
    lists: await listSafeCountryLists(work, HERE),
  }),
  audit: ({ data }) => toOpened(data),
  show: ({ data, explanations, lists }, { actor, now }) => {
    if (data.type === 'choice') return <FileChoicePage data={data} />
    const { sheet, part } = data
    return (
      <FileFrame sheet={sheet} part="asylum" today={dayOf(now)}>
        <FileAsylum
          caseId={sheet.id}
          href={fileHref(sheet, 'asylum')}
          deadlinesHref={fileHref(sheet, 'deadlines')}
          part={part}
          canEdit={toRights(actor, sheet).canEdit}
          today={dayOf(now)}
          help={(beside) => <Explanations explanations={explanations} beside={beside} />}
          safe={<SafeHistory countries={countriesOf(sheet.people)} lists={lists} />}
        />
      </FileFrame>
    )
  },
})
