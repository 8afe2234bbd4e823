import { FileChoicePage } from '@/components/cases/file-choice'
import { FileFrame, fileHref } from '@/components/cases/file-frame'
import { Explanations } from '@/components/countries/explanations'
import { FileGuardianship } from '@/components/guardianship/file-guardianship'
import { toRights } from '@/lib/cases/file.view'
import { toOpened } from '@/lib/cases/file-page.data'
import { listExplanations } from '@/lib/countries/at-hand.data'
import { readGuardianshipPage } from '@/lib/guardianship/guardianship-page.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'
import { HERE } from '@/lib/shared/here'

export default enter({
  permission: 'case:read',
  words: ['guardianship', 'when'],
  load: async (work, request) => ({
    data: await readGuardianshipPage(work, request),
    explanations: await listExplanations(work, HERE),
  }),
  audit: ({ data }) => toOpened(data),
  show: ({ data, explanations }, { actor, now }) => {
    if (data.type === 'choice') return <FileChoicePage data={data} />
    const { sheet, part } = data
    return (
      <FileFrame sheet={sheet} part="guardianship" today={dayOf(now)}>
        <FileGuardianship
          caseId={sheet.id}
          href={fileHref(sheet, 'guardianship')}
          deadlinesHref={fileHref(sheet, 'deadlines')}
          part={part}
          canEdit={toRights(actor, sheet).canEdit}
          today={dayOf(now)}
          help={(beside) => <Explanations explanations={explanations} beside={beside} />}
        />
      </FileFrame>
    )
  },
})
