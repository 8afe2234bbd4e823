import { readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import * as z from 'zod'
import type { Line } from './line'
import type { Weights } from './weights'

const versions = z.object({ dependencies: z.object({ next: z.string(), react: z.string() }) })

const cell = (text: string): string => text.replaceAll('|', '/')
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`

const toTable = (lines: readonly Line[]): string =>
  [
    row(['', 'Accompany', 'Beside it', 'Measured', 'Aim', '']),
    '| --- | ---: | ---: | ---: | ---: | --- |',
    ...lines.map(({ what, ours, theirs, measured, aim, isHit }) =>
      row([what, ours, theirs, measured, aim, isHit ? 'held' : '**missed**']),
    ),
  ].join('\n')

const toNotes = (lines: readonly Line[]): string =>
  lines.flatMap(({ what, note }) => (note === undefined ? [] : [`- ${what}: ${note}.`])).join('\n')

const toWeights = ({ empty, routes }: Weights): string => {
  const kilo = (bytes: number): string => (bytes / 1000).toFixed(1)
  return [
    row(['Route', 'kB gzip', 'above empty']),
    '| --- | ---: | ---: |',
    row(['an empty page', kilo(empty), '']),
    ...routes.map(([route, weight]) => row([`\`${route}\``, kilo(weight), `+ ${kilo(weight - empty)}`])),
  ].join('\n')
}

const MARK = '<!-- Below this line: written by hand, kept by the bench. -->'

const SAME_STATEMENTS = `"Beside it" is a bare Next page of the same version that asks, through \`pg\`, for the same statements as the application and shows
their rows as plain tables; for saving it is the same statements through \`pg\` without any page; for freezing it is COPY of the
same rows through \`pg-copy-streams\`.`
/** Of four pages: the least that they could cost (bare/floor.mjs). */
export const FEWEST_STATEMENTS = `"Beside it" is a bare Next page of the same version that shows the same rows with the fewest statements, written by hand
(scripts/bench/bare/floor.mjs): what a page costs at least, without forms, words and rules.`

/** What someone wrote about the misses is kept when the figures are written again. */
const byHand = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').split(MARK)[1] ?? '\n'
  } catch {
    return '\n'
  }
}

export type Result = {
  readonly lines: readonly Line[]
  readonly weights: Weights | null
  readonly engine: string
  readonly filled: readonly string[]
  /** How the database goes about a search of names, or about what `planOf` says. */
  readonly plan: string | null
  readonly planOf?: string
  /** What stands in the column beside ours. */
  readonly beside?: string
}

export const writeReport = (
  file: string,
  {
    lines,
    weights,
    engine,
    filled,
    plan,
    planOf = 'How names are searched',
    beside = SAME_STATEMENTS,
  }: Result,
): void => {
  const { dependencies } = versions.parse(JSON.parse(readFileSync('package.json', 'utf8')))
  const memory = Math.round(os.totalmem() / 2 ** 30)
  const cpus = os.cpus()
  const busy = (os.loadavg()[2] ?? 0).toFixed(1)
  writeFileSync(
    file,
    `# Bench

Written by \`npm run bench\`. Ratios are medians of rounds that alternate in one run; milliseconds depend on the machine.
${beside}

- Date: ${new Date().toISOString().slice(0, 10)}
- Machine: ${cpus.length} cores, ${memory} GB, ${os.type()} ${os.arch()}; load over the last quarter of an hour ${busy}
- Node ${process.version}, PostgreSQL ${engine}, Next ${dependencies.next}, React ${dependencies.react}
${filled.map((line) => `- ${line}`).join('\n')}

${toTable(lines)}

${toNotes(lines)}
${weights === null ? '' : `\n## Script of each route\n\n${toWeights(weights)}\n`}${plan === null ? '' : `\n## ${planOf}\n\n\`\`\`\n${plan}\n\`\`\`\n`}
${MARK}${byHand(file)}`,
  )
}

export const print = (lines: readonly Line[]): void => {
  for (const { what, ours, theirs, measured, aim, isHit, note } of lines) {
    console.log(`${isHit ? '✓' : '✗'} ${what}\n    ${ours} beside ${theirs}: ${measured} (aim ${aim})`)
    if (note !== undefined) console.log(`    ${note}`)
  }
}
