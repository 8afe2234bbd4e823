// npm run screens: Builds the application, fills it with the demo organisation and takes the pictures of docs/screens; with `-- looks`
// those of every main page instead, to be held against the questions of docs/looks.md.
import { mustRunNode } from './child.mjs'
import { buildIfChanged, generateClient, installPackages } from './install.mjs'
import { runProgram } from './refusal.mjs'

await runProgram(async () => {
  await installPackages()
  await generateClient()
  await buildIfChanged()
  await mustRunNode(
    'Taking the pictures',
    [
      'node_modules/@playwright/test/cli.js',
      'test',
      '--config',
      'playwright.screens.config.ts',
      `tests/screens/${process.argv.includes('looks') ? 'looks' : 'screens'}.spec.ts`,
    ],
    { show: true },
  )
  return 0
})
