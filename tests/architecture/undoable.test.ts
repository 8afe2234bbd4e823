import { expect, it } from 'vitest'
import { listFiles, read } from './walk'

const commandsIn = (file: string): readonly string[] =>
  [...read(file).matchAll(/(?:from|import) '(@\/lib\/[^']+\.actions)'/g)].flatMap(([, room]) => room ?? [])

it('every signed-in page brings the commands that a toast may send to take something back', () => {
  const files = listFiles('components').filter(
    (file) => file.endsWith('.tsx') && /<ActionButton\b/.test(read(file)),
  )
  const undone = files.filter((file) => /\bundo(?:=\{|: \{)/.test(read(file)))
  expect(undone.length).toBeGreaterThan(4)
  expect([...new Set(undone.flatMap(commandsIn))].sort()).toEqual(
    [...commandsIn('app/(signed-in)/undoable.ts')].sort(),
  )
})
