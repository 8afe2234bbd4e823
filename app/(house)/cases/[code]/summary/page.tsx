import { FileChoicePage } from '@/components/cases/file-choice'
import { FileFrame, fileHref } from '@/components/cases/file-frame'
import { ConsentForm } from '@/components/consents/consent-form'
import { SummariesPart } from '@/components/summaries/summaries-part'
import { toOpened } from '@/lib/cases/file-page.data'
import { toConsentFields } from '@/lib/consents/consent.view'
import { toLocale } from '@/lib/i18n/locales'
import { languageChoices } from '@/lib/people/country.rules'
import { enter, one } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'
import { leavesTheHouse, scopesOf } from '@/lib/summaries/ground.rules'
import { AUDIENCES, TICKED } from '@/lib/summaries/level.rules'
import { readSummariesPage } from '@/lib/summaries/summary-page.data'

export default enter({
  permission: 'case:edit',
  words: ['summaries', 'consents'],
  load: async (work, request) => ({
    data: await readSummariesPage(work, request),
    audience: AUDIENCES.match(one(request.search.for)) ?? null,
  }),
  audit: ({ data }) => toOpened(data),
  show: ({ data, audience }, { now, locale }) => {
    if (data.type === 'choice') return <FileChoicePage data={data} />
    const { sheet, part } = data
    const today = dayOf(now)
    const [first] = part.agreed.people
    return (
      <FileFrame sheet={sheet} part={null} today={today}>
        <SummariesPart
          caseId={sheet.id}
          href={fileHref(sheet, 'summary')}
          audience={audience}
          made={part.made}
          agreed={part.agreed}
          fileKind={sheet.kind}
          language={toLocale(locale) ?? 'en'}
          now={now}
          ask={
            audience === null || !leavesTheHouse(audience) || first === undefined ? null : (
              <ConsentForm
                fields={{
                  ...toConsentFields(sheet.id, first, today),
                  purpose: 'summary',
                  recipient: audience === 'lawyer' ? 'kind:lawyer' : 'kind:organisation',
                  scopes: [...scopesOf(TICKED[audience], sheet.kind)],
                }}
                people={part.agreed.people}
                recipients={part.agreed.recipients}
                languages={languageChoices(locale)}
                today={today}
              />
            )
          }
        />
      </FileFrame>
    )
  },
})
