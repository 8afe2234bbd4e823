export type Project = {
  readonly id: string
  readonly name: string
  readonly funder: string
  readonly from: string
  readonly until: string | null
  readonly isClosed: boolean
  readonly version: number
}

/** What may be chosen: every project that is not closed, and the one that is chosen already. */
export const choosable = (projects: readonly Project[], current: string | null): Project[] =>
  projects.filter(({ id, isClosed }) => !isClosed || id === current)

/** The name of a project, where the reader knows it. */
export const projectName = (projects: readonly Pick<Project, 'id' | 'name'>[], id: unknown): string | null =>
  projects.find((project) => project.id === id)?.name ?? null
