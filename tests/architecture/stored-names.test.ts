import { describe, expect, it } from 'vitest'
import { draftKeyContext } from '@/lib/accounts/draft-key.data'
import { wrapContext } from '@/lib/db/field-crypto'
import { OUTBOX_ACTIONS } from '@/lib/drafts/outbox-action.rules'
import { exactPlans } from '@/lib/statistics/exact.rules'
import { manifestName, releaseKinds, signatureName } from '@/lib/statistics/manifest.schema'
import { dimensions, measureIds, tableIds } from '@/lib/statistics/measure.rules'
import { noisePlans } from '@/lib/statistics/noise.rules'
import { releaseKeyContext } from '@/lib/statistics/release-key.data'
import { rowSubjects } from '@/lib/statistics/rows.rules'
import { snapshotContext } from '@/lib/statistics/snapshot.data'
import { sealingKeyContext } from '@/lib/submissions/sealing-key.data'
import { openSuperuser } from '../support/superuser'
import { CIPHERS, nameOfCipher } from './stored-ciphers'
import stored from './stored-names.json' with { type: 'json' }
import { listFiles, listHandlers, read } from './walk'

// Names that lie in databases, archives, browsers and files that left the organisation (docs/stored-names.md). The list is compared
// with the code: a name that is gone from the code is changed back, a new one is added to the list.

const sources = (folders: readonly string[]): readonly string[] =>
  folders.flatMap((folder) =>
    listFiles(folder, (file) => /\.(ts|tsx|mjs)$/.test(file) && !/\.test\.tsx?$/.test(file)).map(read),
  )
const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort()
const all = (texts: readonly string[], pattern: RegExp): string[] =>
  texts.flatMap((text) => [...text.matchAll(pattern)].map(([, found = '']) => found))

/** The literals between the braces of a value, with a star for each part that is put in. */
const literals = (value: string): string[] =>
  [...value.matchAll(/'([^']*)'|"([^"]*)"|`([^`]*)`/g)]
    .map(([, one, two, three]) => (one ?? two ?? three ?? '').replaceAll(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, '*'))
    .filter((name) => name !== '')

describe('the stored names', () => {
  it('of actions, in receipts and waiting texts, are those of the code', async () => {
    const actions = (await listHandlers()).flatMap(({ metadata }) =>
      metadata?.kind === 'action' ? [metadata.name] : [],
    )
    expect(sorted(actions)).toEqual(stored.actions)
    expect(sorted(OUTBOX_ACTIONS.codes)).toEqual(stored.waitingTexts)
    expect(stored.actions).toEqual(expect.arrayContaining(stored.waitingTexts))
  })

  it('of forms, under which drafts lie, are those of the code', () => {
    const pages = sources(['app', 'components'])
    const values = [
      ...all(pages, /draftKey=("[^"]*"|\{[^\n]*\})/g),
      ...all(pages, /useDraft\((`[^`]*`|'[^']*')/g),
    ]
    expect(sorted(values.flatMap(literals))).toEqual(stored.forms)
  })

  it('of events and their fields, in the audit log, are those of the code', async () => {
    const files = listFiles('lib', (file) => /(^|-|\/)events\.ts$/.test(file)).map(read)
    const owner = await openSuperuser()
    const { rows } = await owner.query(
      "SELECT prosrc AS text FROM pg_proc WHERE pronamespace = 'app'::regnamespace AND prosrc LIKE '%audit_event%'",
    )
    await owner.end()
    const written = rows.map(({ text }) => String(text))
    // A setting of the database bears a dot too.
    const event = /'((?!accompany\.)[a-z][a-zA-Z]*\.[a-z][a-zA-Z]*)'/g
    expect(sorted([...all(files, event), ...all(written, event)])).toEqual(stored.events)
    expect(sorted(all(files, /readonly (\w+)\??:/g))).toEqual(stored.eventFields)
  })

  it('of keys and marks are those of the code', () => {
    const code = sources(['lib', 'scripts'])
    expect(sorted(all(code, /\b(?:fingerprint|marksOf|derive)\('([^']+)'/g))).toEqual(stored.purposes)
    expect([
      wrapContext({ kind: 'file', id: 'HOLDER' }, 'KEY'),
      draftKeyContext('ACCOUNT'),
      snapshotContext('SNAPSHOT'),
      releaseKeyContext('KEY'),
      sealingKeyContext('KEY'),
    ]).toEqual(stored.keyContexts)
    expect(sorted(CIPHERS.map(({ holder }) => holder))).toEqual(stored.holders)
  })

  it('of encrypted columns stand beside one another in a file of the code', () => {
    const code = sources(['lib'])
    const gone = CIPHERS.filter(({ bound }) => {
      const [column] = /^'([^']+)'/.exec(bound.column) ?? []
      const [table] = /^'[^']+'$/.exec(bound.table) ?? []
      // What is the one or the other by its row is the cipher of two other columns.
      if (column === undefined || table === undefined) return false
      // Of registers, lib/registers says the column.
      const says = (file: string): boolean =>
        file.includes(column) ||
        file.includes(column.replace(/^'(.*)'$/, '`$1${')) ||
        (column === "'words'" && /(encrypt|open)Words\(/.test(file))
      return !code.some((file) => file.includes(table) && says(file))
    })
    expect(gone.map(nameOfCipher)).toEqual([])
  })

  it('that are words within a line of code are still there', () => {
    const code = sources(['lib', 'components', 'scripts'])
    const gone = stored.literals.filter(({ text }) => !code.some((file) => file.includes(text)))
    expect(gone).toEqual([])
  })

  it('of releases and what is in them are those of the code', () => {
    expect({
      kinds: [...releaseKinds.codes],
      list: manifestName,
      signature: signatureName,
      dimensions: [...dimensions.codes],
      measures: [...measureIds.codes],
      tables: [...tableIds],
      exactPlans: [...exactPlans.codes],
      noisePlans: [...noisePlans.codes],
      rows: [...rowSubjects.codes],
    }).toEqual(stored.releases)
  })
})
