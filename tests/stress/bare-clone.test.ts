import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { findFreePort } from '../../scripts/port.mjs'

// `npm start` on a fresh machine has Node and npm only: it installs, starts PostgreSQL, fills it, builds and serves; and it does so
// again when it is run twice.

const folder = mkdtempSync(path.join(os.tmpdir(), 'accompany-bare-clone-'))
chmodSync(folder, 0o711)
let program: ChildProcess | null = null

const stop = async (): Promise<void> => {
  const running = program
  if (running !== null && running.exitCode === null)
    await new Promise((resolve) => {
      running.once('exit', resolve)
      running.kill('SIGTERM')
    })
}
afterAll(async () => {
  await stop()
  rmSync(folder, { recursive: true, force: true })
})

it('npm start serves from a bare clone, and again', async () => {
  const clone = path.join(folder, 'accompany')
  expect(spawnSync('git', ['clone', '--quiet', process.cwd(), clone]).status).toBe(0)
  const port = await findFreePort()
  // As a new machine: nothing of the environment of this run.
  const { PATH = '', HOME = '' } = process.env
  for (const round of ['first', 'second']) {
    const given = [`PATH=${PATH}`, `HOME=${HOME}`, `PORT=${port}`]
    const running = spawn('env', ['-i', ...given, 'npm', 'start'], {
      cwd: clone,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    program = running
    const output = await new Promise<string>((resolve) => {
      let text = ''
      const listen = (chunk: Buffer): void => {
        text += chunk.toString('utf8')
        if (text.includes(`http://localhost:${port}`)) resolve(text)
      }
      running.stdout.on('data', listen)
      running.stderr.on('data', listen)
      running.once('exit', () => resolve(text))
    })
    expect(output, round).toContain(`http://localhost:${port}`)
    expect((await fetch(`http://127.0.0.1:${port}/sign-in`)).status).toBe(200)
    await stop()
  }
  expect(spawnSync('git', ['status', '--porcelain'], { cwd: clone, encoding: 'utf8' }).stdout).toBe('')
})
