import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { buildFolder } from '@/lib/runtime/env'
import { openRoutes } from './routes.rules'

const manifest = z.object({
  staticRoutes: z.array(z.object({ page: z.string() })),
  dynamicRoutes: z.array(z.object({ page: z.string() })),
})

/** The templates of the build that runs; none while pages are built as they are asked for (npm run dev). */
export const readRoutes = (): ((url: string) => string) => {
  try {
    const file = path.join(process.cwd(), buildFolder(), 'routes-manifest.json')
    const { staticRoutes, dynamicRoutes } = manifest.parse(JSON.parse(readFileSync(file, 'utf8')))
    return openRoutes([...staticRoutes, ...dynamicRoutes].map(({ page }) => page))
  } catch {
    return openRoutes([])
  }
}
