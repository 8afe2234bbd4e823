// npm run dev: the same way up, with pages that rebuild as files change.
import { runProgram } from './refusal.mjs'
import { serve } from './serve.mjs'

await runProgram(() => serve('dev'))
