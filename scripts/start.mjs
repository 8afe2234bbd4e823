// npm start: from a bare clone to a running Accompany.
import { runProgram } from './refusal.mjs'
import { serve } from './serve.mjs'

await runProgram(() => serve('start'))
