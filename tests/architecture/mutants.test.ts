import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { MUTANTS } from '../mutants/locks'
import { root } from './walk'

it('every lock that is broken on purpose is where it is looked for, once', () => {
  const lost = MUTANTS.filter(
    ({ file, find }) =>
      find !== undefined && fs.readFileSync(path.join(root, file), 'utf8').split(find).length !== 2,
  )
  expect(lost.map(({ name }) => name)).toEqual([])
  expect(MUTANTS.filter(({ red }) => !fs.existsSync(path.join(root, red)))).toEqual([])
})
