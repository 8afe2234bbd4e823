import { FileActivities } from '@/components/activities/file-activities'
import { filePage } from '@/components/cases/file-page'
import { readActivitiesPart } from '@/lib/activities/activities-page.data'
import { readFile } from '@/lib/cases/file-page.data'
import { DETENTION_KINDS } from '@/lib/countries/vocabulary.rules'
import { meant } from '@/lib/shared/search'

export default filePage('activities', {
  messages: ['activities', 'projects.choose'],
  load: (work, request) =>
    readFile(work, request, async (caseHeader) => ({
      ...(await readActivitiesPart(work, caseHeader)),
      person: meant(
        request.search,
        'person',
        (text) => caseHeader.people.find(({ id }) => id === text)?.id ?? null,
      ),
    })),
  show: ({ caseHeader: sheet, part: { person, ...part }, rights, today }) => {
    const about = person === null ? sheet.people.at(0) : sheet.people.find(({ id }) => id === person)
    const place = about?.stay?.place.kind
    return (
      <FileActivities
        caseId={sheet.id}
        part={part}
        person={person}
        isHeld={place !== undefined && DETENTION_KINDS.has(place)}
        canEdit={rights.canEdit}
        today={today}
      />
    )
  },
})
