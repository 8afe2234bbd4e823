import type { Project } from './project.rules'
import type { ProjectInput } from './project.schema'

export const emptyProject = (today: string): ProjectInput => ({
  projectId: '',
  version: 0,
  name: '',
  funder: '',
  from: today,
  until: '',
})

/** A project as its form holds it. */
export const toProjectForm = ({ id, version, name, funder, from, until }: Project): ProjectInput => ({
  projectId: id,
  version,
  name,
  funder,
  from,
  until: until ?? '',
})
