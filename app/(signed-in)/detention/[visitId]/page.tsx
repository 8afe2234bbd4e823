import { HoursForm } from '@/components/detention/hours-form'
import { VisitSheet } from '@/components/detention/visit-sheet'
import { OwnFields } from '@/components/fields/own-fields'
import { saveVisitAnswers } from '@/lib/detention/own-answer.actions'
import { toHoursForm } from '@/lib/detention/visit.view'
import { getVisit, listVisitWords } from '@/lib/detention/visit-sheet.data'
import { toVisitSheet } from '@/lib/detention/visit-sheet.view'
import { readOwnOfVisit } from '@/lib/fields/own-part.data'
import { listProjects } from '@/lib/projects/project.data'
import { choosable, projectName } from '@/lib/projects/project.rules'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'visit:read',
  messages: ['detention', 'fields.answer', 'projects.choose', 'warn', 'when'],
  load: async (work, { params, isDiscreet }) => {
    const visit = await getVisit(work, params.visitId ?? '')
    const words = await listVisitWords(work, visit.createdAt)
    const own = await readOwnOfVisit(work, visit)
    return { isDiscreet, visit, words, own, projects: await listProjects(work) }
  },
  audit: ({ visit }) => ({ event: 'visit.opened', visitId: visit.id }),
  show: ({ visit, words, own, projects, isDiscreet }, { actor, locale }) => (
    <VisitSheet
      sheet={toVisitSheet(visit, words, { actorId: actor.id, locale, isDiscreet })}
      project={projectName(projects, visit.projectId)}
      own={<OwnFields part={own} canEdit save={saveVisitAnswers} />}
      hours={
        <HoursForm
          hours={{ visitId: visit.id, ...toHoursForm(visit) }}
          projects={choosable(projects, visit.projectId).map(({ id, name }) => ({ id, name }))}
        />
      }
    />
  ),
})
