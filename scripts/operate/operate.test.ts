import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ownFiles } from './backup-folder.mjs'
import { holdInSlot, pointTo, versionAt } from './slots.mjs'
import { alertMail } from './work.mjs'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'accompany-operate-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

describe('the slot of a version that does not start', () => {
  const fails = () => Promise.reject(new Error('not ready'))
  const tried = (link: string) =>
    expect(holdInSlot(link, '/opt/accompany/1.2.0', fails)).rejects.toThrow('not ready')

  it('holds the version before again, so that a way back does not lead to what failed', async () => {
    const link = path.join(folder, 'b')
    pointTo(link, '/opt/accompany/1.0.0')
    await tried(link)
    expect(fs.readlinkSync(link)).toBe('/opt/accompany/1.0.0')
  })
  it('is empty again where nothing was in it', async () => {
    const link = path.join(folder, 'b')
    await tried(link)
    expect(versionAt(link)).toBeNull()
    expect(fs.readdirSync(folder)).toEqual([])
  })
  it('holds what started', async () => {
    const link = path.join(folder, 'b')
    await holdInSlot(link, '/opt/accompany/1.2.0', async () => expect(versionAt(link)).toBe('1.2.0'))
    expect(versionAt(link)).toBe('1.2.0')
  })
})

it('gives the account what is of Accompany in the folder of the backups, and nothing else', () => {
  for (const name of ['keys', 'pgbackrest']) fs.mkdirSync(path.join(folder, name))
  for (const name of [
    'accompany-1.backup',
    'accompany-1.json',
    'erasures.json',
    'photo.jpg',
    'keys/accompany-1.key',
  ])
    fs.writeFileSync(path.join(folder, name), '')
  expect(
    ownFiles(folder)
      .map((file) => path.relative(folder, file))
      .sort(),
  ).toEqual(['', 'accompany-1.backup', 'accompany-1.json', 'erasures.json', 'keys', 'keys/accompany-1.key'])
})

it('says of a trial that nothing failed', () => {
  const said = (unit: string) => Object.values(alertMail(unit, 'https://files.example.org')).join(' ')
  expect(said('test')).not.toContain('failed')
  expect(said('accompany-backup.service')).toContain('accompany-backup.service failed')
})
