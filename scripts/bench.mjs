// npm run bench: the application beside a bare Next page and plain SQL, on 10,000 to 1,000,000 encounters; writes bench/RESULTS.md.
//   --short      without the million
//   --long       freezes the million too, which takes half an hour
//   --paint      only how soon the pages of the country are painted; writes nothing
//   --policies   only what need-to-know costs in the database
//   --search     only finding someone among 20,000 people (with --short) and a million; writes nothing
//   --statistics (with --long: exact tables of 3,942 cells too) only the tasks of the statistics beside one scan of the same rows; writes nothing
//   --own        only own fields at 100,000 files and (without --short) a million; --lists: without the page of a file
//   --floor      only Today, caseload, a file and the planner beside a bare page that shows the same rows with the fewest statements
//   --reports    only reports of a million conversations in ten years (--figures: without the pages; --all: every figure)
import { mustRunNode, typescript } from './child.mjs'
import { buildIfChanged, generateClient, installPackages } from './install.mjs'
import { runProgram } from './refusal.mjs'

await runProgram(async () => {
  await installPackages()
  await generateClient()
  const options = process.argv.slice(2)
  if (options.includes('--paint')) {
    await buildIfChanged()
    await mustRunNode('The bench of first paints', typescript('scripts/bench/paint-run.ts'), { show: true })
    return
  }
  if (options.includes('--policies')) {
    await mustRunNode('The bench of the policies', ['scripts/bench/policies.mjs'], { show: true })
    return
  }
  if (options.includes('--statistics')) {
    await mustRunNode(
      'The bench of the statistics',
      typescript('scripts/bench/statistics-run.ts', ...options),
      {
        show: true,
      },
    )
    return
  }
  if (options.includes('--reports')) {
    if (!options.includes('--figures')) await buildIfChanged()
    await mustRunNode('The bench of reports', typescript('scripts/bench/reports-run.ts', ...options), {
      show: true,
    })
    return
  }
  if (options.includes('--own')) {
    if (!options.includes('--lists')) await buildIfChanged()
    await mustRunNode('The bench of own fields', typescript('scripts/bench/own-run.ts', ...options), {
      show: true,
    })
    return
  }
  await buildIfChanged()
  if (options.includes('--floor')) {
    await mustRunNode('The bench of the floor', typescript('scripts/bench/floor-run.ts'), { show: true })
    return
  }
  if (options.includes('--search')) {
    await mustRunNode('The bench of the search', typescript('scripts/bench/search-run.ts', ...options), {
      show: true,
    })
    return
  }
  await mustRunNode('The bench', typescript('scripts/bench/run.ts', ...options), { show: true })
})
