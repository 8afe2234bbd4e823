import { FileActivities } from '@/components/activities/file-activities'
import { filePage } from '@/components/cases/file-page'
import { readActivitiesPart } from '@/lib/activities/activities-page.data'
import { readFile } from '@/lib/cases/file-page.data'
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
  show: ({ caseHeader: sheet, part: { person, ...part }, rights, today }) => (
    <FileActivities caseId={sheet.id} part={part} person={person} canEdit={rights.canEdit} today={today} />
  ),
})
