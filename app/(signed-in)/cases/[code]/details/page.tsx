import { NeedLines } from '@/components/asylum/need-lines'
import { DetailsPage } from '@/components/cases/details-page'
import { filePage } from '@/components/cases/file-page'
import { ConsentLines } from '@/components/consents/consent-lines'
import { SafeHistory } from '@/components/countries/safe-history'
import { OwnFields } from '@/components/fields/own-fields'
import { readCurrentNeeds } from '@/lib/asylum/current-needs.data'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import { alongside, readDetailsPage } from '@/lib/cases/file-page.data'
import { readConsentSummary } from '@/lib/consents/summary.data'
import { listSafeCountryLists } from '@/lib/countries/entry.data'
import { type Own, readOwn } from '@/lib/fields/own-part.data'
import { HERE } from '@/lib/shared/here'

/** Of each person and of the file, what an organisation asks besides. */
const toOwn = (own: Own, { people }: CaseHeader) => ({
  people: people.map((person) => [person.id, own.ofPerson(person), person.names[0]?.text ?? null] as const),
  file: own.ofFile('person'),
})

export default filePage('details', {
  messages: ['alike', 'cases.column', 'cases.details', 'circles.apart', 'fields.answer', 'people', 'when'],
  load: async (work, request) =>
    alongside(await readDetailsPage(work, request), async (caseHeader) => ({
      own: toOwn(await readOwn(work, caseHeader), caseHeader),
      lists: await listSafeCountryLists(work, HERE),
      consents: await readConsentSummary(work, caseHeader.id, caseHeader.people),
      needs: await readCurrentNeeds(work, caseHeader),
    })),
  show: ({ caseHeader: sheet, part, rights, today }) => (
    <DetailsPage
      caseHeader={sheet}
      part={part}
      rights={rights}
      today={today}
      consents={<ConsentLines summary={part.consents} />}
      needs={<NeedLines part={part.needs} />}
      own={
        <>
          {part.own.people.map(([personId, own, name]) => (
            <OwnFields
              key={personId}
              part={own}
              canEdit={rights.canEdit}
              {...(part.own.people.length > 1 && name !== null ? { of: name } : {})}
            />
          ))}
          <OwnFields part={part.own.file} canEdit={rights.canEdit} of={sheet.code} />
        </>
      }
      safe={(countries) => <SafeHistory countries={countries} lists={part.lists} />}
    />
  ),
})
