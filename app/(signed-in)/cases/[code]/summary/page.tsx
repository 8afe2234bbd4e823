import { filePage } from '@/components/cases/file-page'
import { ConsentForm } from '@/components/consents/consent-form'
import { SummariesPart } from '@/components/summaries/summaries-part'
import { alongside } from '@/lib/cases/file-page.data'
import { fileHref } from '@/lib/cases/file-part.view'
import { toConsentFields } from '@/lib/consents/consent.view'
import { languageChoices } from '@/lib/people/country-list.rules'
import { meant } from '@/lib/shared/search'
import { leavesOrganisation, scopesOf } from '@/lib/summaries/ground.rules'
import { SUMMARY_AUDIENCES, TICKED } from '@/lib/summaries/level.rules'
import { readSummariesPage } from '@/lib/summaries/summary-page.data'

export default filePage('summary', {
  messages: ['summaries', 'consents'],
  load: async (work, request) =>
    alongside(await readSummariesPage(work, request), async () => ({
      audience: meant(request.search, 'for', SUMMARY_AUDIENCES.match),
    })),
  show: ({ caseHeader: sheet, part: { made, agreed, audience, unasked }, now, today, locale }) => {
    const [first] = agreed.people
    return (
      <SummariesPart
        caseId={sheet.id}
        href={fileHref(sheet, 'summary')}
        audience={audience}
        made={made}
        unasked={unasked}
        agreed={agreed}
        fileKind={sheet.kind}
        language={locale}
        now={now}
        ask={
          audience === null || !leavesOrganisation(audience) || first === undefined ? null : (
            <ConsentForm
              fields={{
                ...toConsentFields(sheet.id, first, today),
                purpose: 'summary',
                recipient: audience === 'lawyer' ? 'kind:lawyer' : 'kind:organisation',
                scopes: [...scopesOf(TICKED[audience], sheet.kind)],
              }}
              people={agreed.people}
              recipients={agreed.recipients}
              languages={languageChoices(locale)}
              today={today}
            />
          )
        }
      />
    )
  },
})
