import { filePage } from '@/components/cases/file-page'
import { ConsentForm } from '@/components/consents/consent-form'
import { LetterContents } from '@/components/letters/letter-contents'
import { LetterForm } from '@/components/letters/letter-form'
import { fieldNames } from '@/components/letters/letter-labels'
import { LettersPart } from '@/components/letters/letters-part'
import { GroundFields } from '@/components/summaries/ground-fields'
import { sheetLabels } from '@/components/summaries/summary-labels'
import { formatTime } from '@/components/ui/time'
import { alongside } from '@/lib/cases/file-page.data'
import { fileHref } from '@/lib/cases/file-part.view'
import { toConsentFields } from '@/lib/consents/consent.view'
import { catalogue } from '@/lib/i18n/catalogue'
import { LOCALES } from '@/lib/i18n/locales'
import { toContents } from '@/lib/letters/letter.view'
import { readLettersPage, seenOf } from '@/lib/letters/letter-page.data'
import { AUDIENCE_FOR } from '@/lib/letters/template.rules'
import { languageChoices } from '@/lib/people/country-list.rules'
import { meant } from '@/lib/shared/search'
import { agreedRecipients, leavesOrganisation, scopesOf } from '@/lib/summaries/ground.rules'

const given = (text: unknown): string | null => (typeof text === 'string' ? text : null)
const CONSENT_KIND = { lawyer: 'kind:lawyer', authority: 'kind:authority', organisation: 'kind:organisation' }

export default filePage('letters', {
  messages: ['letters', 'summaries', 'consents'],
  load: async (work, request) => {
    const chosen = {
      template: meant(request.search, 'template', given),
      person: meant(request.search, 'person', given),
      locale: meant(request.search, 'in', LOCALES.match),
    }
    const page = await readLettersPage(work, request, chosen, (locale) => formatTime(locale, work.now, 'day'))
    return alongside(page, async () => {
      const letter = page.type === 'file' ? page.part.letter : null
      const locale = page.type === 'file' ? page.part.locale : null
      if (letter === null || locale === null) return { shown: null }
      const sheet = sheetLabels(await catalogue[locale](), locale, letter.lists)
      return {
        shown: {
          letter,
          contents: toContents(letter.source, letter.asked, letter.fields, sheet),
          reader: await catalogue[work.locale](),
        },
      }
    })
  },
  show: ({ caseHeader: sheet, part, now, today, locale }) => {
    const { made, templates, people, template, personId, speaks, agreed, shown } = part
    const [first] = agreed.people
    const audience = template === null ? null : AUDIENCE_FOR[template.now.reader]
    const leaves = audience !== null && leavesOrganisation(audience)
    const agreedTo = agreedRecipients(agreed.consents)
    const reader = shown === null ? null : sheetLabels(shown.reader, locale, shown.letter.lists)
    const nameOf = shown === null ? null : fieldNames(shown.reader, locale, shown.letter.ownFields)
    return (
      <LettersPart
        href={fileHref(sheet, 'letters')}
        made={made}
        templates={templates}
        people={people}
        template={template}
        isStale={part.isStale}
        personId={personId}
        speaks={speaks}
        locale={part.locale}
        hasConsent={agreedTo.length > 0}
        ask={
          !leaves || shown === null || first === undefined ? null : (
            <ConsentForm
              key={agreed.consents.length}
              fields={{
                ...toConsentFields(sheet.id, first, today),
                purpose: 'summary',
                recipient:
                  audience === 'lawyer' || audience === 'authority'
                    ? CONSENT_KIND[audience]
                    : CONSENT_KIND.organisation,
                scopes: [...scopesOf(shown.letter.asked.sections, sheet.kind)],
              }}
              people={agreed.people}
              recipients={agreed.recipients}
              languages={languageChoices(locale)}
              today={today}
            />
          )
        }
      >
        {shown === null ||
        template === null ||
        personId === null ||
        part.locale === null ||
        reader === null ||
        nameOf === null ? null : (
          <>
            <LetterContents contents={shown.contents} nameOf={nameOf} sheet={reader} lang={part.locale} />
            <LetterForm
              // A new answer is chosen at once, and what has changed is read anew.
              key={`${template.id} ${personId} ${agreed.consents.length} ${seenOf(shown.contents)}`}
              read={{
                edition: template.now.edition,
                language: part.locale,
                seen: seenOf(shown.contents),
              }}
              values={{
                caseId: sheet.id,
                templateId: template.id,
                personId,
                sections: [...shown.letter.asked.sections],
                recipient: leaves ? (agreedTo[0] ?? '') : '',
              }}
              papers={fileHref(sheet, 'attachments')}
              toType={shown.contents.data
                .filter(({ isMissing }) => isMissing)
                .map(({ field }) => ({
                  tag: field.tag,
                  label: nameOf(field),
                  isLong: field.tag === 'message' || field.tag === 'to',
                }))}
              ground={leaves ? <GroundFields agreed={agreed} fileKind={sheet.kind} now={now} /> : null}
            />
          </>
        )}
      </LettersPart>
    )
  },
})
