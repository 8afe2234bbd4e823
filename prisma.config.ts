import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'

// `prisma generate` would download an engine it does not use; a path that exists is all it asks for.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(
  new URL('./scripts/prisma-engine.mjs', import.meta.url),
)

export default defineConfig({ schema: 'prisma/schema', migrations: { path: 'prisma/migrations' } })
