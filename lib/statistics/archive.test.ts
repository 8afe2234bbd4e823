import { describe, expect, it } from 'vitest'
import { readZip } from '@/tests/support/read-zip'
import { toWorkbook, toZip } from './archive'
import { publicPolicy } from './disclosure.rules'
import { toExactNote, toNote } from './method-note'
import { noteLanguages } from './note-languages'

const sheets = [
  {
    name: 'Data',
    head: ['label', 'value'],
    rows: [
      ['=1+1', 120],
      ['<b>&"quoted"</b>', 20],
      ['@SUM(A1)', 30],
    ],
  },
  { name: 'Dictionary', head: ['code'], rows: [['AF']] },
]

describe('an archive', () => {
  it('is the same bytes whenever and in whatever order it is packed', () => {
    const one = toZip({ 'b.txt': 'two', 'a.txt': 'one' })
    expect(Buffer.from(toZip({ 'a.txt': 'one', 'b.txt': 'two' })).equals(Buffer.from(one))).toBe(true)
  })

  it('is read back by another program', async () => {
    const read = await readZip(toZip({ 'a.txt': 'één', 'b.bin': new Uint8Array([0, 255]) }))
    expect([...read.keys()]).toEqual(['a.txt', 'b.bin'])
    expect(read.get('a.txt')?.toString('utf8')).toBe('één')
    expect([...(read.get('b.bin') ?? [])]).toEqual([0, 255])
  })
})

describe('a workbook', () => {
  it('is the same bytes every time', async () => {
    const one = await toWorkbook(sheets)
    expect(Buffer.from(await toWorkbook(sheets)).equals(Buffer.from(one))).toBe(true)
  })

  it('holds text as text and numbers as numbers, and nothing that runs, hides or leads elsewhere', async () => {
    const parts = await readZip(await toWorkbook(sheets))
    const names = [...parts.keys()].join('\n')
    expect(names).not.toMatch(/external|vba|macro|embeddings|connections|docProps|comments/i)
    const xml = [...parts.values()].map((part) => part.toString('utf8')).join('\n')
    expect(xml).not.toMatch(
      /<f[ >]|<definedName[ >]|state="(hidden|veryHidden)"|hidden="1"|TargetMode="External"/,
    )
    expect(xml).toContain('<t>=1+1</t>')
    expect(xml).toContain('&lt;b&gt;&amp;')
    expect(parts.get('xl/worksheets/sheet1.xml')?.toString('utf8')).toContain('<v>120</v>')
  })
})

describe('the note', () => {
  const facts = {
    releaseId: 'AAAABBBBCCCCDDDDEEEE',
    period: '2026-07-01 – 2026-09-30',
    frozenOn: '2026-10-16',
    leftOut: 30,
    policy: publicPolicy,
    key: 'ab'.repeat(32),
  }

  it.each(noteLanguages.codes)('in %s is one page in plain words with every blank filled in', (language) => {
    const note = toNote(language, facts)
    expect(note).not.toMatch(/[{}]|undefined/)
    expect(note).toMatch(/^# /)
    expect(note.match(/^## /gm)).toHaveLength(9)
    expect(note).toContain('abababab abababab')
    expect(note).toContain('AAAABBBBCCCCDDDDEEEE')
    expect(note).toContain('<20')
    expect(note).toContain('51')
    // A page holds some five hundred words; eight are the fingerprint.
    expect(note.split(/\s+/).length).toBeLessThan(540)
  })

  it.each(noteLanguages.codes)('of exact tables says in %s what a 0 means', (language) => {
    const { policy: _, ...own } = facts
    const note = toExactNote(language, { ...own, least: 11, width: 6 })
    expect(note).not.toMatch(/[{}]|undefined/)
    expect(note).toMatch(/\b0 /)
  })

  it('says few where they were few', () => {
    expect(toNote('en', { ...facts, leftOut: 0 })).toContain('fewer than 20')
  })
})
