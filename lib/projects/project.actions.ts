'use server'
import * as z from 'zod'
import { defineAction } from '@/lib/server/define-action'
import { conflict, no, ok } from '@/lib/shared/result'
import { getProject, insertProject, setClosed, updateProject } from './project.data'
import { projectSchema, projectStateSchema } from './project.schema'
import { toProjectForm } from './project.view'

const written = z.object({ projectId: z.uuid(), version: z.int() })

/** An admin adds a project or fund, or corrects what is known of one. */
export const saveProject = defineAction({
  name: 'saveProject',
  permission: 'project:keep',
  schema: projectSchema,
  value: written,
  audit: (_input, value) => ({ event: 'project.saved', ...value }),
  run: async (work, input) => {
    if (input.projectId === '') return ok({ projectId: await insertProject(work, input), version: 1 })
    const now = await getProject(work, input.projectId)
    if (!(await updateProject(work, input))) return conflict(toProjectForm(now))
    return ok({ projectId: input.projectId, version: input.version + 1 })
  },
})

/** Closes a project, so that it is chosen no more, or opens it again. What names it stays counted on it. */
export const closeProject = defineAction({
  name: 'closeProject',
  permission: 'project:keep',
  schema: projectStateSchema,
  value: written,
  audit: (_input, value) => ({ event: 'project.saved', ...value }),
  run: async (work, input) => {
    await getProject(work, input.projectId)
    if (!(await setClosed(work, input))) return no('correctedMeanwhile')
    return ok({ projectId: input.projectId, version: input.version + 1 })
  },
})
