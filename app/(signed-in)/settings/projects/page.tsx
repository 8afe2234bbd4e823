import { ProjectsPage } from '@/components/projects/projects-page'
import { listProjects } from '@/lib/projects/project.data'
import { enter } from '@/lib/server/enter'
import { dayOf } from '@/lib/shared/dates'

export default enter({
  permission: 'project:keep',
  messages: ['projects'],
  // What the organisation is paid for; no one’s file is behind it.
  audit: null,
  load: listProjects,
  show: (projects, { now }) => <ProjectsPage projects={projects} today={dayOf(now)} />,
})
