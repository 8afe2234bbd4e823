import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isProcessAlive, processName, withLock } from './process-lock.mjs'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'accompany-lock-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const module = path.join(import.meta.dirname, 'process-lock.mjs')

it('one at a time goes in, also when many processes come at once to a lock whose holder died', async () => {
  const lock = path.join(folder, 'lock')
  const log = path.join(folder, 'log')
  fs.writeFileSync(lock, '999999999-1')
  const code = `import fs from 'node:fs'; import { withLock } from '${module}'
    await withLock('${lock}', async () => { fs.appendFileSync('${log}', 'in '); await new Promise((go) => setImmediate(go)); fs.appendFileSync('${log}', 'out ') })`
  const all = Array.from({ length: 8 }, () => spawn(process.execPath, ['--input-type=module', '-e', code]))
  const codes = await Promise.all(all.map(async (child) => (await once(child, 'exit'))[0]))
  expect(codes).toEqual(Array(8).fill(0))
  expect(fs.readFileSync(log, 'utf8')).toBe('in out '.repeat(8))
  expect(fs.existsSync(lock)).toBe(false)
})

it('a lock is given back when the work fails', async () => {
  const lock = path.join(folder, 'lock')
  await expect(withLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  await expect(withLock(lock, async () => 'mine')).resolves.toBe('mine')
})

it('a pid that was given to another process is not taken for the old one', async () => {
  expect(isProcessAlive(processName())).toBe(true)
  if (process.platform === 'linux') expect(isProcessAlive(`${process.pid}-1`)).toBe(false)
  const child = spawn(process.execPath, ['-e', ''])
  const name = processName(child.pid)
  await once(child, 'exit')
  expect(isProcessAlive(name)).toBe(false)
})
