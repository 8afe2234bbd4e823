import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findTooOld, isOlder, LOWEST } from './lowest-versions.mjs'

const lock = () => JSON.parse(readFileSync('package-lock.json', 'utf8'))

describe('the lowest allowed versions', () => {
  it('pass the lock file of today, by the program that npm run check runs', () => {
    expect(findTooOld(lock())).toEqual([])
    expect(spawnSync(process.execPath, ['scripts/lowest-versions.mjs']).status).toBe(0)
    expect(readFileSync('scripts/check.mjs', 'utf8')).toContain("'scripts/lowest-versions.mjs'")
  })

  it.each(Object.keys(LOWEST))('refuse a lock file with an old %s, also as a nested copy', (name) => {
    const old = lock()
    old.packages[`node_modules/${name}`].version = '0.0.1'
    expect(findTooOld(old)).toHaveLength(1)
    const nested = lock()
    nested.packages[`node_modules/another/node_modules/${name}`] = { version: '0.0.1' }
    expect(findTooOld(nested)).toHaveLength(1)
    const without = lock()
    delete without.packages[`node_modules/${name}`]
    expect(findTooOld(without)).toHaveLength(1)
  })

  it.each([
    ['16.4.5', '16.4.6', true],
    ['16.4.6', '16.4.6', false],
    ['16.10.0', '16.9.9', false],
    ['17.0.0', '16.4.6', false],
    ['16.4.6-canary.1', '16.4.6', true],
    ['9.9.9', '10.0.0', true],
    ['nonsense', '1.0.0', true],
  ])('%s below %s: %s', (version, lowest, is) => {
    expect(isOlder(version, lowest)).toBe(is)
  })
})
