import { FileAppointments } from '@/components/appointments/file-appointments'
import { filePage } from '@/components/cases/file-page'
import { readAppointmentsPart } from '@/lib/appointments/appointments-page.data'
import { readFile } from '@/lib/cases/file-page.data'
import { readDay } from '@/lib/shared/dates'
import { isUuid } from '@/lib/shared/ids'
import { meant } from '@/lib/shared/search'

export default filePage('appointments', {
  messages: ['appointments'],
  load: (work, request) =>
    readFile(work, request, async (caseHeader) => ({
      ...(await readAppointmentsPart(work, caseHeader)),
      on: meant(request.search, 'on', readDay),
      after: meant(request.search, 'after', (text) => (isUuid(text) ? text : null)),
    })),
  show: ({ caseHeader, part: { on, after, ...part }, rights, today }) => (
    <FileAppointments {...{ caseHeader, part, on, after, today }} canEdit={rights.canEdit} />
  ),
})
