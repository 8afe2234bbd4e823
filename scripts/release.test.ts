import { describe, expect, it } from 'vitest'
import { makeKeyFile } from '../tests/install/throw-away-key'
import { refuseStep } from './operate/versions.mjs'
import { makeSignature, toPublicKey, verifySignature } from './release/minisign.mjs'
import { refuseContracting, sectionOf } from './release.mjs'

describe('signatures', () => {
  it('reads what minisign itself signed', () => {
    // Made by minisign 0.12 of Debian.
    const publicKey = 'RWToQXPHKf9QTfVJ1+dXkbAWmDQPsVBhHUYRgUsxcORFWA+yvW2EZXZC'
    const signature = [
      'untrusted comment: signature from minisign secret key',
      'RUToQXPHKf9QTScr2+4SEKR2fG184yFurH3uS5d+kM9UEdj+S42YNTpP+RFqWWKEwiHd2PbvWdRa7+FfzSN1YQRocUV0Po+CMQk=',
      'trusted comment: of the test',
      'p8Yh6EOPn6N8HY8lKRgm7y14841JAyEyUx91ZVMBfrssjF5nHO7TYY1wZ7uydIWZP/Dd9AH/rn+wlEupKwF6CA==',
      '',
    ].join('\n')
    expect(verifySignature(Buffer.from('signed by minisign itself\n'), signature, publicKey)).toBe(true)
    expect(verifySignature(Buffer.from('signed by someone else\n'), signature, publicKey)).toBe(false)
    expect(
      verifySignature(
        Buffer.from('signed by minisign itself\n'),
        signature.replace('of the test', 'of me'),
        publicKey,
      ),
    ).toBe(false)
  })

  it('signs so that only its own key says so', () => {
    const [key, other] = [makeKeyFile(), makeKeyFile()]
    const data = Buffer.from('a list of checksums\n')
    const signature = makeSignature(data, key, 'accompany 1.0.0')
    expect(verifySignature(data, signature, toPublicKey(key))).toBe(true)
    expect(verifySignature(data, signature, toPublicKey(other))).toBe(false)
  })

  it('takes no key that is closed with a password', () => {
    const lines = makeKeyFile().split('\n')
    const closed = Buffer.from(lines[1] ?? '', 'base64')
    closed.write('Sc', 2)
    expect(() => toPublicKey(`${lines[0]}\n${closed.toString('base64')}\n`)).toThrow('password')
  })
})

describe('what a release refuses', () => {
  const changelog =
    '# Changelog\n\n## 1.1.0 (2026-12-31)\n\n### Reports\n\n- Something.\n\n## 1.0.0 (2026-12-01)\n\n### Empty\n'
  it('a version of which the changelog says nothing', () => {
    expect(sectionOf(changelog, '1.1.0')).toBe('- Something.')
    expect(() => sectionOf(changelog, '1.0.0')).toThrow('is empty')
    expect(() => sectionOf(changelog, '1.2.0')).toThrow('no section')
    expect(() => sectionOf('## 1.1.0 soon\n- Something.', '1.1.0')).toThrow('no day')
  })

  it('a patch with a migration, and a minor version that takes something away', () => {
    const adds = { name: 'adds', sql: 'ALTER TABLE visit ADD COLUMN mood text;' }
    const takes = { name: 'takes', sql: 'ALTER TABLE visit DROP COLUMN mood;' }
    expect(() => refuseContracting('1.4.1', [adds])).toThrow('patch')
    expect(() => refuseContracting('1.4.0', [adds])).not.toThrow()
    expect(() => refuseContracting('1.4.0', [adds, takes])).toThrow('takes')
    expect(() => refuseContracting('2.0.0', [takes])).not.toThrow()
  })
})

describe('what an upgrade refuses', () => {
  const matrix = { version: '2.1.0', from: '2.0.0', postgres: { least: 15, most: 18 } }
  it.each([
    ['an earlier version', '2.1.0', 17, 'not later'],
    ['a jump over a major version', '1.9.0', 17, 'upgrade to 2.0.0 first'],
    ['a PostgreSQL that is too old', '2.0.3', 14, 'needs PostgreSQL'],
  ])('%s', (_what, current, postgres, sentence) => {
    expect(() => refuseStep(matrix, current, postgres)).toThrow(sentence)
  })
  it('and takes what it may follow', () => {
    expect(() => refuseStep(matrix, '2.0.3', 15)).not.toThrow()
  })
})
