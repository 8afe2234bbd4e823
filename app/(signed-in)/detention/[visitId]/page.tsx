import { HoursForm } from '@/components/detention/hours-form'
import { VisitSheet } from '@/components/detention/visit-sheet'
import { toHoursForm } from '@/lib/detention/visit.view'
import { getVisit, listVisitWords } from '@/lib/detention/visit-sheet.data'
import { toVisitSheet } from '@/lib/detention/visit-sheet.view'
import { listProjects } from '@/lib/projects/project.data'
import { choosable, projectName } from '@/lib/projects/project.rules'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'visit:read',
  messages: ['detention', 'projects.choose', 'warn'],
  load: async (work, { params, isDiscreet }) => {
    const visit = await getVisit(work, params.visitId ?? '')
    const words = await listVisitWords(work, visit.createdAt)
    return { isDiscreet, visit, words, projects: await listProjects(work) }
  },
  audit: ({ visit }) => ({ event: 'visit.opened', visitId: visit.id }),
  show: ({ visit, words, projects, isDiscreet }, { actor, locale }) => (
    <VisitSheet
      sheet={toVisitSheet(visit, words, { actorId: actor.id, locale, isDiscreet })}
      project={projectName(projects, visit.projectId)}
      hours={
        <HoursForm
          hours={{ visitId: visit.id, ...toHoursForm(visit) }}
          projects={choosable(projects, visit.projectId).map(({ id, name }) => ({ id, name }))}
        />
      }
    />
  ),
})
