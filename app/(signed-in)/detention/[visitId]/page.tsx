import { HoursForm } from '@/components/detention/hours-form'
import { VisitSheet } from '@/components/detention/visit-sheet'
import { toHoursForm } from '@/lib/detention/visit.view'
import { getVisit, listVisitWords } from '@/lib/detention/visit-sheet.data'
import { toVisitSheet } from '@/lib/detention/visit-sheet.view'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'visit:read',
  messages: ['detention', 'warn'],
  load: async (work, { params, isDiscreet }) => ({
    isDiscreet,
    visit: await getVisit(work, params.visitId ?? ''),
    words: await listVisitWords(work),
  }),
  audit: ({ visit }) => ({ event: 'visit.opened', visitId: visit.id }),
  show: ({ visit, words, isDiscreet }, { actor, locale }) => (
    <VisitSheet
      sheet={toVisitSheet(visit, words, { actorId: actor.id, locale, isDiscreet })}
      hours={<HoursForm hours={{ visitId: visit.id, ...toHoursForm(visit) }} />}
    />
  ),
})
